"""run.py and sendtracker/setup: what can be checked without a network and without installing anything."""

import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import run
from sendtracker.setup import packages, steps
from sendtracker.setup.serving import HOST, read_port, take_port
from sendtracker.setup.steps import ROOT, SetupError, Step, advice, carry_out, quietly

SOURCES = [ROOT / "run.py", *sorted((ROOT / "sendtracker" / "setup").glob("*.py"))]


@pytest.fixture
def lock_file(tmp_path) -> Path:
    path = tmp_path / "requirements.txt"
    path.write_text("django==5.2.19")
    return path


@pytest.fixture
def step(tmp_path, lock_file) -> Step:
    """Makes a folder `made` from the lock file, with its stamp inside."""
    return Step("Making", (tmp_path / "made").mkdir, tmp_path / "made" / "made.stamp", (lock_file,))


# ──── the words typed


@pytest.mark.parametrize("words", [[], ["help"], ["-h"], ["--help"]])
def test_run_without_a_verb_prints_help(words, capsys):
    code = run.main(words)

    assert (code, capsys.readouterr().out) == (0, run.HELP)


def test_run_with_a_wrong_verb_prints_help_and_fails(capsys):
    code = run.main(["dmeo"])

    said = capsys.readouterr().err
    assert (code, said) == (2, f"There is no “dmeo” here.\n\n{run.HELP}")


def test_run_with_words_that_a_verb_does_not_take_fails(capsys):
    code = run.main(["demo", "--port", "8001"])

    assert (code, capsys.readouterr().err) == (2, "“demo” stands alone: leave out “--port 8001”.\n")


def test_run_help_names_every_verb():
    named = [line.split()[2] for line in run.HELP.splitlines()]

    assert named == list(run.VERBS)


def test_run_refuses_an_old_python(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))

    fault = run.fault_in(["demo"])

    assert fault == "SEND Tracker needs Python 3.11 or newer, and this is 3.10. Start run.py with a newer one."


def test_run_names_the_same_oldest_python_as_pyproject():
    needed = "{}.{}".format(*run.OLDEST_PYTHON)

    assert f'requires-python = ">={needed}"\n' in (ROOT / "pyproject.toml").read_text()


def test_run_says_what_stopped_it(monkeypatch, capsys):
    monkeypatch.setenv("PORT", "eighty")

    code = run.main(["demo"])

    assert (code, capsys.readouterr().err) == (
        1,
        "PORT is “eighty”: write a number from 1 to 65535, such as PORT=8001.\n",
    )


def test_run_interrupted_ends_in_a_word(monkeypatch, capsys):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setitem(run.VERBS, "setup", interrupted)

    code = run.main(["setup"])

    assert (code, capsys.readouterr().err) == (130, "\nStopped.\n")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_run_needs_only_the_standard_library(path):
    tree = ast.parse(path.read_text("utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}

    others = {name for name in modules if name.split(".")[0] not in sys.stdlib_module_names}

    assert {name for name in others if not name.startswith("sendtracker.setup.")} == set()


def test_run_starts_where_nothing_is_installed():
    bare = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); import run"]

    assert subprocess.run(bare, capture_output=True, text=True, check=True).stderr == ""


# ──── the port


@pytest.mark.parametrize(
    ("text", "port"), [("", 8000), ("  ", 8000), ("8001", 8001), (" 8001 ", 8001), ("65535", 65535)]
)
def test_read_port_reads_a_number(text, port):
    assert read_port(text) == port


@pytest.mark.parametrize("text", ["0", "65536", "-1", "8000.0", "http", "٣x"])
def test_read_port_refuses_anything_else(text):
    with pytest.raises(SetupError, match=f"^PORT is “{text}”: write a number from 1 to 65535"):
        read_port(text)


def test_take_port_holds_it():
    with take_port(0) as taken:
        assert taken.getsockname()[0] == HOST


def test_take_port_that_is_taken_names_another():
    with socket.create_server((HOST, 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(SetupError, match=f"^Port {port} cannot be used .* such as PORT={port + 1}.$"):
            take_port(port)


# ──── steps and their stamps


def test_step_is_not_done_at_first(step):
    assert not step.is_done()


def test_step_is_done_once_run(step):
    step.run()

    assert step.is_done()


def test_step_is_not_done_when_what_it_was_made_from_changed(step, lock_file):
    step.run()

    lock_file.write_text("django==5.2.20")

    assert not step.is_done()


def test_step_is_not_done_for_another_python(step, monkeypatch):
    step.run()

    monkeypatch.setattr(steps.sys, "version_info", (3, 99, 0, "final", 0))

    assert not step.is_done()


def test_step_is_not_done_when_its_product_is_gone(step):
    step.run()

    step.stamp.unlink()
    step.stamp.parent.rmdir()

    assert not step.is_done()


def test_step_that_failed_is_not_done(step):
    step.stamp.parent.mkdir()

    with pytest.raises(FileExistsError):
        step.run()

    assert not step.is_done()


def test_step_without_a_stamp_is_never_done():
    step = Step("Always", lambda: None)

    step.run()

    assert not step.is_done()


def test_carry_out_counts_only_what_is_left_to_do(step, capsys):
    step.run()

    carry_out([step, Step("One", lambda: None), Step("Two", lambda: None)])

    assert capsys.readouterr().out == "[1/2] One… 0 s\n[2/2] Two… 0 s\n"


def test_carry_out_stops_at_the_first_failure(capsys):
    def fail():
        raise SetupError("no")

    with pytest.raises(SetupError, match="no"):
        carry_out([Step("One", fail), Step("Two", lambda: None)])

    assert capsys.readouterr().out == "[1/2] One…\n"


# ──── what a failing program said


def test_quietly_returns_what_was_printed(capfd):
    said = quietly(sys.executable, "-c", "print('done')")

    assert (said, capfd.readouterr().out) == ("done\n", "")


def test_quietly_shows_the_last_lines_of_a_failure_and_what_to_do():
    program = "import sys; print('\\n'.join(map(str, range(100)))); sys.exit('No space left on device')"

    with pytest.raises(SetupError) as failure:
        quietly(sys.executable, "-c", program)

    lines = str(failure.value).splitlines()
    assert len(lines) == steps.LINES_SHOWN + 2
    assert lines[-1] == "The disk is full. Make room, then run the same command again: finished steps are kept."


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("because ensurepip is not\navailable", "This Python has no venv module."),
        ("/usr/bin/python3: No module named venv", "This Python has no venv module."),
        ("NewConnectionError: Temporary failure in name resolution", "The package index did not answer."),
        ("npm error code ENOTFOUND", "The package index did not answer."),
        ("error: dns error: failed to lookup address", "The package index did not answer."),
        ("npm error code SELF_SIGNED_CERT_IN_CHAIN", "The network here answers with a certificate of its own."),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "A package is not the one that was locked."),
        ("npm error code EINTEGRITY", "A package is not the one that was locked."),
        ("ENOSPC: no space left on device", "The disk is full."),
        ("npm error code EACCES", "A file may not be written."),
        ("something nobody foresaw", "The lines above say what failed."),
    ],
)
def test_advice_knows_common_failures(said, begins):
    assert advice(said).startswith(begins)


