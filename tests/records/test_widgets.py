"""Selects that write their options themselves, like Django's own."""

import pytest
from django import forms
from pytest_django.asserts import assertHTMLEqual

from records.widgets import Select, SelectMultiple

CHOICES = [("", "---------"), ("VN", "베트남"), ("<b>", 'a "quoted" & <b>bold</b> one')]


@pytest.mark.parametrize("value", [None, "", "VN", "<b>", "XX"])
def test_one_choice_is_written_as_django_writes_it(value):
    ours, djangos = Select(choices=CHOICES), forms.Select(choices=CHOICES)
    attributes = {"id": "id_country", "required": True, "class": "form-select"}

    assertHTMLEqual(
        ours.render("country", value, attributes),
        djangos.render("country", value, attributes),
    )


@pytest.mark.parametrize("value", [None, [], ["VN"], ["VN", "<b>"]])
def test_several_choices_are_written_as_django_writes_them(value):
    ours, djangos = (
        SelectMultiple(choices=CHOICES),
        forms.SelectMultiple(choices=CHOICES),
    )

    assertHTMLEqual(
        ours.render("countries", value, {"id": "id_countries"}),
        djangos.render("countries", value, {"id": "id_countries"}),
    )
