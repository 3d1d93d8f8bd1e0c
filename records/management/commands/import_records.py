"""`import_records TYPE FILE`: bring a spreadsheet's rows in, by the type's own form.

Exit 0: all rows are in. 1: some were rejected; nothing is saved without --valid-rows.
2: the file or an argument cannot be used.
"""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Centre
from records import record_types
from records.imports import Import
from records.record_types import AUTO
from records.spreadsheets.importing import import_file
from records.spreadsheets.reading import UnusableFile
from records.spreadsheets.report import LABELS, Report

MOST_SHOWN = 50


class Command(BaseCommand):
    help = "Brings the rows of an .xlsx or .csv file in as records of a type."

    def add_arguments(self, parser) -> None:
        parser.add_argument("type", help="a record type's slug, or “auto”")
        parser.add_argument("file", type=Path)
        parser.add_argument("--centre", default="", help="code of the owner")
        parser.add_argument("--sheet", default="", help="only the sheet of this name")
        parser.add_argument("--dry-run", action="store_true", help="save nothing")
        parser.add_argument("--report", type=Path, help="write a JSON report here")
        parser.add_argument(
            "--valid-rows",
            action="store_true",
            help="save the good rows even if others are rejected",
        )

    def handle(self, *, type, file, report, **options) -> None:  # noqa: A002
        refuse_unknown_type(type)
        refuse_unwritable(report)
        centre, dry_run = centre_of(options["centre"]), options["dry_run"]
        try:
            told = import_file(
                file,
                type,
                centre=centre,
                sheet=options["sheet"],
                dry_run=dry_run,
                valid_rows=options["valid_rows"],
                one=None if dry_run else kept_for(centre),
            )
        except UnusableFile as error:
            raise CommandError(str(error), returncode=2) from error
        if report:
            write(report, told)
        self.tell(told, dry_run=options["dry_run"])

    def tell(self, told: Report, *, dry_run: bool) -> None:
        counts = told.counts
        self.stdout.write(
            ", ".join(f"{LABELS[o]} {counts[o]:,}" for o in LABELS if counts[o])
        )
        if told.earlier:
            self.stdout.write(told.earlier)
        for sheet in told.sheets:
            if not sheet["read"]:
                self.stdout.write(
                    _("Sheet “%(name)s” is left out: %(reason)s.") % sheet
                )
        if told.hidden:
            rows = ", ".join(f"{row.sheet} {row.row}" for row in told.hidden)
            self.stdout.write(_("Hidden rows left out: %s.") % rows)
        if told.ignored_columns:
            self.stdout.write(
                _("Columns not brought in: %s.") % ", ".join(told.ignored_columns)
            )
        if counts["flagged"]:
            self.stdout.write(
                _("%d rows have something to look at; see the report.")
                % counts["flagged"]
            )
        if dry_run:
            self.stdout.write(_("A trial run: nothing is saved."))
        if told.rejected:
            raise CommandError(rejection(told), returncode=1)


def refuse_unknown_type(slug: str) -> None:
    slugs = [record_type.slug for record_type in record_types.all_types()]
    if slug not in (AUTO, *slugs):
        raise CommandError(
            _("There is no record type “%(slug)s”; there are: %(slugs)s, %(auto)s.")
            % {"slug": slug, "slugs": ", ".join(slugs), "auto": AUTO},
            returncode=2,
        )


def centre_of(code: str) -> Centre | None:
    """The centre of this code; without one, the only centre there is, if so."""
    centres = list(Centre.objects.all())
    if not code:
        return centres[0] if len(centres) == 1 else None
    for centre in centres:
        if centre.code == code:
            return centre
    raise CommandError(
        _("There is no centre “%(code)s”; there are: %(codes)s.")
        % {"code": code, "codes": ", ".join(c.code for c in centres) or "-"},
        returncode=2,
    )


def kept_for(centre: Centre | None) -> Import:
    """What keeps the outcomes of the rows; nobody's, and saved with the records."""
    return Import(
        centre=centre, language=get_language() or "ko", state=Import.State.DONE
    )


def refuse_unwritable(report: Path | None) -> None:
    """Before anything is saved: a report that cannot be written refuses the run."""
    if report and not report.parent.is_dir():
        raise CommandError(
            _("There is no folder “%s” for the report.") % report.parent, returncode=2
        )


def write(path: Path, told: Report) -> None:
    try:
        path.write_text(
            json.dumps(told.as_json(), ensure_ascii=False, indent=1), encoding="utf-8"
        )
    except OSError as error:
        raise CommandError(
            _("The report cannot be written to “%(path)s”: %(error)s.")
            % {"path": path, "error": error.strerror},
            returncode=2,
        ) from error


def rejection(told: Report) -> str:
    lines = [row.reason for row in told.rejected[:MOST_SHOWN]]
    if len(told.rejected) > MOST_SHOWN:
        lines.append(_("and %d more.") % (len(told.rejected) - MOST_SHOWN))
    end = _("%d rows were rejected.") % len(told.rejected)
    kept = _("The others are saved.") if told.is_saved else _("Nothing is saved.")
    return "\n".join([*lines, f"{end} {kept}"])
