"""The pages of start-up support that are not every record type's."""

from django.urls import path

from support import merge_views
from support.startup_views import StartupPage

urlpatterns = [
    path("startups/<int:pk>/", StartupPage.as_view(), {"slug": "startups"}),
    path("startups/<int:pk>/merge/", merge_views.merge_page, name="startup-merge"),
    path("startups/merges/<int:pk>/", merge_views.merged_page, name="startup-merged"),
]
