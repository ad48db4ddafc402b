"""The built wheels, and an empty environment in which they are tried."""

from __future__ import annotations

from pathlib import Path

import pytest
from bare import Bare, make_bare
from bare_pythons import THIS


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The thin wheel and the one with the answers, built once."""
    from graders.authoring.wheel import build_wheels

    return build_wheels(tmp_path_factory.mktemp("wheels"))


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory, wheels: tuple[Path, Path]) -> Bare:
    """An environment for this Python with the newest versions."""
    return make_bare(tmp_path_factory.mktemp("bare"), "newest", THIS, wheels[0])
