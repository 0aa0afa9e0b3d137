"""PDF with a text layer: the words, lines and fills that PDFium finds on each page."""
