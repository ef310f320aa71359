"""Guards the house that the README describes. Each failure says what to do."""

import ast
import json
import re

import pytest
from django.apps import apps
from django.core.management import call_command
from django.urls import URLPattern

from actions.urls import urlpatterns
from sendtracker.env import BASE_DIR
from tests.house import (
    ACTIONS,
    FLOORS,
    RECORD_HELPERS,
    RECORDS,
    dotted,
    imports_of,
    is_downhill,
    modules,
    room_of,
    rooms_imported_by,
    shown,
    tree_of,
)

LONGEST_MODULE = 220
DOORS = FLOORS[-1]


# ──── floors


def test_house_knows_every_room():
    rooms = {room_of(path) for path in modules("actions") if len(dotted(path)) > 1}

    unknown = rooms - {room for floor in FLOORS for room in floor}
    assert unknown == set(), "Give each new room a floor in tests/house.py, and a line in the README."


def test_house_imports_only_go_down():
    breaches = [
        f"{shown(path)} imports {other}"
        for path in modules("actions")
        if len(dotted(path)) > 1
        for other in sorted(rooms_imported_by(path))
        if not is_downhill(room_of(path), other)
    ]

    assert breaches == [], "Move what is shared to a lower floor, or pass it in as an argument."


def test_house_records_import_only_those_that_belong_to_them():
    breaches = [
        f"{shown(path)} imports {name[2]}"
        for path in modules("actions/models")
        if path.stem in RECORDS
        for name in sorted(set(imports_of(path)))
        if name[:2] == ("actions", "models") and len(name) > 2 and name[2] not in RECORD_HELPERS
        if RECORDS.index(name[2]) < RECORDS.index(path.stem)
    ]

    assert breaches == [], "Name the parent as a string in the foreign key; ask for its attributes by a Protocol."


def test_house_records_are_listed_in_the_order_of_who_belongs_to_whom():
    listed = [node.module for node in tree_of(ACTIONS / "models" / "__init__.py").body if hasattr(node, "module")]

    assert listed == RECORDS, "Keep actions/models/__init__.py and RECORDS in tests/house.py in the same order."


def test_house_knows_nothing_of_its_settings_or_its_tests():
    breaches = [
        f"{shown(path)} imports {name[0]}"
        for path in modules("actions")
        for name in imports_of(path)
        if name[0] in {"sendtracker", "tests"}
    ]

    assert breaches == [], "Read a setting through django.conf.settings; a test's helper stays in tests/."


def test_house_asks_only_at_its_doors_what_day_it_is():
    asking = {"today", "localdate", "now", "localtime"}
    breaches = [
        f"{shown(path)}:{node.lineno}"
        for path in modules("actions")
        if len(dotted(path)) > 1 and room_of(path) not in DOORS
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and not node.args and getattr(node.func, "attr", None) in asking
    ]

    assert breaches == [], "Take the day as an argument, on=, so that every answer can be as at any day."


def test_house_modules_are_short():
    counted = [*modules("actions", "sendtracker"), BASE_DIR / "run.py"]
    lengths = {
        shown(path): len(path.read_text("utf-8").splitlines()) for path in counted if "content" not in path.parts
    }

    too_long = {name: length for name, length in lengths.items() if length > LONGEST_MODULE}
    assert too_long == {}, "Look for a second idea in it that wants a module and a name of its own."


# ──── one word, four places


@pytest.fixture(params=urlpatterns, ids=lambda pattern: pattern.name)
def page(request) -> URLPattern:
    return request.param


def test_url_is_called_as_its_view(page):
    assert page.callback.__name__ == page.name.replace("-", "_"), "Call the url as its view, with hyphens."


def test_view_is_a_function(page):
    assert not hasattr(page.callback, "view_class"), "Write the view as a function: fetch, permit, ask, answer."


def test_template_is_called_as_its_view(page):
    """Where the view renders one."""
    room, name = page.callback.__module__.rpartition(".")[2], page.callback.__name__
    view = next(
        node
        for node in ast.walk(tree_of(ACTIONS / "views" / f"{room}.py"))
        if isinstance(node, ast.FunctionDef) and node.name == name
    )
    texts = [node.value for node in ast.walk(view) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    templates = {text.rpartition(".")[0] for text in texts if re.fullmatch(r"[\w/]+\.(html|css|txt)", text)}

    assert templates <= {f"{room}/{name}"}, "Call the template templates/<module of the view>/<view>.html."


def test_page_has_tests_called_as_its_view(page):
    room, name = page.callback.__module__.rpartition(".")[2], page.callback.__name__
    tests = (BASE_DIR / "tests" / "views" / f"test_{room}.py").read_text("utf-8")

    assert re.search(rf"^def test_{name}_", tests, re.MULTILINE), f"Test it in tests/views/test_{room}.py."


def test_tests_are_functions():
    classes = [
        f"{shown(path)}: {node.name}"
        for path in modules("tests")
        for node in tree_of(path).body
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test")
    ]

    assert classes == [], "Write tests as functions called test_<thing>_<what it does>."


# ──── the database


@pytest.mark.django_db
def test_migrations_are_complete(capsys):
    try:
        call_command("makemigrations", check=True, dry_run=True)
    except SystemExit:
        pytest.fail(f"Run manage.py makemigrations --name <what_changed>:\n{capsys.readouterr().out}", pytrace=False)


def test_migrations_say_what_they_change():
    names = [path.stem for path in sorted((ACTIONS / "migrations").glob("0*.py"))]

    unsaid = [name for name in names if re.search(r"_(auto_\d|initial$)|_more$", name)]
    assert unsaid == [], "Name the migration after what it changes, as 0007_finding_source_paragraph."


def test_constraints_and_indexes_are_called_after_their_record():
    breaches = [
        rule.name
        for record in apps.get_app_config("actions").get_models()
        for rule in [*record._meta.constraints, *record._meta.indexes]
        if not rule.name.startswith(re.sub(r"(?<!^)(?=[A-Z])", "_", record.__name__).lower() + "_")
    ]

    assert breaches == [], "Begin the name with the record's, as status_update_status_is_known."


# ──── what is installed


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-node.txt"])
def test_requirements_hold_versions_and_hashes_and_no_host(name):
    lines = (BASE_DIR / name).read_text().splitlines()

    odd = [
        line
        for line in lines
        if not re.match(r"[\w.-]+==\S+( ; .*)? \\$|    --hash=sha256:[0-9a-f]{64}( \\)?$| *#", line)
    ]
    hosts = [line for line in lines if "://" in line]
    assert (odd, hosts) == ([], []), "Write it with: python3 run.py lock"


def test_package_lock_holds_integrity_and_no_host():
    packages = json.loads((BASE_DIR / "package-lock.json").read_text())["packages"]
    installed = {name: package for name, package in packages.items() if name}

    assert [name for name, package in installed.items() if "resolved" in package] == [], "Keep .npmrc as it is."
    assert [name for name, package in installed.items() if "integrity" not in package] == []


def test_package_lock_agrees_with_package_json():
    wanted = json.loads((BASE_DIR / "package.json").read_text())["dependencies"]
    locked = json.loads((BASE_DIR / "package-lock.json").read_text())["packages"][""]["dependencies"]

    assert locked == wanted, "Write it with: python3 run.py lock"
