import json
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace

import django_tables2 as tables
import pytest
from allauth.account.forms import ResetPasswordForm
from django import forms
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import include, path
from html5lib import HTMLParser

from actions.choices import EnquiryState, Flag, Progress, Rag, Status
from actions.flags import RaisedFlag
from actions.forms.base import GovukForm
from actions.summaries.twelve_months import MonthStatus
from actions.templatetags.strip_words import strip_in_words


def _page(request: HttpRequest, *args, **kwargs) -> HttpResponse:
    return HttpResponse()


urlpatterns = [
    path("", _page, name="home"),
    path("partnerships/<slug:slug>/", _page, name="partnership-home"),
    path("partnerships/<slug:slug>/brand.css", _page, name="partnership-brand"),
    path("partnerships/<slug:slug>/findings/", _page, name="finding-list"),
    path("partnerships/<slug:slug>/questions/", _page, name="enquiry-list"),
    path("plans/<int:plan_id>/", _page, name="plan-dashboard"),
    path("plans/<int:plan_id>/actions/", _page, name="action-list"),
    path("plans/<int:plan_id>/movement/", _page, name="movement-ledger"),
    path("plans/<int:plan_id>/reports/", _page, name="report-list"),
    path("plans/<int:plan_id>/dates/", _page, name="date-list"),
    path("plans/<int:plan_id>/trend/", _page, name="plan-trend"),
    path("plans/<int:plan_id>/reporting/", _page, name="reporting"),
    path("reminders/", _page, name="reminder-choices"),
    path("accounts/", include("allauth.urls")),
]
pytestmark = pytest.mark.urls(__name__)


@dataclass
class AsAt:
    day: date = date(2019, 7, 10)
    is_explicit: bool = True
    is_today: bool = False
    is_to_come: bool = False
    compared_with: date | None = None
    compared_in_words: str = ""
    compares: bool = False
    earlier_meetings: list = field(default_factory=list)
    hidden_params: list = field(default_factory=list)


@dataclass
class Record:
    name: str
    url: str

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return self.url


def drawn(template: str, **context) -> str:
    return Template(template).render(Context(context)).strip()


def parsed(markup: str):
    return HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(markup)


def words(element) -> str:
    return " ".join("".join(element.itertext()).split())


def months(*statuses: str, first: date = date(2018, 12, 1)) -> list[MonthStatus]:
    numbers = range(first.month - 1, first.month - 1 + len(statuses))
    days = [date(first.year + number // 12, number % 12 + 1, 28) for number in numbers]
    return [MonthStatus(day, status) for day, status in zip(days, statuses, strict=True)]


# ──── days


def test_in_full_and_in_short_write_a_day_and_leave_silence_silent():
    day = date(2019, 7, 12)

    text = drawn("{{ day|in_full }}, {{ day|in_short }}, {{ none|in_full }}", day=day, none=None)

    assert text == "12 July 2019, 12 Jul 2019,"


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        (AsAt(), "/plans/7/actions/?on=2019-07-10&amp;status=delayed"),
        (AsAt(is_explicit=False), "/plans/7/actions/?status=delayed"),
        (None, "/plans/7/actions/?status=delayed"),
    ],
)
def test_as_at_url_carries_a_chosen_day_along_and_leaves_empty_conditions_out(as_at, expected):
    url = drawn("{% as_at_url 'action-list' 7 status='delayed' rag='' priority=None %}", as_at=as_at)

    assert url == expected


def test_as_at_url_without_day_or_condition_is_bare():
    assert drawn("{% as_at_url 'home' %}") == "/"


