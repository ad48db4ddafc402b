"""Automatic mutants of every reference: the proof that every check bites."""
