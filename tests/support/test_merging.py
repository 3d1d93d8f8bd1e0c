"""Two start-ups made into one: everything moves, nothing is lost, all can be undone."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.utils import timezone

from accounts.models import Centre
from figures.measuring import Question, total, totals
from figures.periods import Period
from figures.registry import all_figures, get
from records import record_types
from records.attachments import Attachment
from records.files.attaching import attach
from records.refusals import Refusal
from support import merging
from support.merge_plans import Plan, moving_links, table_of
from support.models import Merge, Programme, Startup
from tests import makers
from tests.records.samples import make_one

pytestmark = pytest.mark.django_db

LINKS = [
    pytest.param(link, id=f"{link.model.__name__}-{link.name}")
    for link in moving_links()
]
each_link = pytest.mark.parametrize("link", LINKS)
YEAR = Period.of_year(2018)


@pytest.fixture
def kept():
    return makers.make_startup("한빛소프트", biz_reg_no="124-81-00998")


@pytest.fixture
def merged():
    return makers.make_startup("큰별시스템")


@pytest.fixture
def manager():
    return makers.make_user("manager")


def merge(kept, merged, by, **chosen) -> Merge:
    seen = Plan(kept, merged).fingerprint
    done = merging.merge(
        kept, merged, by=by, reason="같은 회사", chosen=chosen, seen=seen
    )
    kept.refresh_from_db()
    merged.refresh_from_db()
    return done


def linked_to(link, startup, **fields):
    """A record that links to the start-up."""
    kind = record_types.of_model(link.model)
    if link.many_to_many:
        record = make_one(kind, **fields)
        getattr(record, link.name).add(startup)
        return record
    return make_one(kind, **{link.name: startup}, **fields)


def startups_of(link, record) -> list[Startup]:
    record = link.model._base_manager.get(pk=record.pk)
    value = getattr(record, link.name)
    return list(value.all()) if link.many_to_many else [value]


# What moves


def test_every_link_to_start_ups_moves():
    """Whatever refers to start-ups, in whichever app, but the merges themselves."""
    others = {
        (relation.related_model, relation.field)
        for relation in Startup._meta.related_objects
        if relation.field not in moving_links()
    }

    assert {model for model, _link in others} == {Merge, Startup.pgh_event_model}
    assert {link.model._meta.app_label for link in moving_links()} == {
        "support",
        "delegations",
    }


@each_link
def test_a_record_moves(link, kept, merged, manager):
    record = linked_to(link, merged)

    merge(kept, merged, manager)

    assert startups_of(link, record) == [kept]


@each_link
def test_another_centres_record_moves_and_stays_its_centres(
    link, kept, merged, manager
):
    record = linked_to(link, merged, centre=makers.make_centre("gccei"))

    merge(kept, merged, manager)

    assert startups_of(link, record) == [kept]
    record.refresh_from_db()
    assert record.centre.code == "gccei"


@each_link
def test_a_deleted_record_moves_and_stays_deleted(link, kept, merged, manager):
    record = linked_to(link, merged)
    record.remove(reason="잘못 입력")

    merge(kept, merged, manager)

    assert startups_of(link, record) == [kept]
    record = link.model._base_manager.get(pk=record.pk)
    assert record.deleted_reason == "잘못 입력"


@each_link
def test_a_third_start_ups_record_stays_where_it_is(link, kept, merged, manager):
    third = makers.make_startup()
    record = linked_to(link, third)

    merge(kept, merged, manager)

    assert startups_of(link, record) == [third]


@each_link
def test_a_move_is_in_history_with_its_reason(link, kept, merged, manager):
    record = linked_to(link, merged)

    merge(kept, merged, manager)

    events = merging.events_of(link, [record.pk]).order_by("pgh_id")
    assert "같은 회사" in events.last().pgh_context.metadata["reason"]


def test_a_visit_that_met_both_has_met_one(kept, merged, manager):
    visit = makers.make_visit()
    visit.startups.add(kept, merged)

    merge(kept, merged, manager)

    assert list(visit.startups.all()) == [kept]


def test_the_one_that_goes_is_deleted_and_names_the_one_that_stays(
    kept, merged, manager
):
    merge(kept, merged, manager)

    assert merged.is_deleted
    assert kept.reference in merged.deleted_reason
    assert "같은 회사" in merged.deleted_reason


def test_a_merge_says_who_did_it_and_what_moved(kept, merged, manager):
    case = makers.make_case(startup=merged)

    done = merge(kept, merged, manager)

    assert (done.kept, done.merged, done.merged_by) == (kept, merged, manager)
    assert [(entry["model"], entry["pks"]) for entry in done.moved] == [
        ("support.consultingcase", [case.pk])
    ]


# What is there twice


TWICE = {
    "memberships": lambda startup, **fields: makers.make_membership(
        startup=startup, **fields
    ),
    "tenant-returns": lambda startup, **fields: makers.make_tenant_return(
        startup=startup, **fields
    ),
    "participations": lambda startup, **fields: makers.make_participation(
        startup=startup, programme=programme(), **fields
    ),
}
each_single = pytest.mark.parametrize("slug", TWICE)


def programme():
    """The one that both take part in."""
    known = Programme.objects.filter(name="공동 사업").first()
    return known or makers.make_programme(name="공동 사업")


def test_every_rule_that_a_merge_can_break_is_tested():
    single = {
        record_types.of_model(link.model).slug
        for link in moving_links()
        for rule in link.model._meta.constraints
        if isinstance(rule, models.UniqueConstraint) and link.name in rule.fields
    }

    assert single == TWICE.keys()


def test_every_rule_that_a_merge_can_break_leaves_deleted_records_alone():
    for link in moving_links():
        for rule in link.model._meta.constraints:
            if isinstance(rule, models.UniqueConstraint) and link.name in rule.fields:
                assert ("deleted_at__isnull", True) in rule.condition.children


@each_single
def test_what_may_stand_once_is_told_before(slug, kept, merged):
    staying, going = TWICE[slug](kept), TWICE[slug](merged)

    [pair] = Plan(kept, merged).collisions

    assert (pair.staying, pair.going) == (staying, going)


@each_single
def test_what_may_stand_once_is_kept_as_a_deleted_record(slug, kept, merged, manager):
    staying, going = TWICE[slug](kept), TWICE[slug](merged)

    merge(kept, merged, manager)

    going = type(going).with_deleted.get(pk=going.pk)
    assert (going.startup, going.is_deleted) == (kept, True)
    assert staying.reference in going.deleted_reason
    staying.refresh_from_db()
    assert not staying.is_deleted


@each_single
def test_a_deleted_one_is_no_collision(slug, kept, merged):
    TWICE[slug](kept).remove(reason="시험")
    TWICE[slug](merged)

    assert Plan(kept, merged).collisions == []


def test_memberships_of_two_centres_are_no_collision(kept, merged):
    makers.make_membership(startup=kept)
    makers.make_membership(startup=merged, centre=makers.make_centre("gccei"))

    assert Plan(kept, merged).pairs == []


def test_what_looks_the_same_is_told_and_stays(kept, merged, manager):
    staying = makers.make_investment(startup=kept, round="a")
    going = makers.make_investment(startup=merged, round="a")

    [pair] = Plan(kept, merged).lookalikes
    merge(kept, merged, manager)

    assert (pair.staying, pair.going) == (staying, going)
    assert kept.investmentlinks.count() == 2


# Which values stay


def test_an_empty_field_is_filled(kept, merged, manager):
    merged.ceo_name = "김하늘"
    merged.save()

    merge(kept, merged, manager)

    assert kept.ceo_name == "김하늘"


def test_a_field_that_both_have_stays_unless_chosen(kept, merged, manager):
    kept.ceo_name, merged.ceo_name = "김하늘", "이바다"
    kept.save()
    merged.save()

    merge(kept, merged, manager)

    assert kept.ceo_name == "김하늘"


def test_a_chosen_value_stays(kept, merged, manager):
    merge(kept, merged, manager, name="merged")

    assert kept.name == "큰별시스템"


def test_tags_and_notes_of_both_stay(kept, merged, manager):
    Startup.objects.filter(pk=kept.pk).update(tags=["ai", "b2b"], notes="하나")
    Startup.objects.filter(pk=merged.pk).update(tags=["b2b", "saas"], notes="둘")
    kept.refresh_from_db()
    merged.refresh_from_db()

    merge(kept, merged, manager)

    assert kept.tags == ["ai", "b2b", "saas"]
    assert kept.notes == "하나\n\n둘"


def test_a_business_number_goes_over(merged, manager):
    kept = makers.make_startup("한빛소프트")
    merged.biz_reg_no = "124-81-00998"
    merged.save()

    merge(kept, merged, manager)

    assert kept.biz_reg_no == "124-81-00998"


def test_names_and_numbers_that_do_not_stay_still_find_the_company(
    kept, merged, manager
):
    Startup.objects.filter(pk=kept.pk).update(name_en="Hanbit")
    Startup.objects.filter(pk=merged.pk).update(
        name_en="Bigstar", biz_reg_no="220-81-62517"
    )
    kept.refresh_from_db()
    merged.refresh_from_db()

    merge(kept, merged, manager)

    assert set(kept.aliases) == {"큰별시스템", "Bigstar", "220-81-62517"}
    for text in ("(주)큰별시스템", "bigstar", "2208162517", "220-81-62517"):
        assert list(Startup.objects.named(text)) == [kept]


def test_the_kept_ones_own_name_is_remembered_when_the_other_is_chosen(
    kept, merged, manager
):
    merge(kept, merged, manager, name="merged")

    assert list(Startup.objects.named("한빛소프트")) == [kept]


# Figures


def test_two_start_ups_supported_become_one(kept, merged, manager):
    makers.make_case(startup=kept)
    makers.make_case(startup=merged)
    supported = Question(get("startups-supported"), YEAR)
    assert total(supported) == 2

    merge(kept, merged, manager)

    assert total(supported) == 1
    assert total(Question(get("consulting-cases"), YEAR)) == 2


@pytest.mark.django_db(transaction=True)
def test_what_was_known_before_a_merge_and_its_undoing_stays_known(manager):
    """Each step in a transaction of its own, for a change is known from its moment."""
    kept, merged = makers.make_startup(), makers.make_startup()
    for link in moving_links():
        linked_to(link, kept)
        linked_to(link, merged)
    questions = [
        Question(figure, YEAR, centre)
        for figure in all_figures()
        for centre in (None, Centre.objects.get(code="b2g"))
    ]
    known = [(timezone.now(), totals(questions))]
    done = merge(kept, merged, manager)
    known.append((timezone.now(), totals(questions)))
    merging.undo(done, by=manager, reason="잘못 합침")

    assert known[0][1] != known[1][1]
    assert totals(questions) == known[0][1]
    for moment, answers in known:
        assert totals(questions, as_known=moment) == answers


# Refusals


def test_what_changed_since_the_preview_is_not_merged(kept, merged, manager):
    seen = Plan(kept, merged).fingerprint
    makers.make_case(startup=merged)

    with pytest.raises(merging.PlanIsStale):
        merging.merge(kept, merged, by=manager, reason="x", chosen={}, seen=seen)

    merged.refresh_from_db()
    assert not merged.is_deleted


def test_an_edit_of_either_makes_the_preview_stale(kept, merged):
    seen = Plan(kept, merged).fingerprint
    kept.ceo_name = "김하늘"
    kept.save()

    assert Plan(kept, merged).fingerprint != seen


def test_a_case_entered_for_a_third_start_up_leaves_the_preview_alone(kept, merged):
    seen = Plan(kept, merged).fingerprint
    makers.make_case()

    assert Plan(kept, merged).fingerprint == seen


# Undoing


def state_of_everything() -> dict:
    """Every row of every table that keeps its history, and of the links."""
    tables = {table_of(link) for link in moving_links()} | {Startup}
    return {
        table: sorted(
            table._base_manager.values_list(
                *[f.attname for f in table._meta.concrete_fields if is_stable(f)]
            ),
            key=str,
        )
        for table in tables
    }


def is_stable(field) -> bool:
    """All but the key of a link, which is made anew."""
    return not (field.primary_key and field.model._meta.auto_created)


def test_undoing_restores_exactly_what_was_there(kept, merged, manager):
    Startup.objects.filter(pk=merged.pk).update(
        biz_reg_no="220-81-62517", founded_on=date(2015, 4, 1), tags=["ai"], notes="둘"
    )
    merged.refresh_from_db()
    for link in moving_links():
        linked_to(link, kept)
        linked_to(link, merged)
        linked_to(link, merged, centre=makers.make_centre("gccei"))
    both = makers.make_visit()
    both.startups.add(kept, merged)
    TWICE["participations"](kept)
    TWICE["participations"](merged)
    before = state_of_everything()
    done = merge(kept, merged, manager, name="merged", biz_reg_no="merged")
    assert state_of_everything() != before

    merging.undo(done, by=manager, reason="잘못 합침")

    assert state_of_everything() == before


def test_undoing_is_in_history_with_its_reason(kept, merged, manager):
    done = merge(kept, merged, manager)

    merging.undo(done, by=manager, reason="다른 회사였음")

    event = Startup.pgh_event_model.objects.filter(pgh_obj_id=merged.pk).latest(
        "pgh_id"
    )
    assert "다른 회사였음" in event.pgh_context.metadata["reason"]
    done.refresh_from_db()
    assert (done.undone_by, done.undone_reason) == (manager, "다른 회사였음")


@each_link
def test_a_change_of_what_moved_forbids_undoing(link, kept, merged, manager):
    record = linked_to(link, merged)
    done = merge(kept, merged, manager)
    if link.many_to_many:
        getattr(record, link.name).clear()
    else:
        link.model._base_manager.filter(pk=record.pk).update(notes="고쳐 적음")

    with pytest.raises(Refusal):
        merging.undo(done, by=manager, reason="x")

    assert [changed.record for changed in merging.changed_since(done)] == [record]
    merged.refresh_from_db()
    assert merged.is_deleted


@pytest.mark.parametrize("which", ["kept", "merged"])
def test_a_change_of_either_start_up_forbids_undoing(which, kept, merged, manager):
    done = merge(kept, merged, manager)
    one = {"kept": kept, "merged": merged}[which]
    Startup.with_deleted.filter(pk=one.pk).update(notes="고쳐 적음")

    with pytest.raises(Refusal):
        merging.undo(done, by=manager, reason="x")


def test_a_record_erased_since_forbids_undoing(kept, merged, manager):
    contact = makers.make_contact(startup=merged)
    done = merge(kept, merged, manager)
    type(contact).with_deleted.filter(pk=contact.pk).delete()

    [changed] = merging.changed_since(done)

    assert (changed.pk, changed.record) == (contact.pk, None)


def test_a_new_record_forbids_nothing_and_stays(kept, merged, manager):
    done = merge(kept, merged, manager)
    case = makers.make_case(startup=kept)

    merging.undo(done, by=manager, reason="x")

    case.refresh_from_db()
    assert case.startup == kept


def test_a_number_taken_by_a_third_since_forbids_undoing(manager):
    kept = makers.make_startup(biz_reg_no="124-81-00998")
    merged = makers.make_startup(biz_reg_no="220-81-62517")
    done = merge(kept, merged, manager)
    makers.make_startup(biz_reg_no="220-81-62517")

    with pytest.raises(Refusal):
        merging.undo(done, by=manager, reason="x")

    merged.refresh_from_db()
    assert merged.is_deleted


def test_a_merge_is_undone_once(kept, merged, manager):
    done = merge(kept, merged, manager)
    merging.undo(done, by=manager, reason="x")

    with pytest.raises(Refusal):
        merging.undo(done, by=manager, reason="x")


def test_of_merges_one_after_another_only_the_last_can_be_undone(kept, merged, manager):
    third = makers.make_startup()
    first = merge(kept, merged, manager)
    second = merge(third, kept, manager)
    with pytest.raises(Refusal):
        merging.undo(first, by=manager, reason="x")

    merging.undo(second, by=manager, reason="x")

    # The later merge and its undoing touched the one that had stayed.
    with pytest.raises(Refusal):
        merging.undo(first, by=manager, reason="x")


def test_two_may_be_merged_again_after_an_undoing(kept, merged, manager):
    merging.undo(merge(kept, merged, manager), by=manager, reason="x")

    merge(kept, merged, manager)

    assert merged.is_deleted


def test_a_merge_takes_as_many_statements_for_many_records(
    kept, merged, manager, statements
):
    others = [makers.make_startup(), makers.make_startup()]
    for startup, number in zip([merged, others[1]], (1, 15), strict=True):
        for _time in range(number):
            makers.make_case(startup=startup)
            makers.make_visit().startups.add(startup)

    few = statements(lambda: merge(kept, merged, manager))

    assert statements(lambda: merge(others[0], others[1], manager)) == few


# Evidence, whose link is no foreign key


def attached(startup, user, content: bytes):
    name = SimpleUploadedFile("증빙.pdf", b"%PDF-1.4\n" + content + b"\n%%EOF\n")
    [file] = attach(startup, [name], user=user, description="")
    return file


def test_evidence_moves_and_an_undo_takes_it_back(kept, merged, manager):
    file = attached(merged, manager, b"1")

    done = merge(kept, merged, manager)
    assert list(Attachment.objects.of(kept)) == [file]

    merging.undo(done, by=manager, reason="다른 회사")
    assert list(Attachment.objects.of(merged)) == [file]
    assert not Attachment.objects.of(kept).exists()


def test_evidence_that_both_have_stays_where_it_is(kept, merged, manager):
    attached(kept, manager, b"1")
    attached(merged, manager, b"1")

    merge(kept, merged, manager)

    assert Attachment.objects.of(kept).count() == 1
    assert Attachment.objects.of(merged).count() == 1
