"""nbgrader's configuration, as its own commands read it."""

from __future__ import annotations

from pathlib import Path

from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from graders.paths import HOME

CONFIG_FILE = "nbgrader_config.py"


def nbgrader_settings() -> Config:
    """Return what `nbgrader_config.py` says: in the repository, or in the wheel."""
    return PyFileConfigLoader(CONFIG_FILE, path=str(HOME)).load_config()


def course_directory(course: Path, lesson: str, config: Config) -> CourseDirectory:
    """Return nbgrader's view of a course folder, for one lesson."""
    return CourseDirectory(config=config, root=str(course.resolve()), assignment_id=lesson)


def configured_database() -> str | None:
    """Return the address of the gradebook that `nbgrader_config.py` names, if it names one."""
    settings = nbgrader_settings()
    return str(settings.CourseDirectory.db_url) if "db_url" in settings.CourseDirectory else None
