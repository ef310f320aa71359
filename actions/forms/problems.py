"""What is wrong with a filled form, as the summary on top of the page lists it."""

from django import forms

REQUIRED = forms.Field.default_error_messages["required"]


def problems_of(form: forms.BaseForm) -> list[tuple[str, str]]:
    """Each error, and the id of the field to put it right in: empty where it is about the whole form."""
    problems = [(message, "") for message in form.non_field_errors()]
    for field in form:
        problems += [(_named(message, field), _first_input_id(field)) for message in field.errors]
    return problems


def _named(message: str, field: forms.BoundField) -> str:
    """Django's own "This field is required." says nothing in a list, away from its field."""
    return f"{field.label}: {message}" if message == REQUIRED else message


def _first_input_id(field: forms.BoundField) -> str:
    """Of radio buttons and tick boxes the first, because their group has no id of its own."""
    if field.is_hidden:
        return ""
    return field.id_for_label or field.subwidgets[0].id_for_label


def wrong_choice(form: forms.BaseForm, name: str) -> str:
    """What an address may say where it names something that cannot be chosen."""
    choices = getattr(form.fields[name], "choices", [])
    allowed = ", ".join(f"{value} ({label})" for value, label in choices if str(value))
    return f"“{name}” must be one of: {allowed}." if allowed else f"“{name}” cannot be used."