def test_as_at_bar_says_the_day_and_keeps_the_conditions():
    as_at = AsAt(
        compared_with=date(2019, 5, 15),
        compared_in_words="15 May 2019 (Scrutiny)",
        hidden_params=[("status", "delayed"), ("q", "a&b")],
    )
    request = RequestFactory().get("/plans/7/actions/")

    tree = parsed(drawn("{% as_at_bar %}", as_at=as_at, request=request))

    assert [words(line) for line in tree.iter("p")] == ["As at 10 July 2019", "compared with 15 May 2019 (Scrutiny)"]
    assert [(i.get("name"), i.get("value")) for i in tree.iter("input")] == [
        ("status", "delayed"),
        ("q", "a&b"),
        ("on", "2019-07-10"),
    ]
    assert [link.get("href") for link in tree.iter("a")] == ["/plans/7/actions/?status=delayed&q=a%26b"]


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        (AsAt(is_today=True), "As at 10 July 2019, today"),
        (AsAt(is_to_come=True), "As at 10 July 2019, a day still to come"),
    ],
)
def test_as_at_bar_says_where_the_day_lies(as_at, expected):
    tree = parsed(drawn("{% as_at_bar %}", as_at=as_at, request=RequestFactory().get("/")))

    assert [words(line) for line in tree.iter("p")] == [expected]


# ──── words with a shape


@pytest.mark.parametrize("status", Status)
def test_status_tag_has_word_and_mark_and_takes_a_plain_value(status):
    tree = parsed(drawn("{% status_tag status %}", status=status.value))

    assert words(tree) == status.label
    assert [e.get("class") for e in tree.iter("span") if e.get("aria-hidden")] == [f"app-mark app-mark--{status.value}"]


@pytest.mark.parametrize("rag", Rag)
def test_rag_tag_has_word_and_shape(rag):
    tree = parsed(drawn("{% rag_tag rag %}", rag=rag))

    assert words(tree) == rag.label
    assert [e.get("class") for e in tree.iter("strong")] == [f"app-rag app-rag--{rag.value}"]


@pytest.mark.parametrize("state", EnquiryState)
def test_enquiry_tag_has_word_and_mark(state):
    tree = parsed(drawn("{% enquiry_tag state %}", state=state.value))

    mark = next(element for element in tree.iter("span") if element.get("aria-hidden"))
    assert (words(tree), mark.get("class")) == (state.label, "app-answer__mark")


@pytest.mark.parametrize("progress", Progress)
def test_judged_tag_says_its_word_and_borrows_no_colour_of_a_status(progress):
    tag = parsed(drawn("{% judged_tag progress %}", progress=progress))[0]

    assert (words(tag), tag.get("class")) == (progress.label, f"app-judged app-judged--{progress.value}")


def test_rag_tag_gives_its_reason_to_every_reader():
    tree = parsed(drawn("{% rag_tag 'red' reason='100 days late' %}"))

    assert words(tree) == "Red: 100 days late"
    assert next(tree.iter("strong")).get("title") == "100 days late"


def test_rag_key_explains_five_colours_and_names_the_plans_own_tolerance():
    plan = SimpleNamespace(tolerance_days=30, confirm_within_days=35)

    tree = parsed(drawn("{% rag_key plan %}", plan=plan))

    assert [words(term) for term in tree.iter("dt")] == [rag.label for rag in Rag.shown()]
    assert (
        words(list(tree.iter("dd"))[3])
        == "Not complete, and more than 30 days past its original due date, or moved so far."
    )


@pytest.mark.parametrize(
    ("before", "expected"),
    [("on_track", "On track→ became Delayed or at risk"), (None, "New to the plan→ became Delayed or at risk")],
)
def test_status_change_reads_from_one_to_the_other(before, expected):
    tree = parsed(drawn("{% status_change before=before after='delayed' %}", before=before))

    assert words(tree) == expected


def test_flag_list_gives_each_flag_its_sentence():
    flags = [RaisedFlag(Flag.OVERDUE, "Was due yesterday."), RaisedFlag(Flag.NO_START_DATE, "No day was given.")]

    tree = parsed(drawn("{% flag_list flags %}", flags=flags))

    assert [words(item) for item in tree.iter("li")] == [
        "Past its due date. Was due yesterday.",
        "No start date. No day was given.",
    ]


def test_flag_list_of_nothing_is_nothing():
    assert drawn("{% flag_list flags %}", flags=[]) == ""


# ──── figures, strips and charts


