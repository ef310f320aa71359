"""What happens between the opening of a form that builds a record and its last press: the same on every such page."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest, QueryDict

from actions.forms.base import GovukForm
from actions.forms.records.record_form import RecordForm
from actions.models import Partnership, Plan
from actions.operations.save_record import SomebodyElseEdited, last_edit, save_record
from actions.summaries.record_history import Change, record_history

from .as_at import as_at
from .typed_text import typed_before, writer_token


@dataclass(frozen=True)
class Filling:
    """A form as it stands; `saved` once it is written, `theirs` where somebody else was quicker."""

    form: GovukForm
    saved: Model | None = None
    theirs: list[Change] | None = None
    came_back: bool = False
    writer: str = ""

    @property
    def context(self) -> dict:
        return {"form": self.form, "theirs": self.theirs, "came_back": self.came_back, "writer": self.writer}


def fill(
    request: HttpRequest, make_form: Callable[[QueryDict | None], GovukForm], *, save: Callable | None = None
) -> Filling:
    """`save` takes the valid form, and writes; unless told, it writes the record that the form is of."""
    kept = typed_before(request)
    form = make_form(request.POST if request.method == "POST" else kept)
    theirs = None
    if request.method == "POST" and form.is_valid():
        try:
            return Filling(form, saved=save(form) if save else _save(form, request))
        except SomebodyElseEdited as quicker:
            theirs = record_history(form.instance, after=quicker.seen)
            form.saw(last_edit(form.instance))
        except ValidationError as error:
            form.refuse(error)
    return Filling(form, theirs=theirs, came_back=kept is not None, writer=writer_token(request))


def around(request: HttpRequest, partnership: Partnership, plan: Plan | None = None, **more) -> dict:
    """What every page that builds a record is given beside its form."""
    common = {"partnership": partnership, "section": "set-up", "as_at": as_at(request)}
    return common | ({"plan": plan} if plan else {}) | more


def _save(form: RecordForm, request: HttpRequest) -> Model:
    return save_record(form.instance, by=request.user, seen=form.cleaned_data.get("seen"), links=form.links)
