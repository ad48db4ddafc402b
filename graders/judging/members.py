"""What lists of names tell over all visible cases: who is never in them, who always, how many."""

from __future__ import annotations

from collections.abc import Sequence

from graders.judging.forms import form, form_advice, listed
from graders.judging.plain import Plain


def _names(value: Plain) -> set[str] | None:
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        return None
    return set(value)


def members(got: Sequence[Plain], want: Sequence[Plain], cases: Sequence[str]) -> str:
    """Return what wrong lists of names have in common, or "".

    Args:
        got: what was returned in each case; a name is quoted only if it is expected in some case.
        want: what was expected there.
        cases: what the cases are called.
    """
    returned, expected = [_names(v) for v in got], [_names(v) for v in want]
    if None in returned and None not in expected:
        other = form(got[returned.index(None)]) or "something else"
        return form_advice(other, "a list") if other != "a list" else ""
    both = [
        (g, w) for g, w in zip(returned, expected, strict=True) if g is not None and w is not None
    ]
    if len(both) < max(len(want), 2):
        return ""
    known = sorted(set().union(*(w for _, w in both)))
    never = [n for n in known if not any(n in g for g, _ in both)]
    always = [n for n in known if all(n in g for g, _ in both)]
    always = [n for n in always if sum(n in w for _, w in both) <= len(both) / 2]
    if all(not g for g, _ in both):
        return "The list is empty in every case: nothing is ever put into it."
    if all(not g & w for g, w in both) and any(w for _, w in both):
        return (
            "No name that is expected came back in any case, and others did: what decides is the "
            "wrong way round, or the names are others."
        )
    if always:
        verb = "stands" if len(always) == 1 else "stand"
        return (
            f"{listed([repr(n) for n in always])} {verb} in the list in every case, also where "
            "nothing should: look at what decides that, with numbers where it should not."
        )
    if never:
        verb = "stands" if len(never) == 1 else "stand"
        return (
            f"{listed([repr(n) for n in never])} never {verb} in the list, in no case: is it ever "
            "looked at, and what decides about it?"
        )
    longer = sum(len(w) > 1 for _, w in both)
    if longer > 1 and all(len(g) <= 1 for g, _ in both):
        return (
            f"At most one entry came back in each case, and {longer} cases expect more: the loop "
            "ends at the first, as where return stands inside it."
        )
    wrong = [f"“{case}”" for case, (g, w) in zip(cases, both, strict=True) if g != w]
    if 0 < len(wrong) <= len(both) / 3:
        return (
            f"The list is right in all cases but {listed(wrong)}: look at what is particular there."
        )
    return ""
