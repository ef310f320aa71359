"""Inputs that ask a little more kindly than Django's own."""

import re
from collections.abc import Mapping

from django import forms

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class DayInput(forms.DateInput):
    """The browser's own date picker; a text box where what was typed is no day a picker could show again."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None):
        super().__init__(attrs, format="%Y-%m-%d")

    def get_context(self, name: str, value, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"]
        if shown and not ISO_DAY.fullmatch(shown):
            context["widget"]["type"] = "text"
        return context


class HintedRadios(forms.RadioSelect):
    """Radio buttons of which some say more under their label: `hints` is keyed by the choice's value."""

    def __init__(self, *args, hints: Mapping[str, str], **kwargs):
        super().__init__(*args, **kwargs)
        self.hints = hints

    def create_option(self, name, value, *args, **kwargs) -> dict:
        option = super().create_option(name, value, *args, **kwargs)
        option["hint"] = self.hints.get(str(value), "")
        return option
