"""A declaration of double claims that cannot work is a system-check error."""

from collections.abc import Iterator

from django.core.checks import Error, register
from django.core.exceptions import FieldError

from figures import claims
from figures.claim_finding import keyed_records
from figures.claims import Claimed
from records import record_types


@register("figures")
def check_claims(app_configs=None, **kwargs) -> list[Error]:
    return [error for one in claims.all_claimed() for error in check_claimed(one)]


def check_claimed(claimed: Claimed) -> Iterator[Error]:
    name = f"double claims of {claimed.record_type}"
    try:
        record_type = record_types.get(claimed.record_type)
    except record_types.UnknownType as error:
        yield Error(f"{name}: {error}", id="figures.E011")
        return
    named = (*claimed.shown, claimed.day)
    if unknown := [one for one in named if record_type.field(one) is None]:
        yield Error(f"{name}: no field {', '.join(unknown)}.", id="figures.E012")
        return
    for ground in claimed.grounds:
        try:
            keyed_records(claimed, ground, name="checked")
        except FieldError as error:
            yield Error(f"{name}, {ground.slug}: {error}", id="figures.E013")
