"""One run over a class: what was done before, what is to do, and what came out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from graders.grading.digests import digest
from graders.grading.driver.keeping import Keeper
from graders.grading.driver.results import StudentResult, read_result, result_of
from graders.grading.driver.tasks import Done, Executor, Grading, Task
from graders.grading.gradebook import records
from graders.grading.gradebook.autograded import read_autograded
from graders.grading.gradebook.book import ClassGradebook
from graders.grading.gradebook.records import Record, Terms
from graders.grading.gradebook.waiting import InUseError
from graders.grading.handed_in.opening import NotOpenedError
from graders.grading.handed_in.submitted import Submission, unreadable
from graders.grading.submission import explained
from graders.judging import Verdict
from graders.wording import shown


@dataclass(frozen=True)
class Beginning:
    """What is about to be done.

    Args:
        total: how many submissions are graded.
        unchanged: how many were graded before, and are as they were.
        sentences: what there is to say about it.
    """

    total: int
    unchanged: int = 0
    sentences: tuple[str, ...] = ()


@dataclass
class Run:
    """One run over a class.

    Args:
        course: the folder of the course.
        book: its open gradebook.
        grading: how each submission is graded.
        terms: what the results depend on, apart from what was handed in.
        done: the results so far, of earlier runs as well.
    """

    course: Path
    book: ClassGradebook
    grading: Grading
    terms: Terms
    done: list[StudentResult] = field(default_factory=list)
    _to_do: list[Submission] = field(default_factory=list)
    _faults: list[StudentResult] = field(default_factory=list)
    _waiting: dict[str, tuple[Submission, str, int]] = field(default_factory=dict)
    _verdicts: dict[Verdict, Verdict] = field(default_factory=dict)
    _times: dict[str, int] = field(default_factory=dict)

    def sort(self, found: Iterable[Submission], again: bool) -> Beginning:
        """Find out which submissions are done already, and return what is about to be done.

        Args:
            found: what was handed in.
            again: whether to grade everything again.
        """
        before = self.book.records(self.terms.contract)
        self._times = {student: record.times for student, record in before.items()}
        kept: list[tuple[Submission, StudentResult]] = []
        for submission in found:
            record = before.get(submission.student)
            result = None if record is None or again else self._read_back(submission, record)
            if result is None:
                self._to_do.append(submission)
            else:
                kept.append((submission, self._shared(result)))
        blocked = self.book.keep_up(submission for submission, _ in kept)
        self._to_do += blocked  # writing will say what is in the way
        unchanged = {s.student: before[s.student] for s, _ in kept if s not in blocked}
        for submission, result in kept:
            if submission.student in unchanged:
                self.done.append(result)
        changed = {s.student: before[s.student] for s in self._to_do if s.student in before}
        gone = {k: v for k, v in before.items() if k not in changed and k not in unchanged}
        sentences = _sentences(len(self._to_do), unchanged, changed, gone, self.terms)
        return Beginning(len(self._to_do), len(unchanged), tuple(sentences))

    def _read_back(self, submission: Submission, record: Record) -> StudentResult | None:
        """Return the result of an earlier run, or None if it does not hold any more."""
        try:
            if submission.refused or not record.holds(_task(submission).digest(), self.terms):
                return None
            text = read_autograded(self.course, submission.student, self.grading.lesson.lesson)
            if digest(text) != record.notebook:
                return None
            questions = self.grading.lesson.graded_questions
            return read_result(submission.student, text, record.seconds, questions)
        except Exception:  # what cannot be read is graded again
            return None

    def results(self, executor: Executor) -> Iterator[StudentResult]:
        """Grade what is to do, write each result as it arrives, and return it.

        Raises:
            InUseError: another program is using the gradebook, and does not end.
        """
        arriving = executor(self.grading, self._tasks()) if self._to_do else ()
        keeper = Keeper(self._written)
        for one in arriving:
            yield from self._failed()
            yield from map(self._keep, keeper.add(one))
        yield from self._failed()
        yield from map(self._keep, keeper.rest())

    def _tasks(self) -> Iterator[Task]:
        """Read submission after submission, as they are asked for."""
        for submission in self._to_do:
            try:
                task = _task(submission)
            except OSError as error:
                self._faults.append(_fault(submission, unreadable(error)))
                continue
            if submission.refused:
                self._faults.append(_fault(submission, submission.trouble))
                continue
            index = self.grading.lesson.index(task.student, digest(task.data))
            self._waiting[task.student] = submission, task.digest(), index
            yield replace(task, tables=self.grading.lesson.packed(index))

    def _failed(self) -> Iterator[StudentResult]:
        """Return the submissions that could not even become tasks."""
        while self._faults:
            yield self._keep(self._faults.pop(0))

    def _written(self, one: Done) -> StudentResult:
        """Write what came back for a submission, and return it.

        Raises:
            InUseError: the gradebook is in use; nothing was written.
        """
        submission, handed_in, index = self._waiting[one.student]
        if one.graded is None:
            return _fault(submission, one.fault)
        lesson = self.grading.lesson
        try:
            graded = explained(one.graded, lesson, lesson.tables(index))
            self.book.write(submission, graded, handed_in, self.terms)
        except InUseError:
            raise
        except NotOpenedError as error:
            says = (
                "The result could not be written: in the place of the student's folder in "
                f"'autograded', or of what is in it, there is {error.what}. Nothing is written "
                "through it. Remove it, and grade again."
            )
            return _fault(submission, says)
        except Exception as error:
            says = (
                f"The result could not be written: {type(error).__name__}: {str(error)[:200]}. "
                "Nothing was changed for this student. Mend the cause, and grade again."
            )
            return _fault(submission, says)
        return result_of(one.student, graded, lesson.graded_questions)

    def written(self, records: Mapping[str, Record]) -> Iterator[StudentResult]:
        """Return the results that this run has written, whoever has been told of them.

        Args:
            records: the lesson's records, as they are in the database now.
        """
        for student, (submission, _, _) in self._waiting.items():
            record = records.get(student)
            if record is not None and record.times > self._times.get(student, 0):
                result = self._read_back(submission, record)
                if result is not None:
                    yield result

    def _keep(self, result: StudentResult) -> StudentResult:
        """Remember a result, and return it."""
        self.done.append(self._shared(result))
        return result

    def _shared(self, result: StudentResult) -> StudentResult:
        """Return the same, in which verdicts that are equal, as most are, take their place once."""
        same = {name: self._verdicts.setdefault(one, one) for name, one in result.verdicts.items()}
        return replace(result, verdicts=same)

    def finish(self, others: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Write what has no result, and return what is to be known of some results.

        Args:
            others: a sentence for each thing beside the submissions that is none.
        """
        failed = [(one.student, one.trouble or "") for one in self.done if not one.verdicts]
        self.book.save_ungraded([*failed, *(("", sentence) for sentence in others)])
        return records.notes(self.book.records(self.terms.contract))


