"""What the worker does for the figures."""

from procrastinate.contrib.django import app

from figures import claim_finding, recounting


@app.periodic(cron="41 17 * * *")  # in UTC: 02:41 in Seoul
@app.task(queueing_lock="find_claims", pass_context=False)
def find_claims(timestamp: int) -> None:
    """Find outcomes that may be claimed twice."""
    claim_finding.find()


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="sweep_touches", pass_context=False)
def sweep_touches(timestamp: int) -> None:
    """Keep what every annual page looks through short."""
    recounting.sweep_if_worth_it()
