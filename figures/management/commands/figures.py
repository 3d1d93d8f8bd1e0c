"""`figures 2018 [--centre b2g] [--by month] …`: the year's figures on the terminal."""

import csv
import json

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from accounts.models import Centre
from figures.api import figures_of, rows_of, scope_head
from figures.periods import read_period
from figures.registry import all_figures
from figures.scopes import Scope, read_moment
from records.refusals import Refusal


class Command(BaseCommand):
    help = "Print the figures of a year, counted from the records."

    def add_arguments(self, parser) -> None:
        parser.add_argument("year")
        parser.add_argument("--centre", help="code of one centre; all without it")
        parser.add_argument("--until", help="last day counted, such as 2018-08-31")
        parser.add_argument("--as-known", help="as the records stood on that day")
        parser.add_argument("--by", help="month, quarter, centre, country, region, …")
        parser.add_argument(
            "--format", choices=("table", "json", "csv"), default="table"
        )

    def handle(self, **options) -> None:
        try:
            scope = self.scope(options)
            report = self.report(scope, options["by"])
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        getattr(self, f"write_{options['format']}")(report)

    def scope(self, options) -> Scope:
        params = {"year": options["year"], "until": options["until"]}
        return Scope(
            period=read_period(params),
            centre=self.centre(options["centre"]),
            as_known=read_moment(options["as_known"]),
        )

    def centre(self, code: str | None) -> Centre | None:
        if not code:
            return None
        centre = Centre.objects.filter(code=code).first()
        if centre is None:
            known = ", ".join(Centre.objects.values_list("code", flat=True))
            raise CommandError(
                _("There is no centre “%(code)s” here; there are: %(known)s.")
                % {"code": code, "known": known}
            )
        return centre

    def report(self, scope: Scope, by: str | None) -> dict:
        head = scope_head(scope)
        if not by:
            return head | {"figures": figures_of(scope)}
        centres = list(Centre.objects.all())
        divided = []
        for figure in all_figures():
            try:
                rows = rows_of(figure, by, scope, centres)
            except Refusal:
                continue
            divided.append(
                {
                    "slug": figure.slug,
                    "label": str(figure.label),
                    "unit": figure.unit.code,
                    "rows": rows,
                }
            )
        if not divided:
            raise CommandError(_("No figure is divided by “%s”.") % by)
        return head | {"by": by, "figures": divided}

    def write_json(self, report: dict) -> None:
        self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))

    def write_csv(self, report: dict) -> None:
        writer = csv.writer(self.stdout)
        writer.writerows(lines_of(report))

    def write_table(self, report: dict) -> None:
        period = report["period"]
        self.stdout.write(
            f"{period['from']} ~ {period['to']}  {report['centre'] or ''}"
        )
        if beside := beside_in(report):
            titles = "".join(f"{title:>22}" for title in ("total", *beside))
            self.stdout.write(f"{'':<60} {titles}")
        for line in lines_of(report)[1:]:
            *head, total = line[: 4 if "by" in report else 3]
            known = "".join(f"{number_text(value):>22}" for value in line[5:])
            self.stdout.write(f"{'  '.join(map(str, head)):<60} {total:>22,}{known}")


def beside_in(report: dict) -> list[str]:
    """What stands beside the totals, where there is any."""
    return [
        name
        for name in ("target", "published")
        if any(figure.get(name) is not None for figure in report["figures"])
    ]


def number_text(value) -> str:
    return "" if value is None else f"{value:,}"


def lines_of(report: dict) -> list[list]:
    if "by" not in report:
        names = ["slug", "label", "total", "previous", "unit", *beside_in(report)]
        return [names, *([f[name] for name in names] for f in report["figures"])]
    lines = [
        [f["slug"], row["key"], row["label"], row["total"], f["unit"]]
        for f in report["figures"]
        for row in f["rows"]
    ]
    return [["slug", report["by"], "label", "total", "unit"], *lines]
