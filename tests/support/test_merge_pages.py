"""The pages of a merge: choose, look, confirm, undo; and who may not."""

import pytest

from support.merge_plans import Plan
from support.models import Merge, Startup
from tests import makers
from tests.records.samples import client_of, sign_in, sign_in_national

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    return makers.make_startup("한빛소프트")


@pytest.fixture
def merged():
    return makers.make_startup("큰별시스템")


def address(kept) -> str:
    return f"/startups/{kept.pk}/merge/"


def named(startup) -> str:
    return f"{startup} [{startup.reference}]"


def confirm(client, kept, merged, **data):
    data = {
        "other": named(merged),
        "seen": Plan(kept, merged).fingerprint,
        "reason": "같은 회사",
    } | data
    return client.post(address(kept), data)


def merged_by_page(kept, merged, client=None) -> Merge:
    assert confirm(client or sign_in("manager"), kept, merged).status_code == 302
    return Merge.objects.latest("pk")


def is_deleted(startup) -> bool:
    return Startup.with_deleted.get(pk=startup.pk).is_deleted


# Who may


@pytest.mark.parametrize("role", ["viewer", "officer", "auditor"])
def test_who_may_not_merge_is_refused(role, kept, merged):
    client = sign_in(role)

    assert client.get(address(kept)).status_code == 403
    assert client.get(address(kept), {"other": named(merged)}).status_code == 403
    assert confirm(client, kept, merged).status_code == 403
    assert not is_deleted(merged)


@pytest.mark.parametrize("role", ["manager", "admin"])
def test_managers_and_administrators_merge(role, kept, merged):
    response = confirm(sign_in(role), kept, merged)

    assert response.url == f"/startups/{kept.pk}/"
    assert is_deleted(merged)


def test_national_managers_merge(kept, merged):
    merged_by_page(kept, merged, sign_in_national())

    assert is_deleted(merged)


@pytest.mark.parametrize("role", ["officer", "auditor"])
def test_who_may_not_merge_may_look_at_a_merge_and_not_undo_it(role, kept, merged):
    done = merged_by_page(kept, merged)
    client = sign_in(role)

    assert 'name="reason"' not in client.get(done.get_absolute_url()).content.decode()
    assert client.post(done.get_absolute_url(), {"reason": "x"}).status_code == 403
    assert is_deleted(merged)


def test_who_is_not_signed_in_is_sent_to_sign_in(client, kept):
    assert client.get(address(kept)).status_code == 302


# Choosing


def test_the_other_is_chosen_by_name(kept, merged):
    response = sign_in("manager").get(address(kept), {"other": "(주)큰별시스템"})

    assert response.context["plan"].merged == merged


@pytest.mark.parametrize("other", ["한빛소프트", "없는 회사", ""])
def test_itself_an_unknown_one_and_nothing_are_refused_in_words(other, kept):
    response = sign_in("manager").get(address(kept), {"other": other})

    assert response.context["form"].errors["other"]


def test_a_deleted_one_cannot_be_chosen(kept, merged):
    merged.remove(reason="시험")

    response = sign_in("manager").get(address(kept), {"other": named(merged)})

    assert response.context["form"].errors["other"]


def test_into_a_deleted_one_nothing_is_merged(kept):
    kept.remove(reason="시험")

    assert sign_in("manager").get(address(kept)).status_code == 404


# Looking


def test_looking_changes_nothing(kept, merged):
    makers.make_case(startup=merged)

    sign_in("manager").get(address(kept), {"other": named(merged)})

    assert not is_deleted(merged)
    assert not Merge.objects.exists()


def test_the_preview_tells_what_moves_by_centre(kept, merged):
    makers.make_case(startup=merged)
    makers.make_case(startup=merged, centre=makers.make_centre("gccei"))

    response = sign_in("manager").get(address(kept), {"other": named(merged)})

    [(move, url)] = response.context["moves"]
    assert {centre.code: number for centre, number in move.centres} == {
        "b2g": 1,
        "gccei": 1,
    }
    assert url == f"/cases/?startup={merged.pk}"


def test_the_preview_names_no_record_of_another_centre(kept, merged):
    gccei = makers.make_centre("gccei")
    makers.make_contact(startup=kept, name="홍길동", centre=gccei)
    makers.make_contact(startup=merged, name="홍길동", centre=gccei)

    response = sign_in("manager").get(address(kept), {"other": named(merged)})

    assert len(response.context["lookalikes"]) == 1
    assert "홍길동" not in response.content.decode()


def test_the_preview_takes_as_many_statements_for_many_records(
    kept, merged, statements
):
    client = sign_in("manager")

    def look():
        client.get(address(kept), {"other": named(merged)})

    makers.make_case(startup=merged)
    look()
    few = statements(look)
    for _time in range(10):
        makers.make_case(startup=merged)

    assert statements(look) == few


# Confirming


