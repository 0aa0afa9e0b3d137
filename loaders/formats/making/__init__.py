"""Making blocks: what every format uses to turn what it finds into headings, paragraphs, items and tables."""
