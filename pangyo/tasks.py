"""The worker's housekeeping, which belongs to no app of its own."""

from django.core.management import call_command
from django.utils import timezone
from knox.models import get_token_model
from procrastinate.contrib.django import app

from pangyo import digests


@app.periodic(cron="17 18 * * *")  # in UTC: 03:17 in Seoul
@app.task(queueing_lock="clear_expired", pass_context=False)
def clear_expired(timestamp: int) -> None:
    """Delete sessions and API tokens that no longer let anybody in."""
    call_command("clearsessions")
    get_token_model().objects.filter(expiry__lte=timezone.now()).delete()


@app.periodic(cron="3 22 * * *")  # in UTC: 07:03 in Seoul
@app.task(queueing_lock="send_digests", pass_context=False)
def send_digests(timestamp: int) -> None:
    """Tell everybody by e-mail what is overdue, due soon or stale."""
    digests.send_digests(timezone.localdate())
