"""The ordinary meaning of terms in exact numbers and balls: it imports nothing of the logic, and so checks it."""
