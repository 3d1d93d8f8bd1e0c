"""What is kept is what a count says, whatever happened to the records meanwhile."""

from contextlib import contextmanager
from datetime import date
from io import StringIO

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Centre
from figures.measuring import Question, measured, totals
from figures.models import Claim, KeptAnswer, Touch
from figures.periods import Period
from figures.recounting import differences, sweep
from figures.registry import get
from records.refusals import Refusal
from support.merge_plans import Plan
from support.merging import merge
from support.models import ConsultingCase
from tests import makers
from tests.figures.examples import FIGURES, make_counted

# What a transaction has not committed is never kept, so every step needs its own.
pytestmark = pytest.mark.django_db(transaction=True)

PERIODS = (
    Period.of_year(2017),
    Period.of_year(2018),
    Period(date(2017, 11, 15), date(2018, 8, 31)),
)
YEAR, LATER = Period.of_year(2018), Period.of_year(2019)
DAY = date(2018, 3, 5)


def questions() -> list[Question]:
    centres = (None, *Centre.objects.filter(code__in=("b2g", "gccei")))
    return [
        Question(figure, period, centre)
        for figure in FIGURES
        for period in PERIODS
        for centre in centres
    ]


def move_to_the_year_before(record):
    for name in ("opened_on", "held_on", "filed_on", "signed_on", "paid_on"):
        if getattr(record, name, None):
            setattr(record, name, date(2017, 12, 1))
            record.save()


def move_all_of_its_type(record):
    type(record).objects.update(centre=makers.make_centre("gccei"))


def move_by_sql(record):
    table, day = record._meta.db_table, record.record_type.day
    if day and day != "year":
        with connection.cursor() as cursor:
            cursor.execute(f'UPDATE "{table}" SET "{day}" = "{day}" - 40')


def erase(record):
    type(record).with_deleted.filter(pk=record.pk).delete()


def empty(record):
    with connection.cursor() as cursor:
        cursor.execute(f'TRUNCATE "{record._meta.db_table}" CASCADE')


def cancel(record):
    case = getattr(record, "case", record)
    if isinstance(case, ConsultingCase):
        ConsultingCase.objects.filter(pk=case.pk).update(
            status="cancelled", closed_on=None
        )


def merge_its_startup(record):
    if merged := getattr(record, "startup", None):
        kept, by = makers.make_startup(centre=merged.centre), makers.make_user("admin")
        seen = Plan(kept, merged).fingerprint
        merge(kept, merged, by=by, reason="같은 기업", chosen={}, seen=seen)


def claim_twice(record):
    """Decide that another one of the type is the same outcome, led by this one."""
    kind = type(record)
    other = kind.objects.exclude(pk=record.pk).first()
    if other is None or not hasattr(record, "centre_id"):
        return
    one_pk, other_pk = sorted((record.pk, other.pk))
    Claim.objects.update_or_create(
        record_type=record.record_type.slug,
        one_pk=one_pk,
        other_pk=other_pk,
        defaults={
            "one_centre": record.centre,
            "other_centre": other.centre,
            "score": 90,
            "state": "same",
            "lead_pk": record.pk,
            "follower_pk": other.pk,
        },
    )


# What a change may meet: a record that is gone, a rule that it would break.
REFUSED = (IntegrityError, ObjectDoesNotExist, ProtectedError, ValidationError, Refusal)
CHANGES = (
    move_to_the_year_before,
    move_all_of_its_type,
    move_by_sql,
    lambda record: record.remove(reason="시험"),
    lambda record: record.restore(),
    erase,
    empty,
    cancel,
    merge_its_startup,
    claim_twice,
)

steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("make"),
            st.sampled_from(FIGURES),
            st.dates(date(2017, 10, 1), date(2018, 12, 31)),
            st.integers(1, 5),
            st.sampled_from(["b2g", "gccei"]),
        ),
        st.tuples(st.just("change"), st.sampled_from(CHANGES), st.integers(0, 9)),
        st.just(("sweep",)),
    ),
    min_size=6,
    max_size=12,
)


@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_after_every_step_what_is_kept_is_what_a_count_says(steps):
    made = []
    for centre in ("b2g", "gccei"):
        makers.make_centre(centre)
    for kind, *step in steps:
        if kind == "make":
            figure, day, amount, code = step
            centre = makers.make_centre(code)
            made.append(make_counted(figure, day, amount=amount, centre=centre))
        elif kind == "sweep":
            assert sweep()
        elif made:
            change, which = step
            try:
                with transaction.atomic():
                    change(made[which % len(made)])
            except REFUSED:
                continue

        asked = questions()
        assert totals(asked) == measured(asked)
        assert list(differences()) == []


