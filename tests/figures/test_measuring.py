from datetime import date

import pytest

from figures import registry
from figures.measuring import Question, total
from figures.periods import Period
from tests.makers import make_case


@pytest.mark.django_db
def test_a_case_counts_in_its_year():
    make_case(opened_on=date(2018, 12, 31))
    make_case(opened_on=date(2019, 1, 1))
    question = Question(registry.get("consulting-cases"), Period.of_year(2018))
    assert total(question) == 1
