"""Lists and search at a million cases: as long as at ten thousand, and beside Django's
own admin over the same table in the same run."""

from collections.abc import Iterator
from dataclasses import dataclass

from accounts.models import User
from bench.plain_admin import opens_plain_admin
from bench.readers import Reader
from bench.timing import Time, best, opens
from records import record_types
from records.paging import Place

ADMIN_RUNS = 2  # of seconds each
PAGE, SEARCH, WHOLE = 20, 15, 60  # milliseconds
DEEP = Place("2017-06-01", 1)


@dataclass(frozen=True)
class Question:
    """A page of ours and the parameters that ask Django's admin the same; limits in
    milliseconds of the database and of the whole page."""

    what: str
    address: str
    admin: str | None = None
    limit: int = PAGE


QUESTIONS = (
    Question("cases: first page", "/cases/", ""),
    Question("filtered page, a twentieth", "/cases/?status=open", "?status=open"),
    Question("filtered page, nothing there", "/cases/?channel=event", "?channel=event"),
    Question("filtered page, by country", "/cases/?countries=TH"),
    Question("filtered page, one start-up", "/cases/?startup=17"),
    Question("deep page", f"/cases/?after={DEEP}", "?p={middle}"),
    Question("last page", "/cases/?before=end", "?p={last}"),
    Question("oldest first", "/cases/?sort=opened_on", "?o=1"),
    Question("search: in every title", "/cases/?q=상담", "?q=상담", SEARCH),
    Question("search: in half of them", "/cases/?q=특허", "?q=특허", SEARCH),
    Question("search: rare", "/cases/?q=가온테크", "?q=가온테크", SEARCH),
    Question("search: one in a million", "/cases/?q=7777", "?q=7777", SEARCH),
    Question("search: nothing", "/cases/?q=없는말", "?q=없는말", SEARCH),
    Question("search: two words", "/cases/?q=상담 777", "?q=상담 777", SEARCH),
    Question("search: a start-up", "/cases/?q=본투글로벌", "?q=본투글로벌", SEARCH),
    Question("search: its initials", "/cases/?q=ㅂㅌㄱㄹㅂ", None, SEARCH),
    Question("search: common, last page", "/cases/?q=특허&before=end", None, SEARCH),
    Question("type-ahead of start-ups", "/startups/lookup/?q=기업 12", None, SEARCH),
    Question("type-ahead of cases", "/cases/lookup/?q=상담 12", None, SEARCH),
    Question("search everything: common", "/search/?q=상담", None, SEARCH),
    Question("search everything: rare", "/search/?q=ㅂㅌㄱㄹㅂ", None, SEARCH),
    Question("search everything: nothing", "/search/?q=없는말", None, SEARCH),
    Question("API: first page", "/api/v1/cases/"),
    Question("API: filtered page", "/api/v1/cases/?status=open"),
    Question("my work", "/"),
    Question("a start-up", "/startups/17/"),
)

HEADER = (
    f"{'milliseconds':<44} {'database':>9} {'limit':>6} {'':4} {'page':>7} {'':4}"
    f" {'of 10,000':>10} {'admin db':>9} {'page':>8}"
)


def at_ten_thousand(reader: Reader) -> dict[str, Time]:
    """Each question's time in the small database."""
    calls = [opens(reader.client, question.address) for question in QUESTIONS]
    times = best(calls, runs=5)
    return {
        question.what: time for question, time in zip(QUESTIONS, times, strict=True)
    }


def lines(reader: Reader, small: dict[str, Time]) -> Iterator[str]:
    """Each as soon as it is measured; `small` has the times at ten thousand cases."""
    for question in QUESTIONS:
        [ours] = best([opens(reader.client, question.address)])
        plain = None
        if question.admin is not None:
            [plain] = best([admin_call(reader, question)], runs=ADMIN_RUNS)
        yield line(reader, question, ours, small[question.what], plain)
    for record_type in record_types.all_types():
        question = Question(record_type.slug, f"/{record_type.slug}/")
        [ours] = best([opens(reader.client, question.address)])
        yield line(reader, question, ours)


def admin_call(reader: Reader, question: Question):
    visible = record_types.get("cases").visible_to(user_of(reader))
    last = (visible.count() + 49) // 50
    query = question.admin.format(last=last, middle=last // 2)
    return opens_plain_admin(reader.centre, query)


def user_of(reader: Reader) -> User:
    return User.objects.get(pk=reader.client.session["_auth_user_id"])


def line(
    reader: Reader,
    question: Question,
    ours: Time,
    small: Time | None = None,
    plain: Time | None = None,
) -> str:
    growth = f"{ours.database / small.database:.2f} ×" if small else ""
    admin = f"{plain.database:>9.1f} {plain.whole:>8.1f}" if plain else ""
    return (
        f"{question.what + ', ' + reader.whose:<44} {ours.database:>9.1f}"
        f" {question.limit:>6} {verdict(ours.database, question.limit):4}"
        f" {ours.whole:>7.1f} {verdict(ours.whole, WHOLE):4} {growth:>10} {admin}"
    ).rstrip()


def verdict(found: float, limit: float) -> str:
    return "ok" if found <= limit else "OVER"
