"""Documents of theorems as plain data."""
