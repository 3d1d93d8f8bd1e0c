"""Walking through the site by its own links: one page of each address pattern."""

from collections import deque
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

# Django's own pages, and what is no page.
ELSEWHERE = ("/admin/", "/api/", "/static/")
LINKS = {"href", "hx-get"}

# The pattern of an address, each record type for itself.
Kind = tuple[str, str | None]


def walk(client: Client, start: str = "/") -> dict[Kind, tuple[str, str]]:
    """Kind of page → the first address of it that a link leads to, and its text; as
    people walk: through links that are followed by GET, from page to page."""
    seen: set[Kind] = set()
    pages: dict[Kind, tuple[str, str]] = {}
    waiting = deque([start])
    while waiting:
        address = waiting.popleft()
        kind = kind_of(address)
        if kind is None or kind in seen:
            continue
        seen.add(kind)
        response = client.get(address)
        assert response.status_code in (200, 302), address
        if response.status_code == 302:
            waiting.append(response["Location"])
        elif response.streaming:
            response.getvalue()  # a file; read to its end, which closes it
        elif response["Content-Type"].startswith("text/html"):
            pages[kind] = (address, response.content.decode())
            waiting += links_of(*pages[kind])
    return pages


def kind_of(address: str) -> Kind | None:
    """None for what is not walked to."""
    parts = urlsplit(address)
    if parts.netloc or parts.path.startswith(ELSEWHERE) or "format=" in parts.query:
        return None
    try:
        match = resolve(parts.path)
    except Resolver404:
        return None
    return match.route, match.kwargs.get("slug")


def links_of(address: str, text: str) -> Iterator[str]:
    """Where a page leads, without the places inside it."""
    reader = LinkReader()
    reader.feed(text)
    for link in reader.links:
        yield urljoin(address, link).partition("#")[0]


class LinkReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attributes) -> None:
        if tag != "link":
            self.links += [value for name, value in attributes if name in LINKS]
