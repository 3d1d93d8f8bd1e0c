"""Roles hold exactly their permissions; who sees whose records."""

import pytest
from django.contrib.auth.models import Group, Permission

from accounts.models import Centre, User
from figures.models import Claim, Publication, Restatement, Target, YearClose
from records import record_types
from records.roles import grant_roles
from records.saved_views import SavedView
from support.models import Contact, Startup
from tests import makers

pytestmark = pytest.mark.django_db

RECORDS = [kind for kind in record_types.all_types() if not kind.is_code_list]
CODE_LISTS = [kind for kind in record_types.all_types() if kind.is_code_list]

LOOK = {"view"}
WRITE = {"view", "add", "change", "delete"}
KEEP = {"view", "add", "change"}

# Role → what it may do to records, to code lists, to accounts and centres.
RIGHTS = {
    "viewer": (LOOK, LOOK, set()),
    "officer": (WRITE, LOOK, set()),
    "manager": (WRITE, LOOK, set()),
    "admin": (WRITE, KEEP, KEEP),
    "auditor": (LOOK, LOOK, LOOK),
}
BESIDE_FIGURES = (YearClose, Restatement, Target, Publication, Claim)
# Who closes years, sets targets and decides on claims.
KEEPERS = {"manager", "admin"}
# Who may delete the views that others share in the centre.
TIDIERS = {"manager", "admin"}
# What only some may do to some records.
FURTHER_RIGHTS = {
    "manager": {"support.merge_startup"},
    "admin": {"support.merge_startup"},
}
each_role = pytest.mark.parametrize("role", RIGHTS)


def permissions_on(model, actions) -> set[str]:
    options = model._meta
    return {f"{options.app_label}.{action}_{options.model_name}" for action in actions}


def expected_of(role: str) -> set[str]:
    on_records, on_lists, on_accounts = RIGHTS[role]
    expected = set(FURTHER_RIGHTS.get(role, ()))
    for kind in RECORDS:
        expected |= permissions_on(kind.model, on_records)
    for kind in CODE_LISTS:
        expected |= permissions_on(kind.model, on_lists)
    for model in (User, Centre):
        expected |= permissions_on(model, on_accounts)
    for model in BESIDE_FIGURES:
        expected |= permissions_on(model, KEEP if role in KEEPERS else LOOK)
    if role in TIDIERS:
        expected |= permissions_on(SavedView, {"delete"})
    return expected


def test_every_role_is_tested():
    assert {role.value for role in User.Role} == RIGHTS.keys()


@each_role
def test_a_role_may_do_exactly_what_is_declared(role):
    assert makers.make_user(role).get_all_permissions() == expected_of(role)


@each_role
def test_who_has_left_may_do_nothing(role):
    assert makers.make_user(role, is_active=False).get_all_permissions() == set()


def test_another_role_brings_other_rights():
    user = makers.make_user("viewer")
    user.role = "officer"
    user.save()

    user = User.objects.get(pk=user.pk)

    assert user.get_all_permissions() == expected_of("officer")


def test_granting_takes_away_what_is_not_declared():
    group = Group.objects.get(name="viewer")
    group.permissions.add(Permission.objects.get(codename="delete_user"))

    grant_roles()

    assert makers.make_user("viewer").get_all_permissions() == expected_of("viewer")


def test_membership_in_a_group_brings_nothing():
    user = makers.make_user("viewer")
    user.groups.add(Group.objects.get(name="admin"))

    assert user.get_all_permissions() == expected_of("viewer")


# Whose records


@pytest.fixture
def ours(db):
    return makers.make_centre("b2g")


@pytest.fixture
def theirs(db):
    return makers.make_centre("gccei")


@each_role
def test_every_role_sees_the_own_centres_records_alone(role, ours, theirs):
    contact = makers.make_contact(centre=ours)
    makers.make_contact(centre=theirs)

    visible = Contact.objects.visible_to(makers.make_user(role, ours))

    assert list(visible) == [contact]


@each_role
def test_national_staff_see_all_records(role, ours, theirs):
    makers.make_contact(centre=ours)
    makers.make_contact(centre=theirs)

    user = makers.make_user(role, all_centres=True)

    assert Contact.objects.visible_to(user).count() == 2


def test_who_has_no_centre_sees_no_records(ours):
    makers.make_contact(centre=ours)
    user = makers.make_user("officer")
    user.centre = None

    assert not Contact.objects.visible_to(user)


@each_role
def test_everybody_sees_all_start_ups(role, ours, theirs):
    makers.make_startup(centre=theirs)

    assert Startup.objects.visible_to(makers.make_user(role, ours)).count() == 1


def test_a_person_sees_the_own_centre(ours, theirs):
    user = makers.make_user("officer", ours)

    assert list(Centre.objects.visible_to(user)) == [ours]


def test_national_staff_see_all_centres(ours, theirs):
    user = makers.make_user("officer", all_centres=True)

    assert set(Centre.objects.visible_to(user)) == {ours, theirs}


def test_colleagues_are_the_own_centres_who_have_not_left(ours, theirs):
    user = makers.make_user("officer", ours)
    colleague = makers.make_user("officer", ours)
    makers.make_user("officer", ours, is_active=False)
    makers.make_user("officer", theirs)

    assert set(User.objects.colleagues_of(user)) == {user, colleague}
