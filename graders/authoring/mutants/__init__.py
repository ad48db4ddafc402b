"""Automatic mutants of every reference: the proof that every check bites."""

from graders.authoring.mutants.page import PAGE, write
from graders.authoring.mutants.process import Warm
from graders.authoring.mutants.surveying import Survey, Surveying

__all__ = ["PAGE", "Survey", "Surveying", "Warm", "write"]
