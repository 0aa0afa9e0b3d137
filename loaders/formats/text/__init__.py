"""Text: Markdown and what pdftotext prints, with tables drawn by signs or set by spaces."""
