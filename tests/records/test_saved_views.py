"""Saved views: a name for an exact address, one's own or shared in the centre."""

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from records.saved_views import SavedView
from tests import makers
from tests.records.samples import client_of, each_type, sign_in_national

pytestmark = pytest.mark.django_db


def make_view(owner, slug: str = "cases", **fields) -> SavedView:
    defaults = {"name": f"보기 {next(makers.numbers)}", "query": "status=open"}
    return SavedView.objects.create(
        owner=owner, centre=owner.centre, record_type=slug, **defaults | fields
    )


def parameters(response) -> dict:
    """Where a redirect leads, after the "?"."""
    assert response.status_code == 302
    return QueryDict(response["Location"].partition("?")[2]).dict()


@pytest.fixture
def officer():
    return makers.make_user("officer")


@pytest.fixture
def client(officer):
    return client_of(officer)


# Saving


@each_type
def test_what_a_list_shows_is_saved_under_a_name(officer, client, kind):
    response = client.post(f"/{kind.slug}/views/new/?q=x&after=x", {"name": "내 목록"})

    view = SavedView.objects.get()
    assert (view.owner, view.record_type, view.name) == (officer, kind.slug, "내 목록")
    assert view.query == "q=x"
    assert parameters(response) == {"view": str(view.pk), "q": "x"}


def test_a_view_keeps_filters_search_and_order_but_no_place_in_the_pages():
    params = QueryDict(
        "status=open&q=a&sort=-opened_on&after=x&before=y&format=csv&view=2"
    )
    officer = makers.make_user()
    view = make_view(officer)

    view.replace(params)

    assert view.query == "status=open&q=a&sort=-opened_on"


def test_a_view_keeps_the_columns_shown_when_asked_to(client):
    address = "/cases/views/new/?columns=title,status"

    client.post(address, {"name": "열", "with_columns": "on"})

    assert SavedView.objects.get().columns == ["title", "status"]


def test_a_view_without_columns_leaves_them_to_the_reader(client):
    client.post("/cases/views/new/?status=open", {"name": "열"})

    assert SavedView.objects.get().columns == []


def test_two_views_of_ones_own_have_two_names(officer, client):
    make_view(officer, name="같은 이름")

    response = client.post("/cases/views/new/?status=open", {"name": " 같은 이름 "})

    assert response.status_code == 200
    assert response.context["form"].errors
    assert SavedView.objects.count() == 1


def test_a_name_is_free_in_another_list_and_for_another_person(officer, client):
    make_view(officer, "visits", name="내 것")
    make_view(makers.make_user(), name="내 것")

    response = client.post("/cases/views/new/?status=open", {"name": "내 것"})

    assert response.status_code == 302


def test_a_view_of_what_no_list_can_read_is_refused(client):
    for query in ("colour=red", "status=purple", "startup=0"):
        response = client.post(f"/cases/views/new/?{query}", {"name": "x"})
        assert response.status_code == 400
    assert not SavedView.objects.exists()


def test_a_view_is_saved_by_the_number_of_what_it_names(client):
    startup = makers.make_startup("한빛")

    client.post("/cases/views/new/?startup=한빛", {"name": "한빛"})

    assert SavedView.objects.get().query == f"startup={startup.pk}"


def test_the_database_knows_one_view_that_is_opened_first(officer):
    make_view(officer, is_default=True)

    with pytest.raises(ValidationError, match=r"처음에 여는 보기"):
        SavedView(
            owner=officer, record_type="cases", name="둘째", is_default=True
        ).full_clean()


def test_who_has_no_centre_shares_no_view():
    client = sign_in_national()

    form = client.get("/cases/views/new/").context["form"]
    client.post("/cases/views/new/?q=x", {"name": "전국", "is_shared": "on"})

    assert "is_shared" not in form.fields
    assert not SavedView.objects.get().is_shared


# Opening


def test_a_view_opens_at_its_exact_address(officer, client):
    view = make_view(officer, query="status=open&channel=video", columns=["title"])

    opened = parameters(client.get(view.get_absolute_url()))

    assert opened == {
        "view": str(view.pk),
        "status": "open",
        "channel": "video",
        "columns": "title",
    }


