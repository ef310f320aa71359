"""One press: still true."""

from uuid import uuid4

from django import forms

from .base import GovukForm


class ConfirmForm(GovukForm):
    """Knows which press it is, and what the person had seen."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, seen_id: int | None = None):
        super().__init__(data, initial={"submission": uuid4(), "seen": seen_id}, auto_id=False)
