"""Answers to questions about a file, as they come from the preview's form: kept where they can be read."""

from dataclasses import dataclass, field, replace

from django.http import HttpRequest, QueryDict

from actions.forms.import_decisions import DecisionForm
from actions.imports.answers import INSTEAD, LEAVE, PROPOSAL, Answers
from actions.imports.doubts import DoubtKind
from actions.imports.kept_answers import answers_of, keep_answers
from actions.imports.shown.asked import AskedShown, alike, asked_shown, leave_all
from actions.imports.stored import unpacked
from actions.imports.understanding.understood import Understanding
from actions.models import PlanImport

from .import_step import understood

LONGEST_REASON = 500


@dataclass
class Answered:
    """What is understood after it, and the forms that came back: those whose words cannot be read say so."""

    found: Understanding
    forms: dict[str, DecisionForm] = field(default_factory=dict)

    @property
    def refused(self) -> list[DecisionForm]:
        return [form for form in self.forms.values() if form.errors]

    @property
    def problems(self) -> list[tuple[str, str]]:
        return [problem for form in self.refused for problem in form.problems]


def keep_decisions(request: HttpRequest, plan_import: PlanImport) -> Answered:
    """A press for all of a kind keeps what was answered one by one as well."""
    book, answers = unpacked(plan_import.cells), answers_of(plan_import)
    before = understood(plan_import, answers, book=book)
    forms = _forms(request.POST, before)
    decisions = answers.decisions | _decisions(forms, before, request.POST) | _closed(request.POST, before)
    answers = _with_kind(replace(answers, decisions=decisions), request.POST.get("all", ""), before)
    found = understood(plan_import, answers, book=book)
    unread = _refuse_unread(forms, found)
    kept = {key: decision for key, decision in answers.decisions.items() if decision and key not in unread}
    keep_answers(plan_import, replace(answers, decisions=kept, told_on=found.told_on), plan=plan_import.plan)
    return Answered(found, forms)


def _forms(data: QueryDict, before: Understanding) -> dict[str, DecisionForm]:
    sent = [question for question in asked_shown(before.asked) if f"{question.name}-answer" in data]
    sent += [question for question in asked_shown(before.asked) if data.get(f"{question.name}-instead")]
    return {question.name: DecisionForm(data, question=question) for question in sent}


def _decisions(forms: dict[str, DecisionForm], before: Understanding, data: QueryDict) -> dict[str, str]:
    """Only what is new: an answer given for a whole kind stays one."""
    decisions: dict[str, str] = {}
    for name, form in forms.items():
        if not form.is_valid() or not form.decision:
            continue
        everywhere = f"{name}-same" in data
        if everywhere or form.decision != form.question.decision:
            asked = alike(before.asked, form.question) if everywhere else form.question.asked
            decisions |= {each.key: form.decision for each in asked}
    return decisions


def _closed(data: QueryDict, before: Understanding) -> dict[str, str]:
    """Actions of the plan that the file does not have, each with why it is closed; empty to leave it as it is."""
    reasons = {each.key: data.get(f"close-{each.action.key}") for each in before.vanished}
    typed = {key: " ".join(reason.split())[:LONGEST_REASON] for key, reason in reasons.items() if reason is not None}
    return {key: f"{INSTEAD}{reason}" if reason else "" for key, reason in typed.items()}


def _with_kind(answers: Answers, pressed: str, before: Understanding) -> Answers:
    """“date_rough:proposal”; nothing after the colon asks all of the kind again."""
    kind, _, answer = pressed.partition(":")
    if kind not in DoubtKind.values or answer not in {PROPOSAL, LEAVE, ""} or (answer == LEAVE and not leave_all(kind)):
        return answers
    kinds = {other: given for other, given in answers.decided_kinds.items() if other != kind}
    if answer:
        return replace(answers, decided_kinds=kinds | {kind: answer})
    of_kind = {asked.key for asked in before.by_kind.get(kind, [])}
    decisions = {key: given for key, given in answers.decisions.items() if key not in of_kind}
    return replace(answers, decided_kinds=kinds, decisions=decisions)


def _refuse_unread(forms: dict[str, DecisionForm], found: Understanding) -> set[str]:
    """The keys of what was written and could not be taken, with the reason said beside it."""
    asked = {each.key: each for each in found.asked}
    unread: set[str] = set()
    for form in forms.values():
        if form.errors or not form.decision.startswith(INSTEAD):
            continue
        open_now = [asked[each.key] for each in form.question.asked if each.key in asked]
        refused = next((each for each in open_now if not each.is_decided), None)
        if refused:
            form.refuse(f"This cannot be read. {refused.doubt.sentence}")
            same = {each.key for each in found.asked if each.typed == form.question.first.typed}
            unread |= {key for key in same if not asked[key].is_decided}
    return unread


def questions_named(forms: dict[str, DecisionForm], questions: list[AskedShown]) -> list[DecisionForm]:
    """Each question with the form that came back, else a new one."""
    return [forms.get(question.name) or DecisionForm(question=question) for question in questions]
