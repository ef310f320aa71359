"""A file is taken for what it holds, never for what its name or a browser says."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from actions.forms.evidence import LARGEST, EvidenceFileField, EvidenceForm, is_what_it_says
from tests.files import ALLOWED, REFUSED, upload

LINK = "https://www.example.org/minutes"
NOT_ALLOWED = (
    "This is not a PDF, Word, Excel, PowerPoint, picture or text file, whatever its name says. Save it as one of these."
)


def refusal(file) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        EvidenceFileField().clean(file)
    return refused.value.messages


def errors(files=None, **typed) -> dict:
    return EvidenceForm({"title": "Minutes"} | typed, files).errors


@pytest.mark.parametrize("name", ALLOWED)
def test_evidence_file_of_an_allowed_kind_is_taken_whole(name):
    file = EvidenceFileField().clean(upload(name))

    assert file.read() == ALLOWED[name]


@pytest.mark.parametrize("name", REFUSED)
def test_evidence_file_of_another_kind_is_refused_and_says_why(name):
    assert refusal(upload(name, REFUSED[name])) == [NOT_ALLOWED]


def test_evidence_file_that_is_empty_is_refused_and_says_why():
    assert refusal(upload("notes.txt", b"")) == ["This file is empty. Choose the one that was meant."]


def test_evidence_file_up_to_the_limit_is_taken():
    file = upload("plan.pdf")
    file.size = LARGEST

    assert EvidenceFileField().clean(file) == file


def test_evidence_file_beyond_the_limit_is_refused_and_says_why():
    file = upload("plan.pdf")
    file.size = LARGEST + 1

    assert refusal(file) == ["This file is larger than 20 MB. Make it smaller, or give its address instead."]


def test_evidence_form_says_which_files_may_come():
    assert EvidenceForm()["file"].help_text == "PDF, Word, Excel, PowerPoint, picture or text, up to 20 MB."


@given(name=st.sampled_from(list(ALLOWED)), at=st.integers(0, 500), bits=st.binary(max_size=12), cut=st.booleans())
def test_evidence_file_that_is_damaged_is_answered_and_never_breaks(name, at, bits, cut):
    content = ALLOWED[name]
    damaged = content[:at] + bits + (b"" if cut else content[at + len(bits) :])

    assert is_what_it_says(upload(name, damaged)) in {True, False}


def test_evidence_file_of_an_archive_newer_than_we_can_read_is_refused():
    """Python's zipfile gives up on it with an error of another make than on a damaged one."""
    content = ALLOWED["plan.docx"]
    version_at = content.rindex(b"PK\x01\x02") + 6
    newer = content[:version_at] + b"\xff" + content[version_at + 1 :]

    assert refusal(upload("plan.docx", newer)) == [NOT_ALLOWED]


def test_evidence_file_of_an_archive_with_unreadable_names_is_refused():
    content = ALLOWED["plan.docx"]
    flags_at = content.rindex(b"PK\x01\x02") + 8
    said_to_be_utf8 = content[:flags_at] + b"\x00\x08" + content[flags_at + 2 :].replace(b"word/", b"w\xffrd/")

    assert refusal(upload("plan.docx", said_to_be_utf8)) == [NOT_ALLOWED]


# ──── the form: one or the other


def test_evidence_form_takes_a_link_or_a_file():
    assert (errors(link=LINK), errors({"file": upload("plan.pdf")})) == ({}, {})


def test_evidence_form_gives_a_link_typed_in_short_its_scheme():
    form = EvidenceForm({"title": "Minutes", "link": "www.example.org/minutes"})

    assert (form.is_valid(), form.cleaned_data["link"]) == (True, LINK)


@pytest.mark.parametrize(("link", "files"), [("", None), (LINK, "both")])
def test_evidence_form_asks_for_exactly_one(link, files):
    given_files = {"file": upload("plan.pdf")} if files else None

    assert errors(given_files, link=link) == {"link": ["Give either the address or a file."]}


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "not an address"])
def test_evidence_form_refuses_what_is_no_address_of_a_website(link):
    assert errors(link=link) == {
        "link": ["Write a full address, such as https://www.example.gov.uk/local-offer."],
    }
