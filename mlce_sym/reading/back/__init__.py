"""Reading back what was printed, and latex2sympy2 beside it."""
