"""A closed year holds: whoever changes what it counts is refused by the database."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Centre
from figures import closing, holding
from figures.measuring import Question, total
from figures.models import Seal, SealedRecord
from figures.periods import Period
from figures.registry import get
from records.refusals import Refusal
from tests import makers
from tests.figures.closes import close_year, open_restatement
from tests.figures.examples import FIGURES, adds, make_counted, slug_of
from tests.records.samples import client_of

pytestmark = pytest.mark.django_db

YEAR = 2018
DAY = date(2018, 6, 15)


@pytest.fixture
def centre() -> Centre:
    return makers.make_centre("b2g")


def refused(act) -> bool:
    try:
        with transaction.atomic():
            act()
    except IntegrityError as error:
        return error.__cause__.diag.constraint_name == holding.CONSTRAINT
    return False


def raw(statement: str, *params):
    def act():
        with connection.cursor() as cursor:
            cursor.execute(statement, params)

    return act


# Sealing


@pytest.mark.parametrize("figure", FIGURES, ids=slug_of)
def test_a_seal_says_what_the_figure_says(figure, centre):
    record = make_counted(figure, DAY, amount=3, centre=centre)
    make_counted(figure, DAY, amount=5, centre=makers.make_centre("gccei"))

    close = close_year(centre)

    seal = close.seals.get(figure=figure.slug)
    assert seal.total == total(Question(figure, Period.of_year(YEAR), centre))
    assert seal.total == adds(figure, 3)
    assert list(seal.records.values_list("record_pk", "measured")) == [
        (record.pk, adds(figure, 3))
    ]
    assert not closing.is_moved(close, figure)


def test_a_second_person_closes(centre):
    one = makers.make_user("manager", centre)
    close = closing.propose(centre, YEAR, by=one, readiness=[])

    with pytest.raises(Refusal, match="다른 사람"):
        closing.confirm(close, by=one)

    assert not Seal.objects.exists()


def test_a_year_that_runs_is_not_closed(centre):
    user = makers.make_user("manager", centre)
    with pytest.raises(Refusal):
        closing.propose(centre, 2200, by=user, readiness=[])


def test_a_year_is_closed_once(centre):
    close_year(centre)
    with pytest.raises(Refusal):
        closing.propose(centre, YEAR, by=makers.make_user(), readiness=[])


@pytest.mark.parametrize("model", [Seal, SealedRecord])
def test_what_is_sealed_is_not_written_over(model, centre):
    make_counted(get("visits"), DAY, centre=centre)
    close_year(centre)

    for act in ("UPDATE {} SET id = id", "DELETE FROM {}"):
        with (
            pytest.raises(Exception, match="what_is_sealed_stays"),
            transaction.atomic(),
        ):
            raw(act.format(model._meta.db_table))()


def test_a_closed_year_is_neither_opened_nor_deleted(centre):
    close_year(centre)
    for act in (
        "UPDATE figures_yearclose SET state = 'proposed'",
        "UPDATE figures_yearclose SET year = 2017",
        "DELETE FROM figures_yearclose",
    ):
        with pytest.raises(Exception, match="a_closed_year"), transaction.atomic():
            raw(act)()


@pytest.mark.parametrize("revision", [0, 9])
def test_no_other_revision_takes_the_place_of_the_last(centre, revision):
    close = close_year(centre)
    restatement = open_restatement(close)
    closing.approve(restatement, by=makers.make_user("manager", centre))

    with pytest.raises(Exception, match="has_its_seals"), transaction.atomic():
        raw("UPDATE figures_yearclose SET revision = %s", revision)()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE figures_restatement SET reason = 'x'",
        "UPDATE figures_restatement SET state = 'open'",
        "DELETE FROM figures_restatement",
    ],
)
def test_a_decided_restatement_is_not_written_over(centre, statement):
    restatement = open_restatement(close_year(centre))
    closing.approve(restatement, by=makers.make_user("manager", centre))

    with pytest.raises(Exception, match="restatement"), transaction.atomic():
        raw(statement)()


# Holding


@pytest.mark.parametrize("figure", FIGURES, ids=slug_of)
def test_another_record_of_a_closed_year_is_refused(figure, centre):
    close_year(centre)

    assert refused(lambda: make_counted(figure, DAY, centre=centre))
    other = makers.make_centre("gccei")
    assert not refused(lambda: make_counted(figure, DAY, centre=other))


def test_a_record_of_another_year_comes_in(centre):
    close_year(centre)

    makers.make_case(opened_on=date(2019, 1, 1), centre=centre)
    makers.make_case(opened_on=date(2017, 12, 31), centre=centre)
    assert refused(
        lambda: makers.make_case(opened_on=date(2018, 12, 31), centre=centre)
    )


@pytest.mark.parametrize("figure", FIGURES, ids=slug_of)
def test_deleting_and_erasing_a_counted_record_is_refused(figure, centre):
    record = make_counted(figure, DAY, centre=centre)
    close_year(centre)

    assert refused(lambda: record.remove(reason="시험"))
    table = type(record)._meta.db_table
    deleted = "SET deleted_at = now(), deleted_reason = 'x'"
    assert refused(raw(f"UPDATE {table} {deleted} WHERE id = %s", record.pk))


@pytest.mark.parametrize("figure", FIGURES, ids=slug_of)
def test_what_no_figure_reads_may_change(figure, centre):
    record = make_counted(figure, DAY, centre=centre)
    close_year(centre)

    record.notes = "메모"
    record.save()

    record.refresh_from_db()
    assert record.notes == "메모"


def test_cancelling_a_counted_case_is_refused_with_its_sessions(centre):
    case = makers.make_case(opened_on=DAY, centre=centre)
    makers.make_session(case=case, held_on=DAY, centre=centre)
    close_year(centre)

    statement = "UPDATE support_consultingcase SET status = 'cancelled' WHERE id = %s"
    assert refused(raw(statement, case.pk))


@pytest.mark.django_db(transaction=True)
def test_emptying_a_table_is_refused():
    centre = makers.make_centre("b2g")
    make_counted(get("visits"), DAY, centre=centre)
    close_year(centre)

    assert refused(raw("TRUNCATE delegations_visit CASCADE"))


SEALED = "마감되어 1건(으)로 봉인되었습니다"


@pytest.fixture
def sealed_case(centre):
    case = makers.make_case(opened_on=DAY, centre=centre, title="상표 출원")
    close_year(centre)
    return case


def test_a_page_says_why_and_keeps_what_was_typed(sealed_case, centre):
    client = client_of(makers.make_user("manager", centre))
    form = client.get(f"/cases/{sealed_case.pk}/edit/").context["form"]
    typed = {name: form[name].value() for name in form.fields} | {
        "startup": str(sealed_case.startup_id),
        "opened_on": "2019-06-15",
        "title": "고친 제목",
    }
    typed = {name: value for name, value in typed.items() if value not in (None, [])}

    page = client.post(f"/cases/{sealed_case.pk}/edit/", typed).content.decode()

    assert SEALED in page
    assert "고친 제목" in page
    sealed_case.refresh_from_db()
    assert sealed_case.opened_on == DAY


def test_the_api_says_why(sealed_case, centre):
    client = client_of(makers.make_user("manager", centre))

    response = client.patch(
        f"/api/v1/cases/{sealed_case.pk}/",
        {"opened_on": "2019-06-15"},
        content_type="application/json",
    )

    assert response.status_code == 400
    assert SEALED in response.json()["detail"]


def test_deleting_on_a_page_says_why(sealed_case, centre):
    client = client_of(makers.make_user("manager", centre))

    response = client.post(f"/cases/{sealed_case.pk}/delete/", {"reason": "중복"})

    assert response.status_code == 400
    assert SEALED in response.content.decode()


# Restating


def test_a_restatement_lets_changes_through_and_writes_them_down(centre):
    cases = [makers.make_case(opened_on=DAY, centre=centre) for _ in range(3)]
    close = close_year(centre)
    restatement = open_restatement(close)

    cases[0].remove(reason="중복")

    moved = restatement.records.get(figure="consulting-cases")
    assert (moved.record_pk, moved.was_counted, moved.is_counted) == (
        cases[0].pk,
        True,
        False,
    )
    closing.approve(restatement, by=makers.make_user("manager", centre))
    totals = close.seals.filter(figure="consulting-cases").values_list(
        "total", flat=True
    )
    assert list(totals) == [3, 2]
    assert refused(lambda: cases[1].remove(reason="하나 더"))


def test_what_goes_back_is_no_longer_restated(centre):
    case = makers.make_case(opened_on=DAY, centre=centre)
    restatement = open_restatement(close_year(centre))

    case.remove(reason="중복")
    with pytest.raises(Refusal):
        closing.withdraw_restatement(restatement)
    case.restore()

    assert not restatement.records.exists()
    closing.withdraw_restatement(restatement)
    assert refused(lambda: case.remove(reason="중복"))


def test_a_restatement_is_of_its_own_year_and_centre(centre):
    other = makers.make_centre("gccei")
    cases = [
        makers.make_case(opened_on=day, centre=whose)
        for day, whose in ((date(2017, 3, 1), centre), (DAY, other))
    ]
    close_year(centre, 2017)
    close_year(other)
    open_restatement(close_year(centre))

    for case in cases:
        assert refused(lambda case=case: case.remove(reason="시험"))


def test_a_second_person_approves(centre):
    restatement = open_restatement(close_year(centre))

    with pytest.raises(Refusal):
        closing.approve(restatement, by=restatement.opened_by)


def test_a_restatement_needs_a_reason(centre):
    close = close_year(centre)
    with pytest.raises(Refusal):
        closing.restate(close, by=makers.make_user(), reason=" ")


# What always holds


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(FIGURES),
            st.dates(date(2017, 11, 1), date(2019, 2, 28)),
            st.sampled_from(("make", "remove", "give")),
        ),
        max_size=12,
    )
)
def test_no_statement_that_passes_moves_a_sealed_figure(steps):
    with transaction.atomic():
        centre, other = makers.make_centre("b2g"), makers.make_centre("gccei")
        made = [make_counted(figure, DAY, centre=centre) for figure in FIGURES]
        close = close_year(centre)
        for figure, day, kind in steps:
            record = made[hash((figure.slug, day)) % len(made)]
            acts = {
                "make": lambda f=figure, d=day: made.append(
                    make_counted(f, d, centre=centre)
                ),
                "remove": lambda r=record: r.remove(reason="시험"),
                "give": lambda r=record: (
                    type(r).objects.filter(pk=r.pk).update(centre=other)
                ),
            }
            refused(acts[kind])
            assert [f.slug for f in FIGURES if closing.is_moved(close, f)] == []
        transaction.set_rollback(True)
