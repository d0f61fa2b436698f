"""Reading text: what a person types, and what the project itself has printed."""
