"""The rules of the records: refused in the database, and with a sentence in forms."""

import json

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import CheckConstraint
from django.utils import timezone

from records import record_types
from tests import makers
from tests.records.samples import (
    RECORD_TYPES,
    each_record_type,
    entry,
    make_one,
    sign_in,
)

pytestmark = pytest.mark.django_db

# Rule → the type it is of, and changes that break it in an entered record.
BROKEN = {
    "support_membership_is_left_after_it_is_joined": (
        "memberships",
        {"left_on": "2016-12-31"},
    ),
    "support_membership_graduates_on_a_day": ("memberships", {"left_on": None}),
    "support_case_closed_on_a_day_is_closed": ("cases", {"status": "open"}),
    "support_case_closes_after_it_opens": ("cases", {"closed_on": "2018-03-04"}),
    "support_case_satisfaction_is_1_to_5": ("cases", {"satisfaction": 6}),
    "support_case_next_day_has_its_step": ("cases", {"next_step": ""}),
    "support_session_fits_into_a_day": ("sessions", {"minutes": 1441}),
    "support_overseasfiling_quantity_is_at_least_one": ("filings", {"quantity": 0}),
    "support_filing_is_filed_on_a_day": ("filings", {"filed_on": None}),
    "support_filing_is_registered_after_it_is_filed": (
        "filings",
        {"registered_on": "2018-03-04"},
    ),
    "support_contract_quantity_is_at_least_one": ("contracts", {"quantity": 0}),
    "support_contract_amount_has_a_currency": ("contracts", {"currency": ""}),
    "support_contract_amount_is_not_negative": ("contracts", {"amount": "-1"}),
    "support_contract_rate_has_its_day": ("contracts", {"fx_on": None}),
    "support_contract_ends_after_it_is_signed": (
        "contracts",
        {"ends_on": "2018-03-04"},
    ),
    "support_incorporation_quantity_is_at_least_one": (
        "incorporations",
        {"quantity": 0},
    ),
    "support_investmentlink_quantity_is_at_least_one": ("investments", {"quantity": 0}),
    "support_investmentlink_amount_has_a_currency": ("investments", {"currency": ""}),
    "support_investmentlink_amount_is_not_negative": ("investments", {"amount": "-1"}),
    "support_investmentlink_rate_has_its_day": ("investments", {"fx_rate": "0"}),
    "support_programme_ends_after_it_starts": ("programmes", {"ends_on": "2018-01-31"}),
    "support_tenant_parts_fit_into_the_whole": ("tenant-returns", {"female": 121}),
    "delegations_visit_ends_after_it_starts": ("visits", {"ends_on": "2018-02-07"}),
    "delegations_mou_quantity_is_at_least_one": ("mous", {"quantity": 0}),
    "delegations_mou_status_has_its_days": ("mous", {"status": "signed"}),
    "delegations_mou_expires_after_it_is_signed": (
        "mous",
        {"expires_on": "2017-04-26"},
    ),
    "delegations_agency_stage_has_its_days": ("agencies", {"stage": "open"}),
    "delegations_agency_closes_after_it_opens": (
        "agencies",
        {"closed_on": "2018-03-04"},
    ),
    "delegations_followup_follows_something": (
        "follow-ups",
        {"visit": None, "mou": None},
    ),
}

# Rules that no form can break, so that nobody reads about them: why.
UNREACHABLE = {
    "support_startup_business_number_has_its_form": "the form writes it in its form",
    "support_case_countries_are_countries": "the form knows the list",
    "delegations_visit_countries_are_countries": "the form knows the list",
    "delegations_visit_has_a_status": "left empty, the day says it",
}

# Rule → the type of which the same entry cannot be made twice.
ONCE = {
    "support_startup_business_number_is_unique": "startups",
    "support_membership_is_entered_once": "memberships",
    "support_filing_application_number_is_unique": "filings",
    "support_programme_is_entered_once": "programmes",
    "support_participation_is_entered_once": "participations",
    "support_tenant_returns_once_a_year": "tenant-returns",
}

