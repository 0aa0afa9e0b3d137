"""DOCX and ODT: the XML of word processors in its zip."""
