"""What is in force at a place of a document: definitions, facts, laws, and what follows from them."""
