"""The pages of every record type: Django's generic views, told a type."""

import pghistory
from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views import generic

from records import record_types
from records.columns import columns_shown
from records.exports.lists import list_table
from records.exports.responses import PARAMETERS as FILE_PARAMETERS
from records.exports.responses import (
    file_response,
    wanted_format,
    workbook_response,
)
from records.exports.templates import template_of
from records.filter_addresses import chips
from records.filters import filterset_class
from records.history import changes_of
from records.origins import origins_of, visible_imports
from records.paging import PARAMETERS, Listing
from records.reading import Reader, Table
from records.refusals import Refusal, refuse_unknown
from records.saved_views import LOOK
from records.text import tidy
from records.workplace import around_list, exact_address


class TypeMixin(PermissionRequiredMixin):
    """A page of the type named in the address; 404 for what the user may not see."""

    action = "view"

    def setup(self, request, *args, slug, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        try:
            self.record_type = record_types.get(slug)
        except record_types.UnknownType as error:
            raise Http404 from error
        self.model = self.record_type.model

    def get_permission_required(self):
        return (self.record_type.permission(self.action),)

    def get_queryset(self):
        return self.record_type.rows(self.record_type.visible_to(self.request.user))

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            type=self.record_type,
            may={
                action: user.has_perm(self.record_type.permission(action))
                for action in ("add", "change", "delete")
            },
            **kwargs,
        )


class RecordList(TypeMixin, generic.TemplateView):
    template_name = "records/list.html"

    def get(self, request, *args, **kwargs):
        self.filterset = filterset_class(self.record_type)(
            request.GET,
            self.record_type.visible_to(request.user),
            user=request.user,
            also=(*PARAMETERS, *FILE_PARAMETERS, *LOOK),
        )
        if address := exact_address(self.filterset, request):
            return redirect(address)
        if wanted := wanted_format(request.GET):
            table = list_table(self.filterset, request.GET, request.user)
            return file_response(table, wanted)
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs):
        listing = Listing(
            self.record_type,
            self.filterset.narrowed,
            self.request.GET,
            search=self.filterset.search,
        )
        page = self.record_type.rows(listing.page.of(self.model.objects))
        return super().get_context_data(
            filterset=self.filterset,
            chips=chips(self.filterset, self.request.GET),
            listing=listing,
            table=Table(self.record_type, page, self.columns(), listing.headings),
            **around_list(self.filterset, self.request),
            **kwargs,
        )

    def columns(self) -> tuple[str, ...]:
        return columns_shown(self.record_type, self.request.GET, self.request.user)


class RecordTemplate(TypeMixin, generic.View):
    """A blank workbook in which records can be entered and brought in."""

    action = "add"

    def get(self, request, **kwargs):
        refuse_unknown(request.GET, ())
        file = template_of(self.record_type, request.user)
        return workbook_response(file, f"{self.record_type.slug}-template.xlsx")


class RecordDetail(TypeMixin, generic.DetailView):
    template_name = "records/detail.html"

    def get_context_data(self, **kwargs):
        reader = Reader(self.record_type)
        names = self.record_type.all_fields
        if self.record_type.field("amount_krw"):
            names = (*names, "amount_krw")
        return super().get_context_data(
            facts=[
                (reader.header(name), reader.cell(self.object, name)) for name in names
            ],
            related=related_records(self.object, self.request.user),
            origins=origins_of(self.record_type, self.object, self.request.user),
            **kwargs,
        )


class RecordRemove(TypeMixin, generic.DetailView):
    """Delete with a reason: a page that asks for it, and the verb."""

    action = "delete"
    template_name = "records/remove.html"

    def post(self, request, *args, **kwargs):
        record = self.get_object()
        reason = tidy(request.POST.get("reason", ""))
        if not reason:
            raise Refusal(_("Say why the record is deleted: the reason is missing."))
        with pghistory.context(reason=reason), transaction.atomic():
            record.remove(reason=reason)
        messages.success(request, _("Deleted: %s") % record)
        return redirect("record-list", self.record_type.slug)


class RecordRestore(TypeMixin, generic.detail.SingleObjectMixin, generic.View):
    action = "delete"

    def get_queryset(self):
        return self.model.with_deleted.visible_to(self.request.user)

    def post(self, request, *args, **kwargs):
        record = self.get_object()
        try:
            with pghistory.context(reason=_("restored")), transaction.atomic():
                record.restore()
        except ValidationError as error:
            raise Refusal(" ".join(error.messages)) from error
        messages.success(request, _("Restored: %s") % record)
        return HttpResponseRedirect(record.get_absolute_url())


class RecordHistory(TypeMixin, generic.DetailView):
    template_name = "records/history.html"

    def get_queryset(self):
        if self.record_type.is_code_list:
            return super().get_queryset()
        return self.model.with_deleted.visible_to(self.request.user)

    def get_context_data(self, **kwargs):
        changes = changes_of(self.record_type, self.object)
        return super().get_context_data(
            changes=changes,
            origins=origins_of(self.record_type, self.object, self.request.user),
            imports=visible_imports(changes, self.request.user),
            **kwargs,
        )


def related_records(record, user) -> list[tuple]:
    """(type, first records, name of the link) for what points to this record."""
    related = []
    for relation in record._meta.related_objects:
        model = relation.related_model
        if not record_types.has_type(model):
            continue
        record_type = record_types.of_model(model)
        if not user.has_perm(record_type.permission("view")):
            continue
        link = relation.field.name
        found = record_type.visible_to(user).filter(**{link: record})
        table = Table(
            record_type,
            record_type.rows(found)[:10],
            tuple(name for name in record_type.columns if name != link),
        )
        if table.rows:
            related.append((record_type, table, link))
    return related