def _task(submission: Submission) -> Task:
    return Task(submission.student, submission.read(), submission.remarks, submission.trouble)


def _fault(submission: Submission, says: str | None) -> StudentResult:
    return StudentResult(submission.student, {}, submission.remarks, says)


def _sentences(
    to_do: int,
    unchanged: Mapping[str, Record],
    changed: Mapping[str, Record],
    gone: Mapping[str, Record],
    terms: Terms,
) -> Iterator[str]:
    """Say how an earlier run and this one go together."""
    if unchanged or changed:
        yield (
            f"{len(unchanged)} were graded before and are unchanged; {to_do} are new or changed."
        )
    stale = [record for record in changed.values() if record.stale]
    if stale:
        yield (
            f"The lesson changed since {len(stale)} submissions were graded: their results are "
            "stale and are graded again."
        )
    if lost := sorted(student for student, record in gone.items() if record.stale):
        yield (
            "The lesson changed, and there is no submission to grade again for "
            f"{records.some(list(map(shown, lost)))}: these results stay, marked as stale."
        )
    others = [record for record in changed.values() if not record.stale]
    if limited := [one for one in others if one.terms.limits != terms.limits]:
        yield f"Graded under other limits before, and now again: {len(limited)}."
    if terms.isolation == "strict" and (
        trusted := [one for one in others if one.terms.isolation != "strict"]
    ):
        yield f"Graded without isolation before, and now again: {len(trusted)}."
    versions = sorted({one.terms.version for one in unchanged.values()} - {terms.version})
    if versions:
        yield (
            f"Some of the unchanged were graded by graders {', '.join(versions)}; this is "
            f"{terms.version}. `--again` grades them anew."
        )
