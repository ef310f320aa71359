"""The register of questions and recommendations as a table: on the page and as a file."""

import django_tables2 as tables

from actions.summaries.enquiries import Entry

from .columns import ComponentColumn


class AskedColumn(ComponentColumn):
    def value(self, record: Entry, **_) -> str:
        return record.enquiry.text


class StateColumn(ComponentColumn):
    def value(self, record: Entry, **_) -> str:
        return record.state.label


class AnswerColumn(ComponentColumn):
    def value(self, record: Entry, **_) -> str:
        return record.answer.words if record.answer else ""


class EnquiryTable(tables.Table):
    """The page says in one sentence when it was asked, due and answered; a file has a column for each."""

    asked = AskedColumn("enquiry_asked", verbose_name="What was asked", accessor="enquiry__text", orderable=False)
    kind = tables.Column(verbose_name="Kind", accessor="enquiry__get_kind_display", visible=False)
    about = tables.Column(verbose_name="About actions", empty_values=(), visible=False)
    state = StateColumn("enquiry_state", verbose_name="How it stands", order_by=("place",))
    body = tables.Column(verbose_name="Asked by", accessor="enquiry__body__name")
    asked_by = tables.Column(verbose_name="Asked by whom there", accessor="enquiry__asked_by", visible=False)
    asked_on = tables.Column(verbose_name="Asked on", accessor="enquiry__asked_on", visible=False)
    minute_ref = tables.Column(verbose_name="Minute", accessor="enquiry__minute_ref", visible=False)
    to = tables.Column(verbose_name="Put to", accessor="enquiry__addressed_to__name")
    due_on = tables.Column(verbose_name="Answer due on", accessor="enquiry__due_on", visible=False)
    answered_on = tables.Column(verbose_name="First answered on", accessor="enquiry__answered_on", visible=False)
    outcome = tables.Column(verbose_name="Outcome", accessor="answer__get_outcome_display", visible=False)
    answer = AnswerColumn("enquiry_answer", verbose_name="The answer", orderable=False, empty_values=())

    class Meta:
        attrs = {"class": "app-questions"}
        empty_text = "Nothing on record fits. Take a condition away to see more."

    def __init__(self, data: list[Entry], **kwargs):
        self.caption = "Questions and recommendations"
        super().__init__(data, **kwargs)

    def value_about(self, record: Entry) -> str:
        return ", ".join(action.ref for action in record.enquiry.actions.all())
