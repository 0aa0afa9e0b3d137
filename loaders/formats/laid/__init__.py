"""Printed pages: from words and ruling lines that stand at places of a page, to lines, columns, tables and blocks."""
