"""What the notes of a demonstration record say: that it is invented, and which
published total a set of them adds up to."""

INVENTED = "시연용 가상 자료"
FITTED_TO_2018 = f"{INVENTED} – 합계는 2018년 공표값에 맞춤"
FITTED_TO_AUGUST_2019 = f"{INVENTED} – 합계는 2019년 1~8월 공표값에 맞춤"


def reported(what: str) -> str:
    """For a record that the press named: what of it was reported."""
    return f"{INVENTED} – 보도된 것: {what}"