def test_figure_is_the_number_alone_inside_its_link():
    tree = parsed(drawn("{% figure name='complete' number=18 label='Complete' url='/list/' %}"))

    link = next(tree.iter("a"))
    numbers = [(e.get("data-figure"), e.text) for e in link.iter() if e.get("data-figure")]

    assert (link.get("href"), numbers, words(tree)) == ("/list/", [("complete", "18")], "18 Complete")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (7, "+7 since 15 May 2019"),
        (-9, "\N{MINUS SIGN}9 since 15 May 2019"),
        (0, "No change since 15 May 2019"),
    ],
)
def test_figure_says_its_change_in_words_and_sign(change, expected):
    markup = drawn(
        "{% figure name='delayed' number=8 label='Delayed' change=change since=since %}",
        change=change,
        since=date(2019, 5, 15),
    )

    assert [words(line) for line in parsed(markup).iter("p")] == [expected]


def test_figure_without_an_earlier_day_says_no_change_at_all():
    markup = drawn("{% figure name='total' number=94 label='Actions' change=None since=None %}")

    assert words(parsed(markup)) == "94 Actions"


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (["not_started"], "Dec 2018 not started"),
        (["", "on_track"], "Dec 2018 not yet in the plan; Jan 2019 on track"),
        (
            ["not_started"] * 3 + ["on_track"] * 9,
            "Dec 2018 to Feb 2019 not started; Mar to Nov 2019 on track",
        ),
    ],
)
def test_strip_in_words_names_each_run_of_months_once(statuses, expected):
    assert strip_in_words(months(*statuses)) == expected


def test_strip_is_one_image_with_a_marked_cell_for_each_month():
    tree = parsed(drawn("{% strip months %}", months=months("", "on_track", "closed")))

    strip, *cells = tree.iter("span")

    assert (strip.get("role"), strip.get("aria-label")) == (
        "img",
        "Dec 2018 not yet in the plan; Jan 2019 on track; Feb 2019 no longer applicable",
    )
    assert [(cell.get("class").split("--")[1], cell.get("title")) for cell in cells] == [
        ("absent", "Dec 2018: not yet in the plan"),
        ("on_track", "Jan 2019: on track"),
        ("closed", "Feb 2019: no longer applicable"),
    ]


def test_chart_carries_its_data_and_a_sentence():
    figure = {"data": [{"y": [1], "name": "</script>"}], "layout": {"height": 300}}

    tree = parsed(drawn("{% chart id='trend' figure=figure label='It rises.' %}", figure=figure))

    data, code = tree.iter("script")
    container = next(tree.iter("div"))
    assert json.loads(data.text) == figure
    assert (container.get("data-chart"), container.get("role")) == (data.get("id"), "img")
    assert container.get("aria-label") == "It rises."
    assert (code.get("type"), code.get("src")) == ("module", "/static/js/charts.js")


# ──── finding one's way


def test_navigation_of_a_plan_marks_the_section_and_carries_the_day():
    partnership = SimpleNamespace(slug="here", get_absolute_url=lambda: "/partnerships/here/")
    plan = SimpleNamespace(pk=7, partnership=partnership)

    tree = parsed(drawn("{% navigation %}", plan=plan, section="actions", as_at=AsAt()))

    links = [(words(link), link.get("href"), link.get("aria-current")) for link in tree.iter("a")]
    assert links == [
        ("Plans", "/partnerships/here/?on=2019-07-10", None),
        ("Dashboard", "/plans/7/?on=2019-07-10", None),
        ("Trend", "/plans/7/trend/?on=2019-07-10", None),
        ("Actions", "/plans/7/actions/?on=2019-07-10", "true"),
        ("What moved", "/plans/7/movement/?on=2019-07-10", None),
        ("Dates", "/plans/7/dates/?on=2019-07-10", None),
        ("Reports", "/plans/7/reports/?on=2019-07-10", None),
        ("Findings", "/partnerships/here/findings/?on=2019-07-10", None),
        ("Questions", "/partnerships/here/questions/?on=2019-07-10", None),
    ]


def test_navigation_of_a_partnership_leads_to_what_its_plans_share():
    partnership = SimpleNamespace(slug="here", get_absolute_url=lambda: "/partnerships/here/")

    tree = parsed(drawn("{% navigation %}", partnership=partnership, section="home"))

    assert [(words(link), link.get("href")) for link in tree.iter("a")] == [
        ("Plans", "/partnerships/here/"),
        ("Findings", "/partnerships/here/findings/"),
        ("Questions", "/partnerships/here/questions/"),
    ]


