"""Scans: pages of which only an image is there, set straight, their tables laid apart, recognised by Tesseract."""
