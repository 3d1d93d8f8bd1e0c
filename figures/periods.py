"""Periods: runs of whole days in Seoul. The fiscal year is the calendar year."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from records.refusals import Refusal

FIRST_YEAR = 1800
LAST_YEAR = 2200

# What a page or the API may be asked a period by; of these ways only one at a time.
PARAMETERS = ("year", "until", "quarter", "month", "from", "to")
WAYS = (("until",), ("quarter",), ("month",), ("from", "to"))


@dataclass(frozen=True, order=True)
class Period:
    """From `start` to `end`, both days included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise Refusal(
                _("A period cannot end (%(end)s) before it starts (%(start)s).")
                % {"start": self.start, "end": self.end}
            )

    @classmethod
    def of_year(cls, year: int) -> "Period":
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_month(cls, year: int, month: int) -> "Period":
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    @property
    def year(self) -> int:
        """The year the period ends in."""
        return self.end.year

    @property
    def is_whole_year(self) -> bool:
        return self == Period.of_year(self.year)

    @property
    def is_running(self) -> bool:
        return self.start <= timezone.localdate() < self.end

    def until(self, day: date) -> "Period":
        return Period(self.start, min(self.end, day))

    def years_before(self, years: int) -> "Period":
        """The same days so many years before; a month's end stays a month's end."""
        return Period(
            years_before(self.start, years, is_end=False),
            years_before(self.end, years, is_end=True),
        )

    def years(self) -> list["Period"]:
        """The calendar years in the period, each cut to it."""
        return self.cut(
            Period.of_year(year) for year in range(self.start.year, self.end.year + 1)
        )

    def months(self) -> list["Period"]:
        return self.cut(
            Period.of_month(year, month)
            for year in range(self.start.year, self.end.year + 1)
            for month in range(1, 13)
        )

    def quarters(self) -> list["Period"]:
        return self.cut(
            Period(date(year, month, 1), Period.of_month(year, month + 2).end)
            for year in range(self.start.year, self.end.year + 1)
            for month in (1, 4, 7, 10)
        )

    def cut(self, parts: Iterator["Period"]) -> list["Period"]:
        return [
            Period(max(part.start, self.start), min(part.end, self.end))
            for part in parts
            if part.start <= self.end and part.end >= self.start
        ]

    def __str__(self) -> str:
        if self.is_whole_year:
            return _("%(year)s") % {"year": self.year}
        return f"{self.start:%Y-%m-%d} ~ {self.end:%Y-%m-%d}"


def years_before(day: date, years: int, *, is_end: bool) -> date:
    year = day.year - years
    last = monthrange(year, day.month)[1]
    ends_month = day.day == monthrange(day.year, day.month)[1]
    return date(year, day.month, last if is_end and ends_month else min(day.day, last))


def read_year(text: str | int) -> int:
    """Raises Refusal for what is no year."""
    text = str(text).strip()
    if not text.isdecimal() or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise Refusal(
            _("“%(text)s” is no year: a year from %(first)s to %(last)s, such as 2018.")
            % {"text": text, "first": FIRST_YEAR, "last": LAST_YEAR}
        )
    return int(text)


def read_day(text: str) -> date:
    """A day as YYYY-MM-DD. Raises Refusal, also for a day that does not exist."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            day = date.fromisoformat(text)
            read_year(day.year)
            return day
    except ValueError:
        pass
    raise Refusal(
        _("“%s” is no day: a day is written like 2018-08-31 and must exist.") % text
    )


def read_edge(text: str, *, is_end: bool) -> date:
    """A day, a month (2018-08) or a year (2018), as a period's first or last day."""
    if re.fullmatch(r"\d{4}-\d{2}", text):
        month = int(text[5:])
        if not 1 <= month <= 12:
            raise Refusal(_("“%s” is no month: a month is written 2018-08.") % text)
        whole = Period.of_month(read_year(text[:4]), month)
    elif text.isdecimal():
        whole = Period.of_year(read_year(text))
    else:
        return read_day(text)
    return whole.end if is_end else whole.start


def read_part(text: str, *, last: int) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= last:
        raise Refusal(
            _("“%(text)s” is not between 1 and %(last)s.")
            % {"text": text, "last": last}
        )
    return int(text)


def read_period(params, *, year: int | None = None) -> Period:
    """The period that parameters ask for: `year` with `until`, `quarter` or `month`,
    or `from` and `to`. Raises Refusal for what cannot be meant.
    """
    given = {name: params[name] for name in PARAMETERS if params.get(name)}
    refuse_two_ways(given)
    year = read_year(given["year"]) if "year" in given else year
    if "from" in given or "to" in given:
        return read_span(given, year)
    whole = Period.of_year(year or timezone.localdate().year)
    if "quarter" in given:
        return whole.quarters()[read_part(given["quarter"], last=4) - 1]
    if "month" in given:
        return whole.months()[read_part(given["month"], last=12) - 1]
    if "until" in given:
        return read_until(whole, given["until"])
    return whole


def refuse_two_ways(given) -> None:
    """A quarter until some day would leave one of the two unheard."""
    used = ["/".join(way) for way in WAYS if any(name in given for name in way)]
    if len(used) > 1:
        raise Refusal(
            _("%(given)s say two different periods; give one of them.")
            % {"given": ", ".join(used)}
        )


def read_span(given, year: int | None) -> Period:
    this_year = year or timezone.localdate().year
    start = read_edge(given.get("from", str(this_year)), is_end=False)
    end = read_edge(given.get("to", str(max(start.year, this_year))), is_end=True)
    return Period(start, end)


def read_until(whole: Period, text: str) -> Period:
    until = read_day(text)
    if until.year != whole.year:
        raise Refusal(
            _("“%(until)s” is not in %(year)s; give a day of that year.")
            % {"until": text, "year": whole.year}
        )
    return whole.until(until)
