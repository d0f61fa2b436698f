"""The loss of a likelihood: what is dropped, slopes, estimates. May import the prover and what is below it."""
