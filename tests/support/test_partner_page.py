"""The page of a partner: visit → agreement → contract → investment in one chain."""

from datetime import date

import pytest

from tests import makers
from tests.records.samples import READERS, client_of, sign_in

pytestmark = pytest.mark.django_db

CHAIN = ["visits", "mous", "contracts", "investments"]


@pytest.fixture
def partner():
    return makers.make_partner("DEPA", name_en="Digital Economy Promotion Agency")


def page(client, partner):
    response = client.get(f"/partners/{partner.pk}/")
    assert response.status_code == 200
    return response


def chain_of(response) -> dict[str, list]:
    return {
        step.record_type.slug: [link.entry.record for link in step.links]
        for step in response.context["chain"]
    }


@pytest.fixture
def links(partner):
    """One record of each step, and what followed."""
    visit = makers.make_visit(title="태국 실무 방문")
    mou = makers.make_mou(partner=partner, visit=visit, title="협력 협약")
    contract = makers.make_contract(partner=partner)
    investment = makers.make_investment()
    investment.partners.add(partner)
    return {
        "visits": [visit],
        "mous": [mou],
        "contracts": [contract],
        "investments": [investment],
    }


def test_the_chain_goes_from_the_visit_to_the_investment(partner, links):
    chain = chain_of(page(sign_in(), partner))

    assert list(chain) == CHAIN
    assert chain == links


def test_an_agreement_leads_back_to_its_visit(partner, links):
    [step] = [
        step
        for step in page(sign_in(), partner).context["chain"]
        if step.record_type.slug == "mous"
    ]

    assert step.links[0].origins == links["visits"]


def test_another_partners_chain_stays_its_own(partner, links):
    chain = chain_of(page(sign_in(), makers.make_partner()))

    assert chain == {slug: [] for slug in CHAIN}


def test_what_followed_from_visit_or_agreement_is_shown(partner, links):
    after_visit = makers.make_follow_up(visit=links["visits"][0])
    after_mou = makers.make_follow_up(visit=None, mou=links["mous"][0])
    agency = makers.make_agency(partner=partner)

    others = {
        step.record_type.slug: {link.entry.record for link in step.links}
        for step in page(sign_in(), partner).context["others"]
    }

    assert others == {"follow-ups": {after_visit, after_mou}, "agencies": {agency}}


def test_another_centres_records_are_not_in_the_chain(partner):
    gccei = makers.make_centre("gccei")
    visit = makers.make_visit(centre=gccei)
    makers.make_mou(partner=partner, visit=visit, centre=gccei)

    assert chain_of(page(sign_in(), partner)) == {slug: [] for slug in CHAIN}


def test_a_deleted_agreement_takes_its_visit_along(partner, links):
    links["mous"][0].remove(reason="시험")

    chain = chain_of(page(sign_in(), partner))

    assert (chain["visits"], chain["mous"]) == ([], [])


def test_the_newest_stand_first(partner):
    old = makers.make_mou(partner=partner, signed_on=date(2016, 1, 1))
    new = makers.make_mou(partner=partner, signed_on=date(2018, 1, 1))

    assert chain_of(page(sign_in(), partner))["mous"] == [new, old]


def test_a_long_step_leads_to_the_rest(partner):
    for _time in range(21):
        makers.make_contract(partner=partner)

    text = page(sign_in(), partner).content.decode()

    assert f'href="/contracts/?partner={partner.pk}"' in text


@pytest.mark.parametrize("role", READERS)
def test_readers_see_the_page_and_nothing_they_may_not_do(partner, role):
    text = page(sign_in(role), partner).content.decode()

    assert f"?partner={partner.pk}" not in text
    assert f"/partners/{partner.pk}/edit/" not in text


def test_types_that_link_to_it_are_entered_with_it_filled_in(partner):
    client = sign_in()
    text = page(client, partner).content.decode()

    for address in (
        f"/mous/new/?partner={partner.pk}",
        f"/investments/new/?partners={partner.pk}",
    ):
        assert f'href="{address}"' in text
        form = client.get(address).content.decode()
        assert f"DEPA [{partner.reference}]" in form


def test_another_centres_partner_has_no_page(partner):
    client = sign_in(centre="gccei")

    assert client.get(f"/partners/{partner.pk}/").status_code == 404


def test_the_page_takes_as_many_statements_for_many_records(partner, statements):
    client = client_of(makers.make_user())

    def surround():
        visit = makers.make_visit()
        mou = makers.make_mou(partner=partner, visit=visit)
        makers.make_follow_up(visit=None, mou=mou)
        makers.make_contract(partner=partner)
        makers.make_investment().partners.add(partner)
        makers.make_agency(partner=partner)

    def look():
        page(client, partner)

    surround()
    look()
    few = statements(look)
    for _time in range(12):
        surround()

    assert statements(look) == few
