"""What students handed in: found, read, and put back into the lesson's shape."""
