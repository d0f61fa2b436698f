"""Certificates on paper: LaTeX, Markdown, text.

From the bottom: boxes, context and order, then arrange (how a term is arranged, by arithmetic, binders and
propositions); latex_terms and text_terms (how it is spelled); words, prose, layout, fit and rules (what a document
says, and where); latex, markdown and text (documents); book (all documents as one, with its notation_page).

>>> from mlce_sym.writers import latex, text
>>> latex.term(["Mul", ["log", "theta"], ["Indexed", "y", "i"]]), text.term(["Pow", "sigma", 2])
('y_i \\\\log\\\\theta', 'σ²')
"""