def test_an_open_view_shows_its_records_under_its_columns(officer, client):
    case = makers.make_case(status="waiting")
    makers.make_case()
    view = make_view(officer, query="status=waiting", columns=["status", "title"])

    response = client.get(view.get_absolute_url(), follow=True)

    assert [row.record for row in response.context["table"].rows] == [case]
    assert response.context["table"].columns == ("status", "title")
    assert response.context["opened"].view == view
    assert not response.context["is_changed"]


def test_a_list_opens_with_the_users_first_view(officer, client):
    view = make_view(officer, is_default=True)

    assert parameters(client.get("/cases/")) == {
        "view": str(view.pk),
        "status": "open",
    }


def test_all_records_are_one_address_away_from_the_first_view(officer, client):
    make_view(officer, is_default=True)
    case = makers.make_case(status="cancelled")

    response = client.get("/cases/", {"view": "all"})

    assert [row.record for row in response.context["table"].rows] == [case]
    assert response.context["shows_all"]


def test_the_first_view_of_another_person_or_list_opens_nothing(client, officer):
    make_view(makers.make_user(), is_default=True, is_shared=True)
    make_view(officer, "visits", is_default=True)

    assert client.get("/cases/").status_code == 200


def test_a_link_shows_a_colleague_the_same_records(officer):
    case = makers.make_case(status="waiting")
    makers.make_case()
    view = make_view(officer, query="status=waiting", is_default=True)
    own = client_of(officer).get("/cases/")["Location"]

    response = client_of(makers.make_user()).get(own)

    assert [row.record for row in response.context["table"].rows] == [case]
    assert response.context["opened"] is None
    assert str(view) not in response.content.decode()


def test_taking_the_last_filter_away_shows_all(officer, client):
    make_view(officer, is_default=True)

    [chip] = client.get("/cases/?status=open").context["chips"]
    shown = client.get("/cases/?status=open").content.decode()

    assert chip.without == ""
    assert 'href="?view=all"' in shown
    assert client.get("/cases/?status=").headers["Location"] == "/cases/?view=all"


def test_a_view_says_when_the_list_shows_something_else(officer, client):
    view = make_view(officer, query="status=open")

    for query in ("status=open&q=x", "status=closed", "status=open&columns=title"):
        response = client.get(f"/cases/?view={view.pk}&{query}")
        assert response.context["is_changed"]


def test_the_order_of_parameters_changes_no_view(officer, client):
    view = make_view(officer, query="status=open&channel=video")

    response = client.get(f"/cases/?channel=video&view={view.pk}&status=open")

    assert not response.context["is_changed"]


def test_a_view_that_is_gone_leaves_its_address_what_it_says(officer, client):
    case = makers.make_case()
    view = make_view(officer)
    lasting = view.get_absolute_url()
    address = client.get(lasting)["Location"]
    view.delete()

    assert client.get(lasting).status_code == 404
    rows = client.get(address).context["table"].rows
    assert [row.record for row in rows] == [case]


def test_a_view_that_no_longer_fits_is_refused_and_leads_to_all(officer, client):
    make_view(officer, query="colour=red", is_default=True)

    response = client.get("/cases/", follow=True)

    assert response.status_code == 400
    assert "colour" in response.context["sentence"]
    assert 'href="/cases/?view=all"' in response.content.decode()


@pytest.mark.parametrize("number", ["x", "-1", "1;2", "²"])
def test_what_is_no_view_is_refused(client, number):
    assert client.get("/cases/", {"view": number, "q": "x"}).status_code == 400


def test_a_view_opens_only_in_its_own_list(officer, client):
    view = make_view(officer, "visits")

    assert client.get(f"/cases/views/{view.pk}/").status_code == 404


# Sharing


def test_colleagues_are_offered_a_shared_view_and_no_other(officer):
    shared = make_view(officer, is_shared=True)
    make_view(officer)

    tabs = client_of(makers.make_user()).get("/cases/").context["tabs"]

    assert [tab.view for tab in tabs] == [shared]


def test_another_centre_is_offered_no_view(officer):
    view = make_view(officer, is_shared=True)
    client = client_of(makers.make_user(centre=makers.make_centre("gccei")))

    assert client.get("/cases/").context["tabs"] == []
    assert client.get(view.get_absolute_url()).status_code == 404


def test_ones_own_views_come_before_shared_ones(officer, client):
    shared = make_view(makers.make_user(), name="가", is_shared=True)
    own = make_view(officer, name="하")

    tabs = client.get("/cases/").context["tabs"]

    assert [tab.view for tab in tabs] == [own, shared]


