"""Refusals: one clear sentence, on a page or as JSON, and nothing half-saved."""

from django.core.exceptions import ValidationError
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


class RefusalMiddleware:
    """Turns a Refusal raised anywhere in a page into a page with its sentence."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, Refusal):
            return None
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": str(exception)}, status=400)
        return render(request, "refused.html", {"sentence": str(exception)}, status=400)


def api_exception_handler(exception, context):
    """REST framework's handler, which also knows refusals and broken rules."""
    if isinstance(exception, Refusal):
        return Response({"detail": str(exception)}, status.HTTP_400_BAD_REQUEST)
    if isinstance(exception, ValidationError):
        return Response({"detail": exception.messages}, status.HTTP_400_BAD_REQUEST)
    return exception_handler(exception, context)
