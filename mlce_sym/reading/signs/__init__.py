"""LaTeX as signs: tokens with places, and the tree that brackets, scripts and relations make of them."""
