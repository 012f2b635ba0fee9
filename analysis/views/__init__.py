"""What pages ask of a board, by subject, each worked out at most once."""
