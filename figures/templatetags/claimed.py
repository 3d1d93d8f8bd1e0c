"""What centres claim together beside what counts once, for a figure's pages."""

from django import template

from figures import claims
from figures.claims import claimed_and_once
from figures.models import Claim
from figures.registry import Figure
from figures.scopes import Scope

register = template.Library()


@register.inclusion_tag("figures/_claimed.html")
def claimed_twice(figure: Figure, scope: Scope) -> dict:
    """Nothing for one centre, for a past day, and where nothing is claimed twice."""
    if scope.centre is not None or scope.as_known is not None:
        return {}
    found = claimed_and_once([figure], scope.period).get(figure.slug)
    if found is None or found[0] == found[1]:
        return {}
    claimed, once = map(figure.unit.text, found)
    return {
        "claimed": claimed,
        "once": once,
        "unit": figure.unit.label,
        "record_type": figure.record_type.slug,
    }


@register.inclusion_tag("figures/_claims_of.html")
def claims_of(record, user) -> dict:
    """The double claims that a record takes part in; one statement, for records of the
    declared types only."""
    slug = record.record_type.slug
    if not claims.has(slug) or not user.has_perm("figures.view_claim"):
        return {}
    touching = Claim.objects.visible_to(user).touching(slug, [record.pk])
    found = touching.exclude(state=Claim.State.DIFFERENT)
    return {"claims": found.order_by("-score", "pk")}