def test_without_a_reason_nothing_is_merged(kept, merged):
    response = confirm(sign_in("manager"), kept, merged, reason=" ")

    assert response.status_code == 400
    assert response.context["reason"].errors
    assert not is_deleted(merged)


def test_a_stale_preview_is_shown_again(kept, merged):
    seen = Plan(kept, merged).fingerprint
    case = makers.make_case(startup=merged)

    response = confirm(sign_in("manager"), kept, merged, seen=seen)

    assert response.status_code == 409
    assert response.context["is_stale"]
    [(move, _url)] = response.context["moves"]
    assert move.pks == [case.pk]
    assert not is_deleted(merged)


def test_a_preview_shown_again_keeps_what_was_chosen(kept, merged):
    response = confirm(
        sign_in("manager"), kept, merged, reason="", **{"use-name": "merged"}
    )

    [(_choice, options)] = response.context["fields"]
    assert [o.way for o in options if o.is_chosen] == ["merged"]


def test_a_chosen_value_stays(kept, merged):
    confirm(sign_in("manager"), kept, merged, **{"use-name": "merged"})

    kept.refresh_from_db()
    assert kept.name == "큰별시스템"


def test_what_is_no_choice_is_not_taken(kept, merged):
    confirm(sign_in("manager"), kept, merged, **{"use-name": "neither"})

    kept.refresh_from_db()
    assert kept.name == "한빛소프트"


# Afterwards


def test_the_page_of_the_one_that_went_says_where_it_went(kept, merged):
    merged_by_page(kept, merged)

    response = sign_in().get(f"/startups/{merged.pk}/")

    assert response.status_code == 200
    assert f'href="/startups/{kept.pk}/"' in response.content.decode()
    assert sign_in().get(f"/startups/{merged.pk}/history/").status_code == 200


def test_the_page_of_the_one_that_stays_leads_to_the_merge(kept, merged):
    done = merged_by_page(kept, merged)

    text = sign_in().get(f"/startups/{kept.pk}/").content.decode()

    assert f'href="{done.get_absolute_url()}"' in text


def test_an_undone_merge_gives_both_their_pages_back(kept, merged):
    client = sign_in("manager")
    done = merged_by_page(kept, merged, client)

    response = client.post(done.get_absolute_url(), {"reason": "다른 회사였음"})

    assert response.url == f"/startups/{merged.pk}/"
    assert client.get(response.url).context["object"] == merged
    assert not client.get(f"/startups/{kept.pk}/").context["merges"]


def test_looking_at_a_merge_undoes_nothing(kept, merged):
    done = merged_by_page(kept, merged)

    sign_in("manager").get(done.get_absolute_url())

    assert is_deleted(merged)


def test_without_a_reason_nothing_is_undone(kept, merged):
    done = merged_by_page(kept, merged)

    response = sign_in("manager").post(done.get_absolute_url(), {"reason": ""})

    assert response.context["form"].errors["reason"]
    assert is_deleted(merged)


def test_what_changed_since_is_listed_and_undoing_is_not_offered(kept, merged):
    case = makers.make_case(startup=merged, title="베트남 상담")
    done = merged_by_page(kept, merged)
    type(case).objects.filter(pk=case.pk).update(result="안내")
    client = sign_in("manager")

    text = client.get(done.get_absolute_url()).content.decode()

    assert "베트남 상담" in text
    assert 'name="reason"' not in text
    assert client.post(done.get_absolute_url(), {"reason": "x"}).status_code == 400
    assert is_deleted(merged)


def test_what_changed_since_in_another_centre_is_not_named(kept, merged):
    contact = makers.make_contact(
        startup=merged, name="홍길동", centre=makers.make_centre("gccei")
    )
    done = merged_by_page(kept, merged)
    type(contact).objects.filter(pk=contact.pk).update(title="이사")

    text = sign_in("manager").get(done.get_absolute_url()).content.decode()

    assert "홍길동" not in text
    assert 'name="reason"' not in text


def test_every_change_of_a_merge_says_who_and_where(kept, merged):
    manager = makers.make_user("manager", name="박팀장")
    case = makers.make_case(startup=merged)
    client = client_of(manager)
    merged_by_page(kept, merged, client)

    newest = client.get(f"/cases/{case.pk}/history/").context["changes"][0]

    assert (newest.by, newest.where) == ("박팀장", address(kept))
    assert "같은 회사" in newest.reason


def test_the_one_that_went_is_not_restored_but_by_undoing(kept, merged):
    merged_by_page(kept, merged)

    response = sign_in("manager").post(f"/startups/{merged.pk}/restore/")

    assert response.status_code == 400
    assert is_deleted(merged)


def test_a_start_up_deleted_after_an_undone_merge_is_restored(kept, merged):
    client = sign_in("manager")
    client.post(merged_by_page(kept, merged).get_absolute_url(), {"reason": "x"})
    Startup.objects.get(pk=merged.pk).remove(reason="시험")

    client.post(f"/startups/{merged.pk}/restore/")

    assert not is_deleted(merged)
