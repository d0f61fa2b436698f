"""A document as text: files, places, prose and formulas, and what the words around a formula say of it."""
