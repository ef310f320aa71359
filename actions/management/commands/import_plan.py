import json
from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from actions.imports.answers import PROPOSAL, Answers
from actions.imports.columns.mapping import UnreadableMapping
from actions.imports.doubts import DoubtKind
from actions.imports.files import read_file
from actions.imports.grid import UnreadableFile
from actions.imports.known_plan import NOTHING_KNOWN, KnownPlan, known_plan
from actions.imports.understanding import Understanding, understand
from actions.imports.understanding.summary import doubts_by_kind, summary
from actions.management.applying import Target, apply_import, find_target, remembered_mapping
from actions.operations.brought import NotBroughtIn, PlanChanged

HOW_TO_DECIDE = (
    "Nothing was written. Look at the questions with --preview, then decide: with --accept-proposals for all that is "
    "proposed; with --mapping FILE.json for columns, status words, “decided_kinds” and single “decisions”; or in the "
    "browser, under Imports."
)


class Command(BaseCommand):
    help = (
        "Bring a tracker (.xlsx, .xls, .ods, .csv, .tsv) into a plan. --preview shows how it was understood and "
        "writes nothing; it needs neither a plan nor a database."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--preview", action="store_true", help="Write nothing.")
        parser.add_argument("--json", action="store_true", help="Tell everything as data.")
        parser.add_argument("--plan", help="Number or title of a plan; with --partnership, the title of a new one.")
        parser.add_argument("--partnership", help="Its short name, as in its address.")
        parser.add_argument("--mapping", type=Path, help="A .json file of what was chosen and decided.")
        parser.add_argument("--told-on", type=_day, help="As at which day the file tells how things stand.")
        parser.add_argument("--by", help="E-mail address of the programme manager who brings it in.")
        parser.add_argument("--accept-proposals", action="store_true", help="Take what is proposed for every question.")

    def handle(self, *, json: bool, preview: bool, **options) -> None:
        with self._in_one_sentence(as_data=json):
            target = find_target(options["plan"], options["partnership"])
            understanding, known = self._understood(target, **options)
            if preview:
                self._tell(understanding, as_data=json)
            else:
                self._apply(target, understanding, known, by=options["by"], as_data=json)

    def _understood(
        self, target: Target, *, file: Path, mapping: Path | None, told_on: date | None, accept_proposals: bool, **_
    ) -> tuple[Understanding, KnownPlan]:
        self.book = read_file(file.read_bytes(), file.name)
        answers = _answers(mapping) if mapping else Answers(mapping=remembered_mapping(target))
        answers = replace(answers, told_on=told_on or answers.told_on, plan=answers.plan or target.new_plan)
        if accept_proposals:
            taken = dict.fromkeys(DoubtKind.values, PROPOSAL)
            answers = replace(answers, decided_kinds=taken | answers.decided_kinds)
        self.answers = answers
        known = known_plan(target.partnership, target.plan) if target.partnership else NOTHING_KNOWN
        return understand(self.book, answers, known, today=timezone.localdate()), known

    def _apply(
        self, target: Target, understanding: Understanding, known: KnownPlan, *, by: str | None, as_data: bool
    ) -> None:
        target.refuse_unless_complete(by)
        if understanding.undecided:
            if not as_data:
                self.stdout.write("\n".join(doubts_by_kind(understanding)))
            raise CommandError(f"{len(understanding.undecided)} questions are not decided. {HOW_TO_DECIDE}")
        outcome = apply_import(target, self.book, self.answers, understanding, by=by)
        if as_data:
            self._write({"outcome": outcome})
        else:
            self.stdout.write(outcome["sentence"])

    def _tell(self, understanding: Understanding, *, as_data: bool) -> None:
        if as_data:
            self._write(understanding.as_data())
        else:
            self.stdout.write("\n".join(summary(understanding)))

    def _write(self, data: dict) -> None:
        for part in _as_json(data):
            self.stdout.write(part, ending="")

    @contextmanager
    def _in_one_sentence(self, *, as_data: bool) -> Iterator[None]:
        """Whatever is wrong with the file, the words or the database is one sentence, and exit code 1."""
        try:
            yield
        except (CommandError, UnreadableFile, UnreadableMapping, NotBroughtIn, PlanChanged) as problem:
            self._refuse(str(problem) or "Somebody recorded something meanwhile. Try again.", as_data=as_data)
        except OSError as problem:
            self._refuse(f"The file cannot be opened: {problem.strerror or problem}.", as_data=as_data)
        except DatabaseError as problem:
            self._refuse(f"The database cannot be reached or is not prepared: {problem}", as_data=as_data)

    def _refuse(self, sentence: str, *, as_data: bool) -> None:
        if as_data:
            self._write({"error": sentence})
        raise CommandError(sentence)


def _answers(path: Path) -> Answers:
    """A mapping alone, or all answers."""
    try:
        data = json.loads(path.read_text("utf-8-sig"))
    except (ValueError, UnicodeDecodeError) as error:
        raise UnreadableMapping(f"“{path.name}” is no JSON: {error}.") from error
    if not isinstance(data, dict):
        raise UnreadableMapping("The mapping must be an object of names and values.")
    mapping = data.get("mapping") or {name: data[name] for name in ("columns", "statuses") if name in data}
    return Answers.from_data(data | {"mapping": mapping})


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” is no day: write it as 2019-07-10.") from error


def _as_json(data: dict) -> Iterator[str]:
    """With each item of a list on a line of its own, and never as one long text: it may be of thousands of rows.

    Half a character, as some damaged files hold it, is not written.
    """
    opening = "{"
    for name, value in data.items():
        items = value if isinstance(value, list) else []
        yield f"{opening}\n{_plain(name)}: "
        yield from (f"{',' if place else '['}\n {_plain(item)}" for place, item in enumerate(items))
        yield "\n]" if items else _plain(value)
        opening = ","
    yield "\n}\n"


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
