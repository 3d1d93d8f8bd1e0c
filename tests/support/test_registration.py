"""Registration numbers: form and check digit."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from support.registration import business_number, corporate_number

RIGHT = ("124-81-00998", "220-81-62517", "120-81-47521")


@pytest.mark.parametrize("number", RIGHT)
def test_a_business_number_with_its_check_digit_is_right(number):
    assert business_number(number) == number


@pytest.mark.parametrize("number", RIGHT)
@pytest.mark.parametrize("dress", ["{}", " {} ", "{} "])
def test_a_business_number_is_brought_to_its_one_form(number, dress):
    assert business_number(dress.format(number.replace("-", ""))) == number


@pytest.mark.parametrize(
    "number",
    [
        "123-45-67890",  # wrong check digit
        "000-00-00000",  # right check digit, no such office
        "124-00-00998",
        "124-81-0099",
        "124-81-009988",
        "한빛소프트",
        "",
    ],
)
def test_what_is_no_business_number_is_refused(number):
    with pytest.raises(ValidationError):
        business_number(number)


@given(
    number=st.sampled_from(RIGHT),
    place=st.integers(0, 9),
    digit=st.sampled_from("0123456789"),
)
def test_one_wrong_digit_is_noticed(number, place, digit):
    digits = number.replace("-", "")
    wrong = digits[:place] + digit + digits[place + 1 :]
    if wrong == digits:
        assert business_number(wrong) == number
        return

    with pytest.raises(ValidationError):
        business_number(wrong)


@pytest.mark.parametrize("number", ["130111-0006246", "1101111129497"])
def test_a_corporate_number_is_brought_to_its_one_form(number):
    digits = number.replace("-", "")

    assert corporate_number(number) == f"{digits[:6]}-{digits[6:]}"


@pytest.mark.parametrize("number", ["130111-000624", "130111-00062466", "법인"])
def test_what_is_no_corporate_number_is_refused(number):
    with pytest.raises(ValidationError):
        corporate_number(number)


@given(text=st.text(max_size=20))
def test_any_text_is_a_number_or_refused(text):
    try:
        number = business_number(text)
    except ValidationError:
        return
    assert business_number(number) == number
