"""HTML: pages of the web, and what is left of it in the Markdown of OCR tools."""
