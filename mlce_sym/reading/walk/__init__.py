"""The second walk: from the tree of a formula to terms of the trusted core, by what its names stand for."""
