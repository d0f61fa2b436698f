"""What is typed for a model: names, their domains, a density."""
