"""What each role may do to records and to accounts; how a user comes by it.

Which *records* a user may see is `visible_to(user)` on every query set. A role is a
group of the same name; `records.roles` fills the groups from the tables here.
"""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission

from accounts.models import User

READ = ("view",)
WRITE = ("view", "add", "change", "delete")
# Merging moves records of all centres, so it is no officer's.
MANAGE = (*WRITE, "merge")

RECORD_ACTIONS = {
    User.Role.VIEWER: READ,
    User.Role.OFFICER: WRITE,
    User.Role.MANAGER: MANAGE,
    User.Role.ADMIN: MANAGE,
    User.Role.AUDITOR: READ,
}
CODE_LIST_ACTIONS = dict.fromkeys(User.Role, READ) | {
    User.Role.ADMIN: ("view", "add", "change")
}
# Lists saved by others and shared in the centre: who keeps them in order.
SAVED_VIEW_ACTIONS = dict.fromkeys(User.Role, ()) | {
    User.Role.MANAGER: ("delete",),
    User.Role.ADMIN: ("delete",),
}
ACCOUNT_ACTIONS = dict.fromkeys(User.Role, ()) | {
    User.Role.ADMIN: ("view", "add", "change"),
    User.Role.AUDITOR: READ,
}


class RoleBackend(ModelBackend):
    """A user has the permissions of the group named as the user's role."""

    def _get_group_permissions(self, user):
        return Permission.objects.filter(group__name=user.role)
