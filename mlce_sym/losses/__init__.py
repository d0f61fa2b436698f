"""The loss of a likelihood: what is dropped, slopes, estimates."""
