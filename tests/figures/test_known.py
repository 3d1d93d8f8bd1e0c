"""As known: any past moment's view of the numbers can be asked for again."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Centre
from figures.breakdowns import breakdown
from figures.known import known_at
from figures.measuring import Question, totals
from figures.models import Claim
from figures.periods import Period
from figures.registry import get
from figures.scopes import read_moment, written
from records.imports import Import
from records.refusals import Refusal
from records.spreadsheets.importing import import_file
from records.spreadsheets.undoing import undo
from support.merge_plans import Plan
from support.merging import merge
from support.merging import undo as merging_undo
from support.models import Merge
from tests import makers
from tests.figures.examples import FIGURES, make_counted
from tests.records.samples import client_of
from tests.records.spreadsheet_files import make_csv

# A change is known from the moment of its transaction, so every step needs its own.
pytestmark = pytest.mark.django_db(transaction=True)

YEARS = (Period.of_year(2017), Period.of_year(2018))

DIVIDED = (
    ("consulting-cases", "officers"),
    ("consulting-cases", "fields"),
    ("consulting-sessions", "case__fields"),
    ("overseas-contracts", "country"),
    ("startups-supported", "sector"),
    ("visits", "region"),
    ("investment-linked", "centre"),
)


def answers(as_known=None):
    """All that the figures say, whole and divided."""
    centres = list(Centre.objects.all())
    questions = [
        Question(figure, period, centre)
        for figure in FIGURES
        for period in YEARS
        for centre in (None, centres[0])
    ]
    parts = [
        (slug, part.key, part.total)
        for slug, by in DIVIDED
        for part in breakdown(
            get(slug), by, YEARS[1], centres=centres, as_known=as_known
        )
    ]
    return totals(questions, as_known=as_known), parts


def make_with_figure(figure, day, amount, code):
    return make_counted(figure, day, amount=amount, centre=makers.make_centre(code))


def move_to_the_year_before(record):
    for name in ("opened_on", "held_on", "filed_on", "signed_on", "paid_on"):
        if getattr(record, name, None):
            setattr(record, name, getattr(record, name).replace(year=2017, day=1))
            record.save()


def name_officers(record):
    if hasattr(record, "officers"):
        record.officers.set([makers.make_user(), makers.make_user()])


def take_officers_away(record):
    if hasattr(record, "officers"):
        record.officers.clear()


def give_to_another_centre(record):
    record.centre = makers.make_centre("gbsa")
    record.save()


def erase(record):
    """What only disposal does: the row is gone, its history is not."""
    type(record).with_deleted.filter(pk=record.pk).delete()


def bring_in(record):
    """A file that brings cases in, and changes those that an earlier one brought."""
    centre = makers.make_centre("b2g")
    user = makers.make_user("admin", centre=centre, name=OFFICER)
    number = Import.objects.count()
    one = Import(
        user=user, centre=centre, language="ko", state="done", type_slug="cases"
    )
    rows = [[n, f"201{7 + number % 2}-03-0{n}", "한빛", "문의", 60] for n in (1, 2)]
    with TemporaryDirectory() as folder:
        path = make_csv(Path(folder, "상담.csv"), [HEADER, *rows])
        assert import_file(path, "cases", centre=centre, user=user, one=one).is_saved


def take_back(record):
    """Undo the last import that is not undone."""
    if one := Import.objects.filter(state="done").order_by("-pk").first():
        undo(one, one.user)


def merge_its_startup(record):
    if startup := getattr(record, "startup", None):
        merged, kept = type(startup).objects.get(pk=startup.pk), makers.make_startup()
        seen, by = Plan(kept, merged).fingerprint, makers.make_user("admin")
        merge(kept, merged, by=by, reason="같은 기업", chosen={}, seen=seen)


def take_back_a_merge(record):
    if done := Merge.objects.filter(undone_at=None).order_by("-pk").first():
        merging_undo(done, by=makers.make_user("admin"), reason="다른 기업")


def claim_twice(record):
    """Decide that another one of its type is the same outcome; or that it is not."""
    other = type(record).objects.exclude(pk=record.pk).first()
    if other is None:
        return
    one_pk, other_pk = sorted((record.pk, other.pk))
    claim, is_new = Claim.objects.get_or_create(
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
    if not is_new:
        claim.state = "different" if claim.state == "same" else "same"
        claim.save()


# What a change may meet: a record that is gone, or a rule that it would break.
REFUSED = (IntegrityError, ObjectDoesNotExist, ProtectedError, ValidationError, Refusal)
OFFICER = "김도윤"
HEADER = ["원본번호", "접수일", "기업명", "상담내용", "상담시간(분)"]
CHANGES = (
    bring_in,
    take_back,
    merge_its_startup,
    take_back_a_merge,
    claim_twice,
    erase,
    move_to_the_year_before,
    name_officers,
    take_officers_away,
    give_to_another_centre,
    lambda record: record.remove(reason="시험"),
    lambda record: record.restore(),
)

steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("make"),
            st.sampled_from(FIGURES),
            st.dates(date(2017, 6, 1), date(2018, 12, 31)),
            st.integers(1, 5),
            st.sampled_from(["b2g", "gccei"]),
        ),
        st.tuples(st.just("change"), st.sampled_from(CHANGES), st.integers(0, 9)),
    ),
    min_size=6,
    max_size=10,
)


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_every_past_moment_says_what_was_said_then(steps):
    made, recordings = [], []
    for centre in ("b2g", "gccei", "gbsa"):
        makers.make_centre(centre)
    for kind, *step in steps:
        if kind == "make":
            made.append(make_with_figure(*step))
        elif made:
            change, which = step
            with suppress(*REFUSED), transaction.atomic():
                change(made[which % len(made)])
        recordings.append((timezone.now(), answers()))

    for moment, recorded in recordings:
        assert answers(as_known=moment) == recorded


def test_before_anything_was_entered_nothing_was_known():
    before = timezone.now()
    for figure in FIGURES:
        make_counted(figure)
    questions = [Question(figure, YEARS[1]) for figure in FIGURES]

    assert totals(questions, as_known=before) == [0] * len(FIGURES)


def test_what_was_erased_later_was_known_before():
    visit = makers.make_visit()
    before = timezone.now()
    erase(visit)
    question = Question(get("visits"), YEARS[1])

    assert totals([question], as_known=before) == [1]
    assert totals([question], as_known=timezone.now()) == [0]


def test_who_was_officer_then_is_known():
    case = makers.make_case()
    officer, successor = makers.make_user(), makers.make_user()
    case.officers.set([officer])
    before = timezone.now()
    case.officers.set([successor])

    parts = breakdown(
        get("consulting-cases"), "officers", YEARS[1], centres=(), as_known=before
    )

    assert [(part.key, part.total) for part in parts] == [(str(officer.pk), 1)]


def test_looking_back_leaves_the_present_alone():
    makers.make_visit()
    before = timezone.now()
    makers.make_visit()
    question = Question(get("visits"), YEARS[1])

    totals([question], as_known=before)

    assert totals([question]) == [2]


def test_the_drill_down_of_a_past_moment_lists_the_records_as_they_stood():
    centre = makers.make_centre("b2g")
    client = client_of(makers.make_user("viewer", centre=centre))
    visit = makers.make_visit(centre=centre, title="국빈 방문", headcount=7)
    gone = makers.make_visit(centre=centre, title="공장 시찰", headcount=5)
    before = written(timezone.now())
    visit.title, visit.headcount = "견학단", 9
    visit.save()
    gone.remove(reason="시험")
    address = "/figures/overseas-visitors/2018/"

    page = client.get(address, {"as_known": before, "q": "방문"}).content.decode()
    now = client.get(address).content.decode()

    assert "국빈 방문" in page
    assert "견학단" not in page
    assert "공장 시찰" not in page
    assert '<span class="total" title="7">' in page
    assert '<span class="total" title="9">' in now


def test_the_records_of_a_past_moment_add_up_in_the_api_and_in_files():
    centre = makers.make_centre("b2g")
    client = client_of(makers.make_user("manager", centre=centre))
    visit = makers.make_visit(centre=centre, headcount=7)
    before = {"year": "2018", "as_known": written(timezone.now())}
    visit.remove(reason="시험")
    makers.make_visit(centre=centre, headcount=9)
    address = "/api/v1/figures/overseas-visitors/records/"

    then = client.get(address, before).json()
    file = client.get(
        "/figures/overseas-visitors/2018/",
        {"as_known": before["as_known"], "format": "csv"},
    )

    assert [one["measured"] for one in then["results"]] == [7]
    assert then["count"] == 1
    assert visit.reference in b"".join(file.streaming_content).decode()
    now = client.get(address, {"year": "2018"}).json()
    assert [one["measured"] for one in now["results"]] == [9]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-22", "2026-11-22T23:59:59.999999+09:00"),
        ("2026-11-22T14:03", "2026-11-22T14:03:00+09:00"),
        ("2026-11-22T14:03:05", "2026-11-22T14:03:05+09:00"),
        ("2026-11-22T14:03:05Z", "2026-11-22T23:03:05+09:00"),
        ("2026-11-22T14:03+00:00", "2026-11-22T23:03:00+09:00"),
        ("2026-11-22T14:03 00:00", "2026-11-22T23:03:00+09:00"),
    ],
)
def test_a_moment_is_a_day_or_a_time_in_seoul_or_elsewhere(text, moment):
    found = read_moment(text)

    assert timezone.localtime(found).isoformat() == moment
    assert read_moment(written(found)) == found


@pytest.mark.parametrize(
    "text",
    ["yesterday", "2019-02-30", "2019-02-30T10:00", "2019-01-01T25:00", "2019-01", "٢"],
)
def test_what_is_no_moment_is_told_so_in_one_sentence(text):
    with pytest.raises(Refusal) as refused:
        read_moment(text)

    assert text in str(refused.value)


def test_what_is_measured_inside_a_view_of_the_past_is_not_kept_as_the_present():
    question, before = Question(get("visits"), YEARS[1]), timezone.now()
    makers.make_visit()

    with known_at(before):
        assert totals([question]) == [0]
        assert totals([question], as_known=timezone.now()) == [1]

    assert totals([question]) == [1]
