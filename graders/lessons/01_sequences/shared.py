"""The settings of the exercises: sizes that differ, and the ends of texts at which one decides."""

from __future__ import annotations

from graders.exercise import Setting, settings

from . import cases

_TEXTS = settings(V=11, T=29, floats=False)
_PLAIN = Setting(cases.PLAIN, V=11, T=31)
TEXTS = tuple((*some, _PLAIN) for some in _TEXTS)
TOKENS = settings(V=7, T=13, floats=False)
SEQUENCES = settings(m=5, T=7, floats=False)
WORDS = settings(T=29, V=3, merges=7, floats=False)

_LANES = settings(batch=3, length=5, K=4, floats=False)
_ONE_TOKEN = tuple(s for s in _LANES[1] if s.name == "length = 1")
LANES = ((*_LANES[0], *_ONE_TOKEN), _LANES[1])

_WINDOWS = settings(T=29, length=5, stride=3, floats=False)
_NONE = Setting(cases.NOT_A_WINDOW, T=7, length=7, stride=2)
WINDOWS = tuple((*(s for s in some if s.length < s.T), _NONE) for some in _WINDOWS)

_LISTS = settings(m=7, T=7, V=5, merges=11, floats=False)
_ALL = Setting(cases.NO_PAIR, m=5, T=5, V=3, merges=60)
LISTS = tuple((*some, _ALL) for some in _LISTS)
