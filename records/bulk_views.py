"""The pages of a bulk change: what is to change, what it would change, and changing."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import generic

from records.bulk import BulkChange, Line, remove_all
from records.bulk_forms import BulkForm
from records.bulk_records import CHOICE, chosen_records, numbers, versions_of
from records.refusals import Refusal
from records.text import tidy
from records.views import TypeMixin
from records.workplace import here, list_address

SHOWN = 20


class BulkMixin(TypeMixin):
    """A page about the records that the address chooses."""

    def chosen(self) -> list:
        user, params = self.request.user, self.request.GET
        return list(chosen_records(self.record_type, params, user))

    @property
    def back(self) -> str:
        return list_address(self.record_type, here(self.request.GET))

    def get_context_data(self, *, records, **kwargs):
        return super().get_context_data(
            back=self.back,
            count=len(records),
            first=records[:SHOWN],
            left_out=len(records[SHOWN:]),
            **kwargs,
        )


class BulkEdit(BulkMixin, generic.TemplateView):
    """The form; sent, the preview of what it would change, which changes nothing."""

    action = "change"
    template_name = "records/bulk_edit.html"

    def get(self, request, *args, **kwargs):
        records = self.chosen()
        return self.show(records, self.form(None, records[0]))

    def post(self, request, *args, **kwargs):
        records = self.chosen()
        form = self.form(request.POST, records[0])
        if "again" in request.POST or not form.is_valid():
            return self.show(records, form)
        versions = versions_of(self.record_type, [record.pk for record in records])
        lines = change_of(self, form).preview(records)
        return self.show(
            records,
            form,
            template="records/bulk_preview.html",
            **sorted_lines(lines),
            versions=written_versions(
                {line.record.pk: versions[line.record.pk] for line in willing(lines)}
            ),
            sent=sent_again(request.POST),
        )

    def form(self, data, record) -> BulkForm:
        return BulkForm(
            data, record_type=self.record_type, user=self.request.user, record=record
        )

    def show(self, records, form, *, template=template_name, **context):
        context = self.get_context_data(records=records, form=form, **context)
        return self.response_class(self.request, template, context)


class BulkApply(BulkEdit):
    """Make the change that was previewed."""

    http_method_names = ("post",)

    def post(self, request, *args, **kwargs):
        versions = read_versions(request.POST)
        visible = self.record_type.visible_to(request.user)
        record = visible.filter(pk__in=versions).first()
        if record is None:
            raise Refusal(_("No record is chosen: tick records in the list first."))
        form = self.form(request.POST, record)
        if not form.is_valid():
            raise Refusal(_("The change cannot be read; begin again from the list."))
        count = change_of(self, form).apply(versions)
        messages.success(
            request,
            ngettext("%(count)s record changed.", "%(count)s records changed.", count)
            % {"count": f"{count:,}"},
        )
        return redirect(self.back)


class BulkRemove(BulkMixin, generic.TemplateView):
    """Delete with a reason: the page shows what, and the verb."""

    action = "delete"
    template_name = "records/bulk_remove.html"

    def get_context_data(self, **kwargs):
        records = self.chosen()
        versions = versions_of(self.record_type, [record.pk for record in records])
        return super().get_context_data(
            records=records, versions=written_versions(versions), **kwargs
        )

    def post(self, request, *args, **kwargs):
        reason = tidy(request.POST.get("reason", ""))
        if not reason:
            raise Refusal(_("Say why the record is deleted: the reason is missing."))
        versions = read_versions(request.POST)
        count = remove_all(self.record_type, request.user, versions, reason=reason)
        messages.success(
            request,
            ngettext("%(count)s record deleted.", "%(count)s records deleted.", count)
            % {"count": f"{count:,}"},
        )
        return redirect(self.back)


def change_of(page: BulkEdit, form: BulkForm) -> BulkChange:
    return BulkChange(
        page.record_type,
        page.request.user,
        form.edits,
        reason=form.cleaned_data["change_reason"],
    )


def sorted_lines(lines: list[Line]) -> dict[str, list[Line]]:
    return {
        "changed": willing(lines),
        "refused": [line for line in lines if line.refusal],
        "unchanged": [line for line in lines if not line.refusal and not line.changes],
    }


def willing(lines: list[Line]) -> list[Line]:
    """Those that the change would change."""
    return [line for line in lines if line.changes]


def sent_again(data) -> list[tuple[str, str]]:
    """What the preview's page sends along: all that was sent to it."""
    return [
        (name, value)
        for name, values in data.lists()
        for value in values
        if name not in ("csrfmiddlewaretoken", "versions", *CHOICE)
    ]


def written_versions(versions: dict[int, int]) -> str:
    return ",".join(f"{pk}:{version}" for pk, version in versions.items())


def read_versions(data) -> dict[int, int]:
    """Raises Refusal for what no preview wrote."""
    pairs = [part.split(":") for part in data.get("versions", "").split(",") if part]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        raise Refusal(_("No record is chosen: tick records in the list first."))
    flat = numbers([text for pair in pairs for text in pair])
    return dict(zip(flat[::2], flat[1::2], strict=True))
