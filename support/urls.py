"""Pages of start-up support that are no record type's."""

from django.urls import path

from support import log_views

urlpatterns = [
    path("log/", log_views.log, name="log"),
    path("log/after/<uuid:key>/", log_views.log_after, name="log-after"),
    path("log/startups/", log_views.log_startups, name="log-startups"),
    path("log/<uuid:key>/undo/", log_views.log_undo, name="log-undo"),
]
