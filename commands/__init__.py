"""The command line's rooms: each command is a function from an office to an answer."""
