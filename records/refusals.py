"""Refusals: one clear sentence, on a page or as JSON, and nothing half-saved."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.forms import BaseForm
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.response import Response
from rest_framework.views import exception_handler


class Refusal(Exception):
    """What was found and what would be accepted, in a sentence for a clerk."""


class UnknownParameter(Refusal):
    """A parameter in the address that this page does not know."""

    def __init__(self, unknown, known) -> None:
        super().__init__(
            _("“%(unknown)s” is not known here. Known: %(known)s.")
            % {"unknown": ", ".join(unknown), "known": ", ".join(sorted(known))}
        )


def refuse_unknown(params, known) -> None:
    """Raise UnknownParameter for any parameter that is not among the known ones."""
    unknown = [name for name in params if name not in known]
    if unknown:
        raise UnknownParameter(unknown, known)


# Constraint → what tells its refusal in a sentence, for rules that no form knows.
_told_by: dict[str, Callable[[IntegrityError], str]] = {}


def tell_rule(constraint: str, tell: Callable[[IntegrityError], str]) -> None:
    _told_by[constraint] = tell


def broken_rule(error: IntegrityError) -> str:
    """The sentence of the rule that the database refused by; "" where none is told."""
    diagnosis = getattr(error.__cause__, "diag", None)
    tell = _told_by.get(diagnosis.constraint_name) if diagnosis else None
    return tell(error) if tell else ""


@contextmanager
def refused_in(form: BaseForm) -> Iterator[None]:
    """What the database refuses inside by a told rule is an error of the form, and
    nothing of it is saved."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if not (sentence := broken_rule(error)):
            raise
        form.add_error(None, sentence)


def sentence_of(exception: Exception) -> str:
    if isinstance(exception, Refusal):
        return str(exception)
    return broken_rule(exception) if isinstance(exception, IntegrityError) else ""


class RefusalMiddleware:
    """Turns a Refusal raised anywhere in a page, and a rule that the database refuses
    by, into a page with its sentence."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        sentence = sentence_of(exception)
        if not sentence:
            return None
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": sentence}, status=400)
        return render(request, "refused.html", {"sentence": sentence}, status=400)


def api_exception_handler(exception, context):
    """REST framework's handler, which also knows refusals and broken rules."""
    if sentence := sentence_of(exception):
        return Response({"detail": sentence}, status.HTTP_400_BAD_REQUEST)
    if isinstance(exception, ValidationError):
        return Response({"detail": exception.messages}, status.HTTP_400_BAD_REQUEST)
    return exception_handler(exception, context)
