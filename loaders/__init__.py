"""Loaders: from a file to blocks (formats), from blocks to facts (readers), from names to codes (resolve)."""