# Changing and deleting


def test_a_view_is_renamed_shared_and_opened_first(officer, client):
    before = make_view(officer, is_default=True)
    view = make_view(officer, columns=["title"])

    client.post(
        f"/cases/views/{view.pk}/edit/",
        {"name": "새 이름", "is_shared": "on", "is_default": "on"},
    )

    before.refresh_from_db()
    view.refresh_from_db()
    assert (view.name, view.is_shared, view.is_default) == ("새 이름", True, True)
    assert (view.query, view.columns) == ("status=open", ["title"])
    assert not before.is_default


def test_a_view_is_changed_to_what_the_list_shows(officer, client):
    view = make_view(officer)

    client.post(f"/cases/views/{view.pk}/replace/?status=closed&columns=title&after=x")

    view.refresh_from_db()
    assert (view.query, view.columns) == ("status=closed", ["title"])


@pytest.mark.parametrize("query", ["colour=red", "status=open&columns=colour"])
def test_a_view_is_not_changed_to_what_no_list_can_show(officer, client, query):
    view = make_view(officer)

    response = client.post(f"/cases/views/{view.pk}/replace/?{query}")

    view.refresh_from_db()
    assert response.status_code == 400
    assert view.query == "status=open"


def test_a_view_is_deleted_by_its_owner(officer, client):
    view = make_view(officer)

    response = client.post(f"/cases/views/{view.pk}/delete/")

    assert response["Location"] == "/cases/?view=all"
    assert not SavedView.objects.exists()


def test_nobody_changes_the_view_of_another(officer):
    view = make_view(officer, is_shared=True)

    for role in ("officer", "manager", "admin"):
        client = client_of(makers.make_user(role))
        address = f"/cases/views/{view.pk}"
        named = client.post(f"{address}/edit/", {"name": "남의 것"})
        assert named.status_code == 404
        assert client.post(f"{address}/replace/?q=x").status_code == 404
    view.refresh_from_db()
    assert (view.name, view.query) != ("남의 것", "q=x")


@pytest.mark.parametrize("role", ["manager", "admin"])
def test_who_keeps_order_deletes_shared_views_of_the_centre(officer, role):
    view = make_view(officer, is_shared=True)

    client_of(makers.make_user(role)).post(f"/cases/views/{view.pk}/delete/")

    assert not SavedView.objects.exists()


def test_nobody_else_deletes_a_view(officer):
    shared, own = make_view(officer, is_shared=True), make_view(officer)
    elsewhere = makers.make_user("manager", makers.make_centre("gccei"))

    for user in (makers.make_user("officer"), makers.make_user("auditor"), elsewhere):
        response = client_of(user).post(f"/cases/views/{shared.pk}/delete/")
        assert response.status_code == 404
    manager = client_of(makers.make_user("manager"))
    assert manager.post(f"/cases/views/{own.pk}/delete/").status_code == 404
    assert SavedView.objects.count() == 2


def test_looking_changes_no_view(officer, client):
    view = make_view(officer)

    assert client.get(f"/cases/views/{view.pk}/edit/").status_code == 200
    assert client.get(f"/cases/views/{view.pk}/replace/?q=x").status_code == 405
    assert client.get(f"/cases/views/{view.pk}/delete/").status_code == 405
    view.refresh_from_db()
    assert view.query == "status=open"


def test_readers_save_views_for_themselves():
    auditor = makers.make_user("auditor")

    client_of(auditor).post("/cases/views/new/?status=open", {"name": "감사"})

    assert SavedView.objects.get().owner == auditor


def test_htmx_gets_what_stands_in_the_dialog(client):
    page = client.get("/cases/views/new/?status=open")
    part = client.get("/cases/views/new/?status=open", headers={"HX-Request": "true"})

    assert b"<html" in page.content
    assert b"<html" not in part.content
    assert "HX-Request" in part["Vary"]


def test_a_list_takes_as_many_statements_for_many_views(officer, client, statements):
    colleague = makers.make_user()
    make_view(officer)
    make_view(colleague, is_shared=True)

    def look():
        assert client.get("/cases/?view=all").status_code == 200

    look()
    few = statements(look)
    for _time in range(5):
        make_view(officer)
        make_view(colleague, is_shared=True)

    assert statements(look) == few
