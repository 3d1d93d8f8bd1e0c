"""The pages of the API's lists: by their place in the order, as `Listing` reads it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.pagination import BasePagination
from rest_framework.response import Response

from records.paging import PAGE_SIZE, Listing
from records.refusals import Refusal

LARGEST_PAGE = 1000
PAGE_PARAMETERS = {
    "sort": gettext_lazy(
        "The column to sort by; with a minus, from the last to the first."
    ),
    "after": gettext_lazy("The place after which the page begins, as `next` gives it."),
    "before": gettext_lazy(
        "The place before which it ends; `end` asks for the last page."
    ),
    "page_size": gettext_lazy("Records a page, from 1 to 1,000; 50 unless given."),
}
COUNT_HELP = gettext_lazy(
    "How many there are, up to 10,000; 10,001 means more than that."
)


class Pages(BasePagination):
    """A page by its place in the order, as `Listing` reads it."""

    def answer(self, request, listing: Listing, results: list) -> Response:
        def link(place: dict[str, str]) -> str | None:
            if not place:
                return None
            params = request.query_params.copy()
            for name in ("after", "before"):
                params.pop(name, None)
            params.update(place)
            return request.build_absolute_uri(f"{request.path}?{params.urlencode()}")

        page = listing.page
        return Response(
            {
                "count": listing.known_count,
                "next": link(page.next),
                "previous": link(page.previous),
                "results": results,
            }
        )

    def get_paginated_response_schema(self, schema) -> dict:
        address = {"type": "string", "nullable": True, "format": "uri"}
        count = {"type": "integer", "description": str(COUNT_HELP)}
        properties = {"count": count, "next": address, "previous": address}
        return {
            "type": "object",
            "required": ["count", "results"],
            "properties": {**properties, "results": schema},
        }

    def get_schema_operation_parameters(self, view) -> list[dict]:
        return [
            {
                "name": name,
                "in": "query",
                "required": False,
                "description": str(help_text),
                "schema": {"type": "integer" if name == "page_size" else "string"},
            }
            for name, help_text in PAGE_PARAMETERS.items()
        ]


def read_size(text: str | None) -> int:
    """Raises Refusal for what is no number of records a page."""
    if not text:
        return PAGE_SIZE
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= LARGEST_PAGE):
        raise Refusal(
            _("“%(size)s” is no page size; from 1 to %(largest)s records are.")
            % {"size": text, "largest": f"{LARGEST_PAGE:,}"}
        )
    return int(text)
