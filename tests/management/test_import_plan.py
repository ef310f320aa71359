import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command

from actions.choices import Role
from actions.models import Action, PlanImport
from sendtracker.env import BASE_DIR
from tests.factories import make_member, make_organisation, make_partnership, make_plan
from tests.imports.trackers import FIRST, HEADINGS, SECOND, changed
from tests.imports.written import xlsx

AS_AT = "SEND tracker as at 12 July 2019"


@pytest.fixture(autouse=True)
def _late_in_2019():
    with time_machine.travel("2019-10-31T09:00:00+00:00", tick=False):
        yield


@pytest.fixture
def file(tmp_path) -> Path:
    return written(tmp_path, FIRST, SECOND)


def written(folder: Path, *rows: tuple) -> Path:
    path = folder / "tracker.xlsx"
    path.write_bytes(xlsx([(AS_AT,), HEADINGS, *rows]))
    return path


def run(*words: object) -> str:
    out = StringIO()
    call_command("import_plan", *map(str, words), stdout=out)
    return out.getvalue()


def data_of(*words: object) -> dict:
    return json.loads(run(*words, "--json"))


def make_manager():
    partnership = make_partnership(slug="anyshire")
    make_organisation(partnership, name="County Council", short_name="CC")
    return make_member(partnership, role=Role.PROGRAMME_MANAGER, email="manager@example.org")


# ──── preview


def test_import_plan_command_previews_without_a_database(file):
    """No mark for the database: a query would fail the test."""
    told = data_of(file, "--preview")

    assert [(row["row"], row["ref"], row["title"], row["due_on"], row["due_as_typed"]) for row in told["rows"]] == [
        (3, "1.1", FIRST[2], "2019-12-31", "31/12/2019"),
        (4, "1.2", SECOND[2], "2020-03-31", "31/03/2020"),
    ]
    assert [row["status"] for row in told["rows"]] == ["on_track", "not_started"]
    assert (told["told_on"], told["told_on_reason"]) == ("2019-07-12", f"The title “{AS_AT}” says so.")
    assert [(left["row"], left["reason"]) for left in told["left_out"]] == [(1, "It stands above the headings.")]
    assert [column["field"] for column in told["mapping"]["columns"]] == [
        "ref", "priority", "title", "lead", "due", "status", "progress",
    ]  # fmt: skip


def test_import_plan_command_previews_in_words(file):
    told = run(file, "--preview").splitlines()

    assert told[0] == f"tracker.xlsx, as at 12 July 2019. The title “{AS_AT}” says so."
    assert "Plan 3: New: 1.1 Publish a new local offer website | County Council | 31 December 2019 | On track" in told
    assert "2 rows, 2 questions to decide:" in told


def test_import_plan_command_needs_nothing_of_the_environment_for_a_preview(file):
    bare = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT"}}

    ended = subprocess.run(
        [sys.executable, "manage.py", "import_plan", str(file), "--preview", "--json"],
        cwd=BASE_DIR,
        env=bare,
        capture_output=True,
        text=True,
    )

    assert (ended.returncode, ended.stderr, len(json.loads(ended.stdout)["rows"])) == (0, "", 2)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "The file cannot be opened: No such file or directory."),
        (b"", "This file is empty. Save the tracker as .xlsx and try again."),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "This is a picture. Save the tracker as .xlsx and try again."),
    ],
)
def test_import_plan_command_says_in_one_sentence_what_is_wrong_with_a_file(tmp_path, content, sentence):
    path, out = tmp_path / "tracker.xlsx", StringIO()
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(CommandError) as refusal:
        call_command("import_plan", str(path), "--preview", "--json", stdout=out)

    assert (str(refusal.value), json.loads(out.getvalue())) == (sentence, {"error": sentence})


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        ("[]", "The mapping must be an object of names and values."),
        ("{", "“mapping.json” is no JSON"),
        ('{"statuses": {"amber": "fine"}}', "“fine” is not one of"),
        ('{"told_on": "July"}', "“July” is no day"),
        ('{"decisions": ["proposal"]}', "“decisions” must be an object of names and values."),
        ('{"sheets": 3}', "“sheets” must be a list of names."),
    ],
)
def test_import_plan_command_says_in_one_sentence_what_is_wrong_with_a_mapping(tmp_path, file, mapping, sentence):
    (tmp_path / "mapping.json").write_text(mapping, "utf-8")

    with pytest.raises(CommandError) as refusal:
        run(file, "--preview", "--mapping", tmp_path / "mapping.json")

    assert str(refusal.value)[: len(sentence)] == sentence


