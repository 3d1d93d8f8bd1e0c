"""Fill the role groups with the permissions that `accounts.roles` declares."""

from collections.abc import Callable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission

from accounts import roles
from accounts.models import Centre, User
from records import record_types
from records.saved_views import SavedView

# What else a role may do, told by apps that this one does not know.
_also: list[Callable[[User.Role], list[tuple[str, str]]]] = []


def also_grant(permissions: Callable[[User.Role], list[tuple[str, str]]]) -> None:
    _also.append(permissions)


def grant_roles(**kwargs) -> None:
    """Make each role's group hold exactly its declared permissions.

    Receives `post_migrate`: Django writes the permissions themselves there, so there is
    no earlier moment. Safe to run again.
    """
    by_codename = {
        (permission.content_type.app_label, permission.codename): permission
        for permission in Permission.objects.select_related("content_type")
    }
    for role in User.Role:
        group, _created = Group.objects.get_or_create(name=role.value)
        group.permissions.set(
            by_codename[key] for key in declared_permissions(role) if key in by_codename
        )


def declared_permissions(role: User.Role) -> list[tuple[str, str]]:
    """(app label, codename) of every permission of a role."""
    granted = []
    for record_type in record_types.all_types():
        code_list = record_type.is_code_list
        actions = (roles.CODE_LIST_ACTIONS if code_list else roles.RECORD_ACTIONS)[role]
        granted += permissions_of(record_type.model, actions)
    granted += permissions_of(SavedView, roles.SAVED_VIEW_ACTIONS[role])
    for model in (get_user_model(), Centre):
        granted += permissions_of(model, roles.ACCOUNT_ACTIONS[role])
    for permissions in _also:
        granted += permissions(role)
    return granted


def permissions_of(model, actions) -> list[tuple[str, str]]:
    options = model._meta
    return [(options.app_label, f"{action}_{options.model_name}") for action in actions]
