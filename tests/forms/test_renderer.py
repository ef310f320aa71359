from datetime import date

import pytest
from django import forms
from django.forms.renderers import get_default_renderer
from django.http import QueryDict
from html5lib import HTMLParser

from actions.forms.base import GovukForm
from actions.forms.problems import problems_of
from actions.forms.widgets import DayInput, HintedRadios

COLOURS = [("a", "Apple"), ("b", "Beech")]


class EveryKindForm(GovukForm):
    words = forms.CharField(label="Words", help_text="A few will do.")
    address = forms.EmailField(label="E-mail address")
    secret = forms.CharField(label="Password", widget=forms.PasswordInput)
    story = forms.CharField(label="Story", widget=forms.Textarea)
    tree = forms.ChoiceField(label="Tree", choices=[("", "Choose"), ("Trees", COLOURS)])
    trees = forms.MultipleChoiceField(label="Trees", choices=COLOURS, widget=forms.CheckboxSelectMultiple)
    answer = forms.ChoiceField(label="Answer", choices=COLOURS, widget=HintedRadios(hints={"b": "The copper one."}))
    sure = forms.BooleanField(label="I am sure")
    day = forms.DateField(label="Day", widget=DayInput())
    search = forms.CharField(label="Search", widget=forms.TextInput(attrs={"type": "search"}))
    secretly = forms.CharField(widget=forms.HiddenInput)


def parsed(markup: str):
    """The markup as a tree; a mistake in it is an error."""
    return HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(str(markup))


def by_name(tree, name: str):
    return next(element for element in tree.iter() if element.get("name") == name)


def test_govuk_form_gives_every_field_its_govuk_class():
    tree = parsed(EveryKindForm())

    classes = {element.get("name"): element.get("class") for element in tree.iter() if element.get("name")}

    assert classes == {
        "words": "govuk-input",
        "address": "govuk-input",
        "secret": "govuk-input",
        "story": "govuk-textarea",
        "tree": "govuk-select",
        "trees": "govuk-checkboxes__input",
        "answer": "govuk-radios__input",
        "sure": "govuk-checkboxes__input",
        "day": "govuk-input",
        "search": "govuk-input",
        "secretly": None,
    }


def test_govuk_form_names_every_field():
    tree = parsed(EveryKindForm())

    labelled = {label.get("for") for label in tree.iter("label")}
    visible = {
        element.get("id")
        for tag in ("input", "select", "textarea")
        for element in tree.iter(tag)
        if element.get("type") != "hidden"
    }

    assert labelled == visible


def test_govuk_form_keeps_each_input_type():
    tree = parsed(EveryKindForm())

    types = [by_name(tree, name).get("type") for name in ("words", "address", "secret", "day", "search")]

    assert types == ["text", "email", "password", "date", "search"]


def test_govuk_form_ties_hint_and_error_to_the_field():
    tree = parsed(EveryKindForm({"words": ""}))

    field = by_name(tree, "words")

    assert field.get("aria-describedby") == "id_words_helptext id_words_error"
    assert field.get("aria-invalid") == "true"
    assert {"id_words_helptext", "id_words_error"} <= {element.get("id") for element in tree.iter()}


def test_govuk_form_ties_the_error_of_radio_buttons_to_their_group():
    tree = parsed(EveryKindForm({}))

    groups = [group.get("aria-describedby") for group in tree.iter("fieldset")]

    assert groups == ["id_trees_error", "id_answer_error"]


def test_govuk_form_says_error_before_the_message():
    markup = EveryKindForm({}).as_div()

    assert markup.count('<span class="govuk-visually-hidden">Error:</span> This field is required.') == 10


def test_govuk_form_comes_back_filled():
    form = EveryKindForm({"words": "so <far>", "story": "once", "tree": "b", "answer": "a", "trees": ["b"]})

    tree = parsed(form)

    assert by_name(tree, "words").get("value") == "so <far>"
    assert by_name(tree, "story").text == "once"
    chosen = [element.get("value") for element in tree.iter() if {"selected", "checked"} & set(element.keys())]
    assert chosen == ["b", "b", "a"]


def test_hinted_radios_tie_the_hint_to_its_own_button():
    tree = parsed(EveryKindForm())

    described = [button.get("aria-describedby") for button in tree.iter("input") if button.get("name") == "answer"]

    assert described == [None, "id_answer_1_hint"]


@pytest.mark.parametrize(
    ("typed", "kind"), [("2019-07-10", "date"), (date(2019, 7, 10), "date"), ("", "date"), ("next spring", "text")]
)
def test_day_input_shows_again_what_no_date_picker_could(typed, kind):
    field = by_name(parsed(EveryKindForm({"day": typed})), "day")

    assert (field.get("type"), field.get("value") or "") == (kind, str(typed))


@pytest.mark.parametrize("data", [QueryDict("words=a%00b%0Bc%1F%0A"), {"words": "a\x00b\x0bc\x1f\n"}])
def test_govuk_form_is_deaf_to_control_characters(data):
    form = EveryKindForm(data)

    assert form["words"].value() == "abc\n"


def test_govuk_form_keeps_every_value_of_a_list():
    form = EveryKindForm(QueryDict("trees=a&trees=b%00"))

    form.full_clean()

    assert form.cleaned_data["trees"] == ["a", "b"]


def test_govuk_form_without_data_is_not_bound():
    assert EveryKindForm().is_bound is False


def test_problems_of_a_form_name_the_input_to_put_right():
    class Pair(GovukForm):
        first = forms.CharField()
        answer = forms.ChoiceField(choices=COLOURS, widget=forms.RadioSelect)

        def clean(self):
            raise forms.ValidationError("They do not go together.")

    problems = problems_of(Pair({}))

    assert problems == [
        ("They do not go together.", ""),
        ("First: This field is required.", "id_first"),
        ("Answer: This field is required.", "id_answer_0"),
    ]


def test_other_forms_keep_djangos_own_markup():
    class Plain(forms.Form):
        words = forms.CharField()

    markup = Plain().as_div()

    assert "govuk" not in markup
    assert type(get_default_renderer()).__module__ == "django.forms.renderers"