each_broken = pytest.mark.parametrize("name", BROKEN)
each_once = pytest.mark.parametrize("name", ONCE)


def rules():
    for kind in RECORD_TYPES:
        yield from kind.model._meta.constraints


def message_of(name: str) -> str:
    [constraint] = [rule for rule in rules() if rule.name == name]
    return str(constraint.violation_error_message)


def is_common(name: str) -> bool:
    """A rule that every record has, tested for all of them below."""
    return name.endswith(
        ("_reference_is_unique", "_original_number_is_unique", "_with_a_reason")
    )


def post(kind, data, role="officer"):
    address = f"/api/v1/{kind.slug}/"
    return sign_in(role).post(address, data, content_type="application/json")


def enter(kind, data):
    response = post(kind, data)
    assert response.status_code == 201, response.json()
    return kind.model.objects.get(pk=response.json()["id"])


def refused_by(name: str):
    """The database refuses, by the rule of this name."""
    return pytest.raises(IntegrityError, match=name)


def test_every_rule_is_tested():
    named = {rule.name for rule in rules() if not is_common(rule.name)}

    assert named == BROKEN.keys() | UNREACHABLE.keys() | ONCE.keys()


def test_every_rule_that_forms_can_break_has_a_sentence():
    silent = {
        rule.name
        for rule in rules()
        if rule.violation_error_message == rule.default_violation_error_message
        and rule.name not in UNREACHABLE
        and not rule.name.endswith("_reference_is_unique")
    }

    assert not silent


@each_broken
def test_the_database_refuses_what_breaks_a_rule(name):
    slug, changes = BROKEN[name]
    kind = record_types.get(slug)
    record = enter(kind, entry(kind))

    with refused_by(name), transaction.atomic():
        kind.model.objects.filter(pk=record.pk).update(**changes)


@each_broken
def test_a_form_refuses_what_breaks_a_rule_with_a_sentence(name):
    slug, changes = BROKEN[name]
    kind = record_types.get(slug)

    response = post(kind, entry(kind) | changes)

    assert response.status_code == 400
    assert name not in json.dumps(response.json())
    assert not kind.model.objects.filter(external_id=entry(kind)["external_id"])


@pytest.mark.parametrize(
    "name", [name for name, (_slug, given) in BROKEN.items() if len(given) == 1]
)
def test_the_sentence_is_the_rules_own_or_the_fields(name):
    slug, changes = BROKEN[name]
    kind = record_types.get(slug)
    [field] = changes

    told = post(kind, entry(kind) | changes).json()

    assert told.keys() == {field} or told == {"detail": [message_of(name)]}


@pytest.mark.parametrize("name", UNREACHABLE)
def test_what_no_form_breaks_the_database_refuses_all_the_same(name):
    broken = {
        "support_startup_business_number_has_its_form": {"biz_reg_no": "1248100998"},
        "support_case_countries_are_countries": {"countries": ["ZZ"]},
        "delegations_visit_countries_are_countries": {"countries": ["EU"]},
        "delegations_visit_has_a_status": {"status": ""},
    }
    [kind] = [
        kind
        for kind in RECORD_TYPES
        if name in {rule.name for rule in kind.model._meta.constraints}
    ]
    record = make_one(kind)

    with refused_by(name), transaction.atomic():
        kind.model.objects.filter(pk=record.pk).update(**broken[name])


# Once only


@each_once
def test_the_same_is_not_entered_twice(name):
    kind = record_types.get(ONCE[name])
    data = entry(kind)
    enter(kind, data)

    response = post(kind, data | {"external_id": ""})

    assert response.status_code == 400
    assert [message_of(name)] in response.json().values()


@each_once
def test_the_database_refuses_the_same_twice(name):
    kind = record_types.get(ONCE[name])
    record = enter(kind, entry(kind) | {"external_id": ""})
    record.pk, record.reference, record._state.adding = None, "", True

    with refused_by(name), transaction.atomic():
        record.save()


