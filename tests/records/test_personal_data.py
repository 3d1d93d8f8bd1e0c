"""Personal data are shown in part, and to the own centre alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.reading import masked
from tests import makers
from tests.records.samples import sign_in, sign_in_national

PHONE, EMAIL = "010-1234-5678", "gildong@example.org"


@pytest.fixture
def contact(db):
    return makers.make_contact(phone=PHONE, email=EMAIL)


def shown(client, address, **params) -> str:
    response = client.get(address, params)
    assert response.status_code == 200
    return b"".join(response).decode()


@pytest.mark.parametrize("role", ["viewer", "officer", "manager", "admin", "auditor"])
@pytest.mark.parametrize(
    "address",
    [
        "/contacts/",
        "/contacts/?format=csv",
        "/contacts/{pk}/",
        "/contacts/{pk}/history/",
        "/api/v1/contacts/",
        "/api/v1/contacts/{pk}/",
        "/startups/{startup}/",
        "/search/?q=홍",
    ],
)
def test_no_page_file_or_answer_shows_them_whole(contact, role, address):
    address = address.format(pk=contact.pk, startup=contact.startup_id)

    text = shown(sign_in(role), address)

    assert PHONE not in text
    assert EMAIL not in text


def test_the_list_shows_them_in_part(contact):
    text = shown(sign_in(), "/contacts/")

    assert "010-1234-****" in text
    assert "gi***@example.org" in text


def test_national_staff_see_them_in_part_too(contact):
    text = shown(sign_in_national(), f"/contacts/{contact.pk}/")

    assert PHONE not in text
    assert "010-1234-****" in text


def test_nobody_finds_a_contact_by_a_telephone_number(contact):
    assert contact.name not in shown(sign_in(), "/contacts/", q="1234-5678")


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("", ""),
        ("hong@x.kr", "ho***@x.kr"),
        ("h@x.kr", "h***@x.kr"),
        ("010-1234-5678", "010-1234-****"),
        ("02-123-4567", "02-123-****"),
        ("홍길동", "홍*동"),
        ("남궁길동", "남**동"),
        ("김구", "김*"),
    ],
)
def test_personal_data_are_masked_as_is_usual(whole, part):
    assert masked(whole) == part


@given(text=st.text(min_size=1, max_size=30))
def test_something_is_always_hidden(text):
    assert masked(text) != text
