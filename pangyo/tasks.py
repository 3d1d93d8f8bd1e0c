"""The worker's housekeeping, which belongs to no app of its own."""

from django.core.management import call_command
from django.utils import timezone
from knox.models import get_token_model
from procrastinate.contrib.django import app


@app.periodic(cron="17 18 * * *")  # in UTC: 03:17 in Seoul
@app.task(queueing_lock="clear_expired", pass_context=False)
def clear_expired(timestamp: int) -> None:
    """Delete sessions and API tokens that no longer let anybody in."""
    call_command("clearsessions")
    get_token_model().objects.filter(expiry__lte=timezone.now()).delete()