@each_once
def test_what_was_deleted_may_be_entered_again(name):
    kind = record_types.get(ONCE[name])
    data = entry(kind)
    enter(kind, data).remove(reason="다시 입력")

    assert post(kind, data).status_code == 201


# What every record has


@each_record_type
def test_the_database_gives_a_reference_by_year_and_number(kind):
    record = make_one(kind)

    assert record.reference == f"{timezone.localdate().year}-{record.pk:06}"


@each_record_type
def test_a_reference_is_unique_in_its_centre(kind):
    record, other = make_one(kind), make_one(kind)

    with refused_by("reference_is_unique"), transaction.atomic():
        kind.model.objects.filter(pk=other.pk).update(reference=record.reference)


@each_record_type
def test_a_reference_stays_when_the_record_is_changed(kind):
    record = make_one(kind)
    reference = record.reference

    record.notes = "고침"
    record.save()

    record.refresh_from_db()
    assert record.reference == reference


@each_record_type
def test_an_original_number_is_unique_among_a_centres_records(kind):
    make_one(kind, external_id="가-1")

    response = post(kind, entry(kind) | {"external_id": "가-1"})

    assert response.status_code == 400
    sentence = message_of(
        f"{kind.model._meta.label_lower}".replace(".", "_") + ORIGINAL
    )
    assert [sentence] in response.json().values()


ORIGINAL = "_original_number_is_unique"


@each_record_type
def test_the_database_refuses_an_original_number_twice(kind):
    make_one(kind, external_id="가-1")
    other = make_one(kind)

    with refused_by(ORIGINAL), transaction.atomic():
        kind.model.objects.filter(pk=other.pk).update(external_id="가-1")


@each_record_type
def test_another_centre_may_have_the_same_original_number(kind):
    make_one(kind, makers.make_centre("b2g"), external_id="가-1")

    assert make_one(kind, makers.make_centre("gccei"), external_id="가-1").pk


@each_record_type
def test_a_deleted_record_frees_its_original_number(kind):
    make_one(kind, external_id="가-1").remove(reason="중복")

    assert make_one(kind, external_id="가-1").pk


@each_record_type
@pytest.mark.parametrize("reason", ["", "   "])
def test_no_record_is_deleted_without_a_reason(kind, reason):
    record = make_one(kind)

    with pytest.raises(ValueError, match="reason"):
        record.remove(reason=reason)


@each_record_type
def test_the_database_refuses_a_deletion_without_a_reason(kind):
    record = make_one(kind)

    with refused_by("is_deleted_with_a_reason"), transaction.atomic():
        kind.model.objects.filter(pk=record.pk).update(deleted_at=timezone.now())


# Codes that are in no list


def test_the_database_refuses_a_consulting_field_that_is_in_no_list():
    makers.make_field("legal")
    case = makers.make_case(fields=["legal"])

    with pytest.raises(IntegrityError, match="nonsense"), transaction.atomic():
        type(case).objects.filter(pk=case.pk).update(fields=["legal", "nonsense"])


@pytest.mark.parametrize(
    ("slug", "field"),
    [
        ("partners", "country"),
        ("contracts", "country"),
        ("incorporations", "country"),
        ("mous", "country"),
        ("agencies", "country"),
        ("filings", "office"),
    ],
)
def test_the_database_refuses_a_country_that_there_is_not(slug, field):
    record = make_one(record_types.get(slug))

    with pytest.raises(IntegrityError), transaction.atomic():
        type(record).objects.filter(pk=record.pk).update(**{field: "ZZ"})


def test_raw_sql_is_held_to_the_rules_too():
    case = makers.make_case()

    with pytest.raises(IntegrityError), transaction.atomic():
        connection.cursor().execute(
            "UPDATE support_consultingcase SET satisfaction = 9 WHERE id = %s",
            [case.pk],
        )


def test_checks_are_named_for_what_they_say():
    unnamed = [
        rule.name
        for rule in rules()
        if isinstance(rule, CheckConstraint) and rule.name.count("_") < 3
    ]

    assert not unnamed
