"""The figures of the book, each drawn from the functions of the theorems beside which it stands.

`python -m mlce_sym.figures` draws them anew (it needs matplotlib, `pip install '.[plot]'`); what it makes is committed
in `drawn/`, and a test compares. So the book and its pages have their figures where matplotlib is not installed.
"""