def test_import_plan_command_reads_what_was_decided_from_a_file(tmp_path):
    path = written(tmp_path, changed(FIRST, Status="Amber"), SECOND)
    mapping = {"statuses": {"amber": "on_track"}, "decided_kinds": {"lead_new": "proposal", "column": "proposal"}}
    (tmp_path / "mapping.json").write_text(json.dumps(mapping), "utf-8")

    told = data_of(path, "--preview", "--mapping", tmp_path / "mapping.json")

    assert (told["rows"][0]["status"], told["counts"]["undecided"]) == ("on_track", 0)


# ──── bringing it in


@pytest.mark.django_db
def test_import_plan_command_makes_a_plan(file):
    make_manager()

    said = run(file, "--partnership", "anyshire", "--plan", "The plan", "--by", "manager@example.org")

    plan_import = PlanImport.objects.get()
    assert said == (
        "Brought into “The plan”: 2 new actions, 0 changed, 1 updates, 0 dates asked for. "
        "It can be taken back under Imports.\n"
    )
    assert list(Action.objects.values_list("ref", "plan__title")) == [("1.1", "The plan"), ("1.2", "The plan")]
    assert (plan_import.is_applied, plan_import.begun_by.email) == (True, "manager@example.org")


@pytest.mark.django_db
def test_import_plan_command_run_twice_changes_nothing(file):
    make_manager()
    words = (file, "--partnership", "anyshire", "--plan", "The plan", "--by", "manager@example.org")

    run(*words)
    said = run(*words)

    assert (said, PlanImport.objects.count()) == ("Nothing new: the plan says all of it already.\n", 1)


@pytest.mark.django_db
def test_import_plan_command_refuses_while_something_is_undecided(tmp_path):
    make_manager()
    path = written(tmp_path, changed(FIRST, Status="Amber"), SECOND)
    words = ("--partnership", "anyshire", "--plan", "The plan", "--by", "manager@example.org")

    with pytest.raises(CommandError, match=r"^2 questions are not decided\. Nothing was written\."):
        run(path, *words)
    written_before = (Action.objects.count(), PlanImport.objects.count())
    run(path, *words, "--accept-proposals")

    assert (written_before, Action.objects.count()) == ((0, 0), 2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Say where it belongs: --plan NUMBER, or --partnership NAME --plan TITLE of a new one."),
        (("--partnership", "nowhere"), "There is no partnership called “nowhere”."),
        (("--partnership", "anyshire"), "Name the plan: --plan with the title of one that is there, or of a new one."),
        (("--plan", "Nothing"), "There is no plan “Nothing”. For a new one, add --partnership."),
        (("--plan", "99999"), "There is no plan “99999”. For a new one, add --partnership."),
        (
            ("--partnership", "anyshire", "--plan", "New"),
            "Say who brings it in: --by with the e-mail address of a programme manager.",
        ),
        (
            ("--partnership", "anyshire", "--plan", "New", "--by", "officer@example.org"),
            "“officer@example.org” is not a programme manager of this partnership.",
        ),
    ],
)
def test_import_plan_command_says_what_is_missing(file, words, sentence):
    make_member(make_manager().memberships.get().partnership, email="officer@example.org")

    with pytest.raises(CommandError) as refusal:
        run(file, *words)

    assert (str(refusal.value), Action.objects.count()) == (sentence, 0)


@pytest.mark.django_db
def test_import_plan_command_does_not_choose_between_plans_of_one_title(file):
    for _ in range(2):
        make_plan(title="The plan")

    with pytest.raises(CommandError, match=r"Several partnerships have a plan called “The plan”: add --partnership\."):
        run(file, "--plan", "The plan", "--preview")
