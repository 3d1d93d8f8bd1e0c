"""Text made uniform before anything reads it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from records.text import fold, tidy


@given(text=st.text())
def test_what_was_tidied_is_tidy(text):
    assert tidy(tidy(text)) == tidy(text)


@given(text=st.text())
def test_tidy_text_is_composed_and_has_no_outer_blank(text):
    tidied = tidy(text)

    assert unicodedata.is_normalized("NFC", tidied)
    assert tidied == tidied.strip()


@given(text=st.text())
def test_what_was_folded_stays_so(text):
    assert fold(fold(text)) == fold(text)


def test_line_breaks_stay():
    assert tidy(" 첫 줄\n둘째 줄 ") == "첫 줄\n둘째 줄"


def test_labels_are_compared_without_case_blanks_and_marks():
    assert fold("특허 · 상표") == fold("특허/상표") == fold("(특허) 상표")
