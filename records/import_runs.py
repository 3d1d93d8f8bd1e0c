"""One run over the file of an import, and what is kept of it."""

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import timezone

from records.import_profiles import remember, remembered_for
from records.import_progress import Progress
from records.imports import Import
from records.spreadsheets.corrections import Corrections
from records.spreadsheets.importing import import_file
from records.spreadsheets.planning import NotRecognised
from records.spreadsheets.reading import read
from records.spreadsheets.report import LABELS, Report
from records.spreadsheets.returning import above_data
from records.spreadsheets.samples import not_recognised, with_samples

KEPT = ("state", "report", "effects", "sha256", "content", "saved_at")


def bring_in(one: Import, progress: Progress) -> None:
    """Run the file over and keep with the import what became of it."""
    is_saving = one.state == Import.State.SAVING
    tried = one.counts
    one.sha256 = sha256(one.content).hexdigest()
    try:
        report = import_of(one, progress)
    except NotRecognised as error:
        one.state, one.report = Import.State.READY, asking(one, str(error))
        one.rows.all().delete()
    else:
        # What was fine when it was tried may be so no longer: the owner looks again.
        one.state = Import.State.DONE if report.is_saved else Import.State.READY
        one.report, one.effects = kept(report), report.effects
        if is_saving:
            one.report["since_trial"] = since(tried, report.counts)
    if one.state == Import.State.DONE:
        remember(one, one.report["sheets"])
        one.content, one.saved_at = b"", timezone.now()
    one.save(update_fields=KEPT)


def import_of(one: Import, progress: Progress) -> Report:
    with TemporaryDirectory() as folder:
        return import_file(
            file_of(one, folder),
            one.type_slug,
            centre=one.centre,
            dry_run=one.state == Import.State.READING,
            valid_rows=one.with_rejected,
            command="import",
            user=one.saved_by or one.user,
            corrections=Corrections.from_json(one.corrections, remembered_for(one)),
            one=one,
            progress=progress,
        )


def file_of(one: Import, folder: str) -> Path:
    path = Path(folder, one.file_name)
    path.write_bytes(one.content)
    return path


def kept(report: Report) -> dict:
    """The report without its rows; the sheets with what a person needs to put them
    right, and to get their rejected rows back."""
    told = report.as_json()
    del told["rows"]
    told["sheets"] = [
        with_samples(plan) | {"above": above_data(plan)} for plan in report.plans
    ]
    return told


def asking(one: Import, sentence: str) -> dict:
    """The report on a file of which a person has to say what it holds."""
    with TemporaryDirectory() as folder:
        book = read(file_of(one, folder))
    largest = max(book.sheets, key=lambda sheet: (not sheet.is_hidden, len(sheet.rows)))
    return {
        "file": one.file_name,
        "type": one.type_slug,
        "sheets": [
            not_recognised(sheet, is_likely=sheet is largest) for sheet in book.sheets
        ],
        "ignored_columns": [],
        "counts": {},
        "question": sentence,
    }


def since(tried: dict, counts: dict) -> dict[str, list[int]]:
    """By outcome the numbers of the trial and of the run that saves, where they are
    not the same: the records have changed in between."""
    return {
        outcome: [tried.get(outcome, 0), counts[outcome]]
        for outcome in LABELS
        if tried.get(outcome, 0) != counts[outcome]
    }
