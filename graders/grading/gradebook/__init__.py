"""The gradebook: nbgrader's database, and our records beside it."""
