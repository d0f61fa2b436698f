"""The logic on SymPy terms, which goes."""
