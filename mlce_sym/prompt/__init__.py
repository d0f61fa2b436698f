"""What a person calls at the prompt, and in tests."""