# ──── what there is to install


def test_setup_steps_for_work_install_what_tests_and_lints(monkeypatch):
    monkeypatch.setattr(Step, "is_done", lambda step: False)

    first = packages.setup_steps(for_work=True)[0]

    assert first.made_from == (ROOT / "requirements-dev.txt",)


def test_setup_steps_for_serving_install_less(monkeypatch):
    monkeypatch.setattr(Step, "is_done", lambda step: False)

    first = packages.setup_steps(for_work=False)[0]

    assert first.made_from == (ROOT / "requirements.txt",)


def test_setup_steps_for_serving_keep_what_was_installed_for_work(monkeypatch):
    monkeypatch.setattr(Step, "is_done", lambda step: True)

    first = packages.setup_steps(for_work=False)[0]

    assert first.made_from == (ROOT / "requirements-dev.txt",)


@pytest.mark.parametrize("version", ["v18.19.0", "v20.18.3", "", "nonsense"])
def test_setup_steps_fetch_node_where_the_machine_has_none_or_an_old_one(version, monkeypatch):
    monkeypatch.setattr(Step, "is_done", lambda step: False)
    monkeypatch.setattr(packages.shutil, "which", lambda name: f"/usr/bin/{name}" if version else None)
    answer = subprocess.CompletedProcess([], 0, stdout=version)
    monkeypatch.setattr(packages.subprocess, "run", lambda *args, **kwargs: answer)

    titles = [step.title for step in packages.setup_steps(for_work=False)]

    assert titles[1:] == [
        "Fetching Node.js, for this folder only",
        "Installing front-end packages",
        "Building the style sheet",
    ]


@pytest.mark.parametrize("version", ["v20.19.0", "v24.1.0"])
def test_setup_steps_use_the_npm_of_the_machine(version, monkeypatch):
    monkeypatch.setattr(Step, "is_done", lambda step: False)
    monkeypatch.setattr(packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    answer = subprocess.CompletedProcess([], 0, stdout=version)
    monkeypatch.setattr(packages.subprocess, "run", lambda *args, **kwargs: answer)

    titles = [step.title for step in packages.setup_steps(for_work=False)]

    assert titles[1:] == ["Installing front-end packages", "Building the style sheet"]


def test_is_sound_knows_this_environment():
    assert packages.is_sound(Path(sys.prefix))


def test_is_sound_refuses_a_half_made_environment(tmp_path):
    packages.program("python", venv=tmp_path).parent.mkdir(parents=True)

    assert not packages.is_sound(tmp_path)
