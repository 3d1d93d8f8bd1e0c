"""The admin of every record type, made from its declaration: data entry with the same
form fields as the pages, within what the user may see."""

import pghistory
from django.contrib import admin
from django.core.paginator import Paginator
from django.db import models, transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from records import record_types
from records.attachments import Attachment
from records.forms import candidates, form_field
from records.paging import COUNTED, PAGE_SIZE, counted
from records.reading import Reader
from records.record_types import RecordType
from records.search import Search, Sought
from records.sorting import is_kept_in_order

FILTERABLE = (models.BooleanField,)


class CappedPaginator(Paginator):
    """Counts no further, and so leads no deeper, than a list's own count goes."""

    @cached_property
    def count(self) -> int:
        return min(counted(self.object_list), COUNTED)


class RecordAdmin(admin.ModelAdmin):
    """One type in the admin. Subclasses hold the declared `record_type`."""

    record_type: RecordType
    paginator = CappedPaginator
    list_per_page = PAGE_SIZE
    show_full_result_count = False
    list_max_show_all = 200

    def get_queryset(self, request):
        visible = self.record_type.visible_to(request.user)
        return self.record_type.rows(visible)

    def get_list_display(self, request):
        """The declared columns as people read them; one reader a request."""
        reader = Reader(self.record_type)
        return [
            name if name == "page" else column(reader, name)
            for name in super().get_list_display(request)
        ]

    def get_sortable_by(self, request):
        return [
            name
            for name in self.list_display
            if is_kept_in_order(self.record_type, name)
        ]

    def get_search_results(self, request, queryset, search_term):
        found = Search(self.record_type, Sought(search_term)).everything(queryset)
        return found, False

    def get_readonly_fields(self, request, obj=None):
        if self.record_type.is_code_list or request.user.sees_all_centres:
            return ()
        return ("centre",)

    def save_model(self, request, obj, form, change) -> None:
        if not change and not self.record_type.is_code_list and obj.centre_id is None:
            obj.centre_id = request.user.centre_id
        super().save_model(request, obj, form, change)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """The pages' own fields; links alone are the admin's autocomplete."""
        if db_field.many_to_one or db_field.many_to_many:
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        return form_field(db_field)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        model = db_field.remote_field.model
        if model is User or record_types.has_type(model):
            kwargs["queryset"] = candidates(model, request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs["queryset"] = candidates(db_field.remote_field.model, request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def delete_model(self, request, obj) -> None:
        """Deleting is a state with a reason, in the admin too."""
        reason = gettext("deleted in the administration")
        with pghistory.context(reason=reason):
            obj.remove(reason=reason)

    @transaction.atomic
    def delete_queryset(self, request, queryset) -> None:
        """All or none."""
        for record in queryset:
            self.delete_model(request, record)

    def get_deleted_objects(self, objs, request):
        """What is deleted is the record alone: what points to it stays."""
        names = [str(one) for one in objs]
        return names, {self.opts.verbose_name_plural: len(names)}, set(), []

    def history_view(self, request, object_id, extra_context=None):
        """The history that triggers wrote, not the admin's own log."""
        return HttpResponseRedirect(
            reverse("record-history", args=(self.record_type.slug, object_id))
        )

    @admin.display(description=_("page"))
    def page(self, record) -> str:
        return format_html(
            '<a href="{}">{}</a>', record.get_absolute_url(), record.reference
        )


def column(reader: Reader, name: str):
    def text(record) -> str:
        return reader.text(record, name)

    text.__name__ = name
    return admin.display(text, description=reader.header(name), ordering=name)


def admin_class(record_type: RecordType) -> type[RecordAdmin]:
    links = [
        record_type.field(name).name
        for name in record_type.all_fields
        if record_type.field(name).many_to_one or record_type.field(name).many_to_many
    ]
    owner = () if record_type.is_code_list else ("centre",)
    attributes = {
        "record_type": record_type,
        "fields": (*owner, *record_type.all_fields),
        "list_display": list_display(record_type),
        "list_filter": list_filters(record_type),
        "search_fields": (*record_type.search, *(("reference",) if owner else ())),
        "autocomplete_fields": links,
    }
    return type(f"{record_type.model.__name__}Admin", (RecordAdmin,), attributes)


def list_display(record_type: RecordType) -> tuple[str, ...]:
    """The declared columns the admin can show, and the way to the record's page."""
    shown = tuple(
        name
        for name in record_type.columns
        if record_type.field(name) is not None
        and not record_type.field(name).many_to_many
        and name not in record_type.masked
    )
    return shown if record_type.is_code_list else (*shown, "page")


def list_filters(record_type: RecordType) -> tuple[str, ...]:
    """Centre and the short lists of choices: nothing that would list a big table."""
    short = tuple(
        name
        for name in record_type.filters
        if "__" not in name
        and (
            record_type.field(name).choices
            or isinstance(record_type.field(name), FILTERABLE)
        )
    )
    return short if record_type.is_code_list else ("centre", *short)


@admin.register(Attachment)
class AttachmentAdmin(admin.ModelAdmin):
    """Evidence is attached and withdrawn on its record's page; here it is seen."""

    list_display = ("name", "kind", "size_text", "page", "uploaded_by", "uploaded_at")
    list_filter = ("kind", "slug")
    list_select_related = ("uploaded_by",)
    search_fields = ("name", "sha256")
    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request):
        return Attachment.with_deleted.visible_to(request.user).order_by("-pk")

    def has_module_permission(self, request) -> bool:
        return True

    def has_view_permission(self, request, obj=None) -> bool:
        return True

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    @admin.display(description=_("page"))
    def page(self, attachment) -> str:
        address = reverse("record-files", args=(attachment.slug, attachment.record_pk))
        return format_html(
            '<a href="{}">{} {}</a>', address, attachment.slug, attachment.record_pk
        )


for declared in record_types.all_types():
    admin.site.register(declared.model, admin_class(declared))
