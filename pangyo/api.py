"""The API's addresses under /api/v1/: figures, every record type, and the schema."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView

from figures import api as figures_api
from records import api as records_api


def open_to_tokens(patterns: list) -> list:
    """API views authenticate by token or session themselves."""
    for pattern in patterns:
        pattern.callback = login_not_required(pattern.callback)
    return patterns


urlpatterns = [
    path("schema/", login_not_required(SpectacularAPIView.as_view())),
    path("figures/", include(open_to_tokens(figures_api.urlpatterns))),
    path("", include(open_to_tokens(records_api.urls()))),
]
