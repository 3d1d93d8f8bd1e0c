"""`{% files_of record %}`: the evidence section, on whatever page a record has."""

from django import template

from records.files.section import section_of

register = template.Library()


@register.inclusion_tag("records/_files.html", takes_context=True)
def files_of(context, record) -> dict:
    return section_of(record, context["request"].user)
