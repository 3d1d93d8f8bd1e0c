"""Django's own list of the same table: a plain ModelAdmin, as one would write it."""

from collections.abc import Callable

from django.contrib import admin
from django.test import RequestFactory

from accounts.models import Centre, User
from support.models import ConsultingCase


class PlainCaseAdmin(admin.ModelAdmin):
    list_display = ("opened_on", "title", "startup", "channel", "status")
    list_select_related = ("startup",)
    list_filter = ("status", "channel")
    search_fields = ("title", "request", "startup__name")
    list_per_page = 50
    centre: Centre | None = None

    def get_queryset(self, request):
        records = super().get_queryset(request)
        return records.filter(centre=self.centre) if self.centre else records


def opens_plain_admin(centre: Centre | None, query: str) -> Callable:
    """The changelist with such parameters, as a superuser opens it."""
    plain = PlainCaseAdmin(ConsultingCase, admin.AdminSite())
    plain.centre = centre
    user = User(is_superuser=True, is_staff=True, is_active=True, pk=0)

    def get() -> None:
        request = RequestFactory().get(f"/admin/{query}")
        request.user = user
        response = plain.changelist_view(request)
        if response.status_code != 200:
            raise RuntimeError(f"the admin answered {response.status_code} to {query}")
        response.render()

    return get
