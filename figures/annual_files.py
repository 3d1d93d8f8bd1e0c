"""The annual page as a workbook: a sheet for every view, numbers as numbers, marks,
targets and published values in columns of their own."""

from collections.abc import Iterator, Sequence

from django.http import FileResponse
from django.utils.translation import gettext as _

from accounts.models import Centre, User
from figures import registry
from figures.annual import annual_lines, answers_of
from figures.annual_beside import Beside, beside
from figures.annual_centres import centre_lines
from figures.annual_countries import figures_with_countries, places_of
from figures.annual_months import figures_with_months
from figures.exports import number, scope_facts
from figures.periods import Period
from figures.registry import Figure
from figures.scopes import Scope
from records.exports.lists import made_by
from records.exports.responses import workbook_response
from records.exports.tables import NUMBER, Column, Table, Value
from records.exports.workbooks import file_of


def annual_workbook(
    scope: Scope, columns: Sequence[Period], centres: Sequence[Centre], user: User
) -> FileResponse:
    file = file_of(
        years_table(scope, columns, user),
        months_table(scope),
        centres_table(scope, centres, user),
        places_table(scope, centres, "region", _("By region")),
        places_table(scope, centres, "country", _("By country")),
        definitions_table(),
        title=_("Figures"),
    )
    return workbook_response(file, f"figures-{scope.period.year}.xlsx")


def named(figure: Figure) -> list[Value]:
    return [str(figure.group), str(figure.label), str(figure.unit.label)]


def name_columns() -> tuple[Column, ...]:
    return Column(_("Group")), Column(_("Figure")), Column(_("Unit"))


def years_table(scope: Scope, columns: Sequence[Period], user: User) -> Table:
    figures = list(registry.all_figures())
    stands = beside(figures, columns, scope)
    by_year = []
    for period in columns:
        marked = _("%(period)s mark") % {"period": period}
        printed = _("%(period)s published") % {"period": period}
        by_year += [Column(str(period), NUMBER), Column(marked)]
        by_year.append(Column(printed, NUMBER))
    return Table(
        name="",
        title=_("By year"),
        columns=(*name_columns(), *by_year, Column(_("Target"), NUMBER)),
        rows=year_rows(scope, columns, stands),
        facts=(
            *scope_facts(scope),
            (_("Marks"), _("p provisional, c being restated, r revised")),
            *made_by(user),
        ),
    )


def year_rows(scope: Scope, columns: Sequence[Period], stands: Beside):
    for line in annual_lines(scope, columns, stands):
        row, unit = named(line.figure), line.figure.unit
        for period, total in zip(columns, line.values, strict=True):
            row.append(number(unit, total))
            row.append(str(stands.mark(line.figure, period).value))
            row.append(number(unit, stands.published(line.figure, period)))
        yield [*row, number(unit, line.achievement and line.achievement.target)]


def months_table(scope: Scope) -> Table:
    """The months of the period's last year."""
    year = Period.of_year(scope.period.year).until(scope.period.end)
    months = year.months()
    figures = figures_with_months()
    return Table(
        name="",
        title=_("By month"),
        columns=(
            *name_columns(),
            *(Column(f"{month.start:%Y-%m}", NUMBER) for month in months),
        ),
        rows=rows_of_answers(figures, answers_of(figures, months, scope).values()),
    )


def rows_of_answers(figures, answers) -> Iterator[list[Value]]:
    for figure, *found in zip(figures, *answers, strict=True):
        yield [*named(figure), *(number(figure.unit, total) for total in found)]


def centres_table(scope: Scope, centres: Sequence[Centre], user: User) -> Table:
    """The reader's centres; and all together, counted once, for who sees all."""
    shown = [scope.centre] if scope.centre else list(centres)
    sees_all = user.sees_all_centres and scope.centre is None
    lines = centre_lines(scope, shown, sees_all=sees_all)
    last = [Column(_("All centres, counted once"), NUMBER)] if sees_all else []
    return Table(
        name="",
        title=_("By centre"),
        columns=(
            *name_columns(),
            *(Column(str(centre), NUMBER) for centre in shown),
            *last,
        ),
        rows=(
            [
                *named(line.figure),
                *(number(line.figure.unit, value) for value in line.values),
                *([number(line.figure.unit, line.total)] if sees_all else []),
            ]
            for line in lines
        ),
    )


def places_table(scope: Scope, centres, by: str, title: str) -> Table:
    """A line for every place that a figure counts anything of."""
    return Table(
        name="",
        title=title,
        columns=(*name_columns(), Column(_("Place")), Column(_("Total"), NUMBER)),
        rows=(
            [*named(figure), part.label, number(figure.unit, part.total)]
            for figure in figures_with_countries()
            for part in places_of(figure, by, scope, centres)
        ),
    )


def definitions_table() -> Table:
    return Table(
        name="",
        title=_("Definitions"),
        columns=(
            *name_columns(),
            Column(_("What is counted")),
            Column(_("Evidence")),
            Column(_("How nothing counts twice")),
            Column(_("Version"), NUMBER),
        ),
        rows=(
            [
                *named(figure),
                str(figure.counts),
                str(figure.evidence),
                str(figure.once),
                figure.version,
            ]
            for figure in registry.all_figures()
        ),
    )
