"""Grading a class: what is done already, who grades, and what came out."""
