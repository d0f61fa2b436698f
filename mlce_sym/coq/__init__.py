"""Certificates for Coq: a file that `coqc` accepts, made from the plain data of a certificate alone.

May import the rule table, the checker and the writers; no SymPy, no kernel.
"""
