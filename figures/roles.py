"""What each role may do to closed years, targets, published values and claims."""

from accounts.models import User
from figures.models import Claim, Publication, Restatement, Target, YearClose
from records.roles import permissions_of

READ = ("view",)
MANAGE = ("view", "add", "change")
ACTIONS = dict.fromkeys(User.Role, READ) | {
    User.Role.MANAGER: MANAGE,
    User.Role.ADMIN: MANAGE,
}
# Who proposes and who confirms have the same right, and are two persons.
MODELS = (YearClose, Restatement, Target, Publication, Claim)


def permissions(role: User.Role) -> list[tuple[str, str]]:
    return [one for model in MODELS for one in permissions_of(model, ACTIONS[role])]
