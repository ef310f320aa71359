"""What all our forms have in common."""

import re
from collections.abc import Mapping

from django import forms
from django.utils.datastructures import MultiValueDict

from .problems import problems_of
from .renderer import GovukRenderer

CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class GovukForm(forms.Form):
    """Drawn in GOV.UK markup, and deaf to control characters: no database or Word file can hold them.

    The browser's own "required" bubbles are off, because our messages say more and every reader gets them.
    """

    default_renderer = GovukRenderer
    use_required_attribute = False

    def __init__(self, data: Mapping | None = None, *args, **kwargs):
        super().__init__(without_control_characters(data), *args, **kwargs)

    def refuse(self, error: forms.ValidationError) -> None:
        """What was found only when it was to be written."""
        self.add_error(None, error)

    @property
    def problems(self) -> list[tuple[str, str]]:
        return problems_of(self)


def without_control_characters(data: Mapping | None) -> Mapping | None:
    """A copy of what was typed, without what cannot have been meant."""
    if data is None:
        return None
    if isinstance(data, MultiValueDict):
        return MultiValueDict({name: [_clean(value) for value in values] for name, values in data.lists()})
    return {name: _clean(value) for name, value in data.items()}


def _clean(value):
    return CONTROL_CHARACTERS.sub("", value) if isinstance(value, str) else value