def test_navigation_of_nothing_is_nothing():
    assert drawn("{% navigation %}") == ""


def test_breadcrumbs_take_records_pairs_and_plain_text():
    plan = Record("Plan A", "/plans/7/")

    tree = parsed(drawn("{% breadcrumbs plan pair '3.01' %}", plan=plan, pair=("Actions", "/a/"), as_at=AsAt()))

    assert [(words(link), link.get("href")) for link in tree.iter("a")] == [
        ("Plan A", "/plans/7/?on=2019-07-10"),
        ("Actions", "/a/"),
    ]
    assert [words(item) for item in tree.iter("li") if item.get("aria-current") == "page"] == ["3.01"]


def test_empty_says_that_nothing_is_nothing():
    assert words(parsed(drawn("{% empty 'No actions match.' %}"))) == "No actions match."


# ──── forms and tables


class NameForm(GovukForm):
    name = forms.CharField(error_messages={"required": "Write a name."})


def test_error_summary_links_to_the_field():
    tree = parsed(drawn("{% error_summary form %}", form=NameForm({})))

    summary = next(tree.iter("div"))
    assert summary.get("tabindex") == "-1"
    assert [words(title) for title in tree.iter("h2")] == ["There is a problem"]
    assert [(words(link), link.get("href")) for link in tree.iter("a")] == [("Write a name.", "#id_name")]


@pytest.mark.parametrize("form", [NameForm(), NameForm({"name": "Ada"})])
def test_error_summary_without_errors_is_nothing(form):
    assert drawn("{% error_summary form %}", form=form) == ""


def test_govuk_form_draws_another_packages_form_in_our_markup():
    markup = drawn("{% govuk_form form %}", form=ResetPasswordForm({"email": "x"}))

    classes = [element.get("class") for element in parsed(markup).iter("input")]
    assert classes == ["govuk-input"]
    assert 'class="govuk-error-message" id="id_email_error"' in markup


class NameTable(tables.Table):
    name = tables.Column(verbose_name="Name")
    size = tables.Column(verbose_name="Size", orderable=False)
    caption = "Things"

    class Meta:
        empty_text = "No things."


def drawn_table(rows: list[dict], **query):
    request = RequestFactory().get("/", query)
    table = NameTable(rows)
    tables.RequestConfig(request, paginate={"per_page": 2}).configure(table)
    return parsed(drawn("{% load django_tables2 %}{% render_table table %}", table=table, request=request))


def test_table_is_a_labelled_region_with_caption_scopes_and_row_headers():
    tree = drawn_table([{"name": "Ash", "size": 3}])

    region = tree.find("div")
    assert (region.get("role"), region.get("aria-label"), region.get("tabindex")) == ("region", "Table: Things", "0")
    assert [words(caption) for caption in tree.iter("caption")] == ["Things"]
    assert [(words(head), head.get("scope")) for head in tree.iter("th")] == [
        ("Name", "col"),
        ("Size", "col"),
        ("Ash", "row"),
    ]
    assert [cell.get("data-label") for cell in tree.iter("td")] == ["Size"]


@pytest.mark.parametrize(("sort", "state"), [("name", "ascending"), ("-name", "descending")])
def test_table_says_how_it_is_sorted_and_sorting_starts_at_page_one(sort, state):
    tree = drawn_table([{"name": str(number), "size": 1} for number in range(5)], sort=sort, page=2, q="oak")

    head = next(tree.iter("th"))
    assert head.get("aria-sort") == state
    assert set(next(head.iter("a")).get("href").removeprefix("?").split("&")) == {
        "q=oak",
        "sort=-name" if sort == "name" else "sort=name",
    }


def test_table_pages_keep_the_conditions_and_mark_the_current_one():
    tree = drawn_table([{"name": str(number), "size": 1} for number in range(5)], page=2, q="oak")

    nav = next(tree.iter("nav"))
    assert [words(link) for link in nav.iter("a") if link.get("aria-current") == "page"] == ["2"]
    assert {link.get("href").split("&")[-1] for link in nav.iter("a")} == {"q=oak"}


def test_table_without_rows_says_so():
    tree = drawn_table([])

    assert [words(cell) for cell in tree.iter("td")] == ["No things."]
