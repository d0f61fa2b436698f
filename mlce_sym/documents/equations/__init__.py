"""Equations as terms, wherever they stand: of what they speak, their values, what is said of a link."""
