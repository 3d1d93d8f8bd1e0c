"""The plan of the house: which app may know which, and that it stands as declared."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

BASE_DIR = Path(__file__).parent.parent

# Each app may import those before it.
ORDER = ("accounts", "records", "figures", "support", "delegations", "pangyo")
MODULES = sorted(
    str(path.relative_to(BASE_DIR))
    for app in ORDER
    for path in Path(BASE_DIR, app).rglob("*.py")
)

# Words in the names of domain models that every program uses.
EVERYDAY = {
    "case",
    "field",
    "follow",
    "link",
    "merge",
    "return",
    "rule",
    "session",
    "up",
}


def read(module: str) -> ast.Module:
    return ast.parse(Path(BASE_DIR, module).read_text())


def imported(module: str) -> Iterator[str]:
    """The dotted names that a module imports, at its top or inside a function, and
    those that it leaves to be imported by name ("support.Startup")."""
    package = module.removesuffix(".py").split("/")[:-1]
    for node in ast.walk(read(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            yield ".".join([*above, *filter(None, [node.module])])
        elif is_text(node) and re.fullmatch(r"[a-z_]+(\.\w+)+", node.value):
            yield node.value


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_nothing_that_is_further_right(module):
    place = ORDER.index(module.split("/")[0])

    wrong = [
        name for name in imported(module) if name.split(".")[0] in ORDER[place + 1 :]
    ]

    assert not wrong


def words_of(identifier: str) -> set[str]:
    """start_up_visits, StartUpVisits → start, up, visit."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", identifier)
    return {word.casefold().removesuffix("s") for word in words}


def identifiers(module: str) -> Iterator[str]:
    for node in ast.walk(read(module)):
        for name in ("id", "attr", "name", "arg", "asname"):
            if isinstance(value := getattr(node, name, None), str):
                yield value


@pytest.fixture(scope="module")
def domain_words() -> set[str]:
    """What the models of start-up support and of visits are called."""
    words = set()
    for app in ("support", "delegations"):
        words |= {app}
        for model in apps.get_app_config(app).get_models():
            if not hasattr(model, "pgh_tracked_model"):
                words |= words_of(model.__name__)
    return words - EVERYDAY


@pytest.mark.parametrize(
    "module", [name for name in MODULES if name.startswith(("records/", "figures/"))]
)
def test_the_machinery_uses_no_word_of_the_domain(module, domain_words):
    used = {
        identifier
        for identifier in identifiers(module)
        if words_of(identifier) & domain_words
    }

    assert not used


@pytest.mark.django_db
def test_the_migrations_say_what_the_models_say():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.django_db
def test_the_system_checks_have_nothing_to_say():
    call_command("check", "--fail-level", "DEBUG", "--database", "default")


def test_every_rule_of_the_stylesheet_is_closed():
    text = (BASE_DIR / "static" / "pangyo.css").read_text()
    depth = 0
    for number, line in enumerate(text.splitlines(), start=1):
        depth += line.count("{") - line.count("}")
        assert 0 <= depth <= 2, f"line {number}"
    assert depth == 0
