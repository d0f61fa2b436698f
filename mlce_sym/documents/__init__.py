"""`mlce check`: a person's document, its formulas, what it declares, and a verdict for every link."""