@contextmanager
def elsewhere():
    """A second connection, in a transaction of its own."""
    other = connection.copy()
    other.set_autocommit(False)
    try:
        with other.cursor() as cursor:
            yield cursor
        other.commit()
    finally:
        other.close()


def is_as_counted() -> bool:
    asked = questions()
    return totals(asked) == measured(asked)


def test_a_session_entered_while_its_case_is_being_cancelled():
    case = makers.make_case(opened_on=DAY)
    makers.make_session(case=case, held_on=DAY)
    is_as_counted()

    with elsewhere() as cursor:
        cursor.execute("UPDATE support_consultingcase SET status = 'cancelled'")
        makers.make_session(case=case, held_on=date(2017, 12, 1))
        assert is_as_counted()

    assert is_as_counted()


def test_what_is_not_committed_is_not_kept():
    asked = [Question(get("visits"), YEAR)]
    with transaction.atomic():
        makers.make_visit(starts_on=DAY)
        assert totals(asked) == [1]
        transaction.set_rollback(True)

    assert totals(asked) == [0]


def test_an_answer_kept_before_a_change_was_committed_falls_with_it():
    centre = makers.make_centre()
    makers.make_visit(starts_on=DAY, centre=centre)
    asked = [Question(get("visits"), YEAR, centre)]

    with elsewhere() as cursor:
        cursor.execute("UPDATE delegations_visit SET status = 'cancelled'")
        assert totals(asked) == [1]

    assert totals(asked) == [0]


def test_what_nothing_touched_is_answered_without_counting(statements):
    makers.make_visit(starts_on=DAY)
    asked = questions()
    totals(asked)

    assert statements(lambda: totals(asked)) == 1


def test_a_change_in_one_month_leaves_the_others_kept():
    visit = makers.make_visit(starts_on=DAY)
    asked = [Question(get("visits"), YEAR)]
    for day in (DAY, date(2018, 3, 6)):
        totals(asked)
        type(visit).objects.update(starts_on=day, headcount=day.day)
    totals(asked)
    type(visit).objects.update(status="planned")

    with CaptureQueriesContext(connection) as sent:
        assert totals(asked) == [0]

    counting = [one["sql"] for one in sent if "delegations_visit" in one["sql"]]
    assert len(counting) == 1
    assert "2018-03-01" in counting[0]
    assert "2018-04-01" not in counting[0]


def test_a_page_that_may_not_write_counts_and_keeps_nothing():
    makers.make_visit(starts_on=DAY)
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
        try:
            assert totals([Question(get("visits"), YEAR)]) == [1]
        finally:
            cursor.execute("SET default_transaction_read_only = off")

    assert not KeptAnswer.objects.exists()


def test_another_servers_answers_do_not_stand():
    makers.make_visit(starts_on=DAY)
    asked = [Question(get("visits"), YEAR)]
    totals(asked)
    KeptAnswer.objects.update(server=1, total=7)

    assert totals(asked) == [1]


def test_sweeping_waits_for_nobody():
    with elsewhere() as cursor:
        cursor.execute("SELECT FROM figures_touch")
        assert not sweep()
    assert sweep()


def test_sweeping_leaves_what_stands_alone():
    makers.make_visit(starts_on=DAY)
    standing, falling = Question(get("visits"), YEAR), Question(get("visits"), LATER)
    totals([standing, falling])
    makers.make_visit(starts_on=LATER.start)

    assert sweep()

    assert not Touch.objects.exists()
    assert [kept.starts_on for kept in KeptAnswer.objects.all()] == [YEAR.start]


def test_recount_names_what_differs_and_mends_it():
    makers.make_visit(starts_on=DAY)
    asked = [Question(get("visits"), YEAR)]
    totals(asked)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE delegations_visit DISABLE TRIGGER USER")
        cursor.execute("UPDATE delegations_visit SET status = 'cancelled'")
        cursor.execute("ALTER TABLE delegations_visit ENABLE TRIGGER USER")
    out = StringIO()

    with pytest.raises(CommandError) as refused:
        call_command("recount", stdout=out)
    assert refused.value.returncode == 1
    assert out.getvalue() == "visits - 2018-01-01 ~ 2018-12-31: 1 kept, 0 counted\n"

    call_command("recount", "--mend", stdout=out)
    call_command("recount", stdout=out)
    assert totals(asked) == [0]
