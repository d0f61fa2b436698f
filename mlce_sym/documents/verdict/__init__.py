"""What a link is where it stands, and its verdict."""
