from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from accounts.models import Centre, User


@admin.register(Centre)
class CentreAdmin(admin.ModelAdmin):
    list_display = ("code", "name", "name_en", "kind")
    search_fields = ("code", "name", "name_en")

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(User)
class PersonAdmin(UserAdmin):
    """Accounts are deactivated, never deleted: history names them for ever."""

    list_display = ("username", "name", "centre", "role", "all_centres", "is_active")
    list_filter = ("role", "centre", "is_active")
    list_select_related = ("centre",)
    search_fields = ("username", "name", "email")
    ordering = ("username",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("name", "email")}),
        (
            _("Rights"),
            {"fields": ("centre", "role", "all_centres", "is_active", "is_staff")},
        ),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": (
                    "username",
                    "name",
                    "email",
                    "centre",
                    "role",
                    "usable_password",
                    "password1",
                    "password2",
                ),
            },
        ),
    )
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")

    def get_queryset(self, request):
        people = super().get_queryset(request)
        if request.user.sees_all_centres:
            return people
        return people.filter(centre_id=request.user.centre_id)

    def get_readonly_fields(self, request, obj=None):
        """Only national staff may hand out sight of all centres or move a person."""
        if request.user.sees_all_centres:
            return self.readonly_fields
        return (*self.readonly_fields, "all_centres", "centre")

    def save_model(self, request, obj, form, change) -> None:
        if not change and not request.user.sees_all_centres:
            obj.centre_id = request.user.centre_id
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
