"""From one figure to a picture, a file, a report."""
