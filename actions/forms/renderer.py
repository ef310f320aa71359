"""Draws our forms in GOV.UK markup. The administration keeps Django's own renderer."""

from django.forms.renderers import TemplatesSetting
from django.template.backends.django import Template
from django.template.loader import select_template

ONE_LINE_INPUTS = {"date", "email", "number", "password", "search", "tel", "text", "url"}


class GovukRenderer(TemplatesSetting):
    """Looks for Django's widget templates under govuk_forms/ first; what is not there stays as it is."""

    form_template_name = "govuk_forms/form.html"
    field_template_name = "govuk_forms/field.html"

    def get_template(self, template_name: str) -> Template:
        return select_template([_ours(template_name), template_name])


def _ours(template_name: str) -> str:
    """The one-line inputs differ only in their type, so one template draws them all."""
    folder, _, name = template_name.rpartition("/")
    if folder == "django/forms/widgets" and name.removesuffix(".html") in ONE_LINE_INPUTS:
        name = "input.html"
    return f"{folder.replace('django/forms', 'govuk_forms', 1)}/{name}"
