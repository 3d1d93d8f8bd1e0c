"""Inputs of our own: days typed as people write them, selects that write their options.

Django renders two templates an option: with every country to choose from, that was
more than half of a page's time.
"""

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

SELECTED = mark_safe(" selected")


class DayInput(forms.DateInput):
    """A text input, so that a day can be typed in any form; script adds a calendar."""

    input_type = "text"

    def __init__(self, attrs=None) -> None:
        attrs = {"data-day": True, "autocomplete": "off", **(attrs or {})}
        super().__init__(attrs, format="%Y-%m-%d")


class WritesOptions:
    """Of a select without groups of options."""

    def render(self, name, value, attrs=None, renderer=None) -> SafeString:
        widget = self.get_context(name, value, attrs)["widget"]
        options = format_html_join(
            "\n",
            '<option value="{}"{}>{}</option>',
            (
                (
                    option["value"],
                    SELECTED if option["selected"] else "",
                    option["label"],
                )
                for _group, options, _index in widget["optgroups"]
                for option in options
            ),
        )
        attributes = flatatt(widget["attrs"])
        return format_html(
            '<select name="{}"{}>\n{}\n</select>', name, attributes, options
        )


class Select(WritesOptions, forms.Select):
    pass


class SelectMultiple(WritesOptions, forms.SelectMultiple):
    pass
