"""Authoring: build a lesson from its source, and examine it."""
