"""Evidence files on their way in and out: what they are called, what they hold, and how a browser gets them."""

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.urls import reverse

from actions.choices import Role
from actions.models import Action
from tests.factories import make_action, make_evidence, make_member
from tests.files import ALLOWED, REFUSED, upload
from tests.views.filled import filled

pytestmark = pytest.mark.django_db

PART = 'Content-Disposition: form-data; name="{}"{}\r\n\r\n'


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        yield


@pytest.fixture
def action(client) -> Action:
    """With its officer signed in."""
    action = make_action()
    lead = action.lead_organisation
    client.force_login(make_member(action.plan.partnership, role=Role.OFFICER, organisation=lead))
    return action


def add(client, action: Action, **typed):
    return client.post(reverse("evidence-add", args=[action.pk]), {"title": "The plan"} | typed)


def add_called(client, action: Action, name: str):
    """As a browser sends it, whatever the name: the test client would tidy it first."""
    title = PART.format("title", "").encode() + b"The plan"
    file = PART.format("file", f'; filename="{name}"').encode() + ALLOWED["plan.pdf"]
    body = b"".join(b"--parted\r\n" + part + b"\r\n" for part in (title, file)) + b"--parted--\r\n"
    address = reverse("evidence-add", args=[action.pk])
    return client.post(address, body, content_type="multipart/form-data; boundary=parted")


@pytest.mark.parametrize("name", ALLOWED)
def test_evidence_file_of_an_allowed_kind_goes_in_and_comes_out_unchanged(client, action, name):
    add(client, action, file=upload(name))

    response = client.get(reverse("evidence-download", args=[action.evidence.get().pk]))

    assert b"".join(response.streaming_content) == ALLOWED[name]


@pytest.mark.parametrize("name", [name for name in REFUSED if name != ".pdf"])
def test_evidence_file_of_another_kind_comes_back_with_the_form_and_is_not_kept(client, action, name):
    response = add(client, action, file=upload(name, REFUSED[name]))

    assert list(response.context["form"].errors) == ["file"]
    assert (filled(response)["title"], action.evidence.count()) == ("The plan", 0)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/plan.pdf", "plan.pdf"),
        ("/etc/cron.d/plan.pdf", "plan.pdf"),
        ("C:\\temp\\plan.pdf", "plan.pdf"),
        ("the “plan” for Préston's.pdf", "the “plan” for Préston's.pdf"),
        ("ring\x07 the\x00 bell.pdf", "ring the bell.pdf"),
        ("<b>plan</b>.pdf", "b>.pdf"),
        ("p" * 240 + ".pdf", "p" * 196 + ".pdf"),
    ],
)
def test_evidence_file_is_kept_under_a_name_that_nobody_can_guess(client, action, name, kept):
    add_called(client, action, name)

    evidence = action.evidence.get()
    assert (evidence.title, evidence.file_name, evidence.file_size) == ("The plan", kept, len(ALLOWED["plan.pdf"]))
    assert (len(evidence.file.name), evidence.file.name.isascii()) == (32 + len(".pdf"), True)


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ('the "plan".pdf', r'attachment; filename="the \"plan\".pdf"'),
        ("Préston.pdf", "attachment; filename*=utf-8''Pr%C3%A9ston.pdf"),
        ("“plan”; x=y.pdf", "attachment; filename*=utf-8''%E2%80%9Cplan%E2%80%9D%3B%20x%3Dy.pdf"),
    ],
)
def test_evidence_file_is_downloaded_under_the_name_it_came_with(client, action, name, header):
    evidence = make_evidence(action, link="", file=ContentFile(b"%PDF-1.4", name), file_name=name)

    response = client.get(reverse("evidence-download", args=[evidence.pk]))

    assert response.headers["Content-Disposition"] == header


def make_file(action: Action, content: bytes = b"%PDF-1.4", name: str = "plan.pdf"):
    return make_evidence(action, link="", file=ContentFile(content, name), file_name=name)


def download(client, evidence):
    return client.get(reverse("evidence-download", args=[evidence.pk]))


@pytest.mark.parametrize("role", Role)
def test_evidence_file_is_a_download_for_every_member_and_never_a_page(client, action, role):
    client.force_login(make_member(action.plan.partnership, role=role))

    response = download(client, make_file(action, b"<script>alert(1)</script>", "page.html"))

    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"
    expected = {
        "Content-Disposition": 'attachment; filename="page.html"',
        "Content-Type": "application/octet-stream",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    assert {name: response.headers[name] for name in expected} == expected


def test_evidence_file_that_is_gone_is_not_found(client, action):
    evidence = make_file(action)
    evidence.file.storage.delete(evidence.file.name)

    assert download(client, evidence).status_code == 404


def test_evidence_that_is_a_link_is_no_file(client, action):
    assert download(client, make_evidence(action)).status_code == 404


def test_evidence_file_asks_who_it_is(client, action):
    evidence = make_file(action)
    client.logout()

    assert download(client, evidence).url == f"{reverse('account_login')}?next=/evidence/{evidence.pk}/"


def test_evidence_file_never_lies_under_an_address_of_its_own(client, action):
    add(client, action, file=upload("plan.pdf"))
    evidence = action.evidence.get()

    answers = [client.get(f"/{folder}/{evidence.file.name}").status_code for folder in ("media", "evidence", "static")]

    assert answers == [404, 404, 404]
