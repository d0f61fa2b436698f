"""Certificates for Coq: a file that `coqc` accepts, made from the plain data of a certificate alone."""
