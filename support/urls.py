"""The pages of start-up support that are not every record type's."""

from django.urls import path

from support import log_views, merge_views
from support.startup_views import StartupPage

urlpatterns = [
    path("log/", log_views.log, name="log"),
    path("log/after/<uuid:key>/", log_views.log_after, name="log-after"),
    path("log/startups/", log_views.log_startups, name="log-startups"),
    path("log/<uuid:key>/undo/", log_views.log_undo, name="log-undo"),
    path("startups/<int:pk>/", StartupPage.as_view(), {"slug": "startups"}),
    path("startups/<int:pk>/merge/", merge_views.merge_page, name="startup-merge"),
    path("startups/merges/<int:pk>/", merge_views.merged_page, name="startup-merged"),
]
