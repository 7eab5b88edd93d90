"""What an article says twice, and whether it agrees with itself."""
