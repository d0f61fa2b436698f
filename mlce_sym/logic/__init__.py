"""What follows from what is given: equality up to algebra, signs and order, membership, where a term is defined."""
