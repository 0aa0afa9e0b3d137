"""Measurements of whole commands and questions, beside the named peers."""
