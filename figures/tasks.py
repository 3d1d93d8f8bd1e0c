"""The worker's housekeeping for the figures."""

from procrastinate.contrib.django import app

from figures import recounting


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="sweep_touches", pass_context=False)
def sweep_touches(timestamp: int) -> None:
    """Keep what every annual page looks through short."""
    recounting.sweep_if_worth_it()
