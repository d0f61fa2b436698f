"""Whole texts: displays as rows, plain text and SymPy's own notation, as the same tokens and nodes as LaTeX."""
