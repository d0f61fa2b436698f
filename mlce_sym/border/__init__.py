"""SymPy terms to plain terms and back."""
