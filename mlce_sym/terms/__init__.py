"""Terms that nothing evaluates: nested tuples with a head (`docs/certificate.md`), their kinds, names, places."""
