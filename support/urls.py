"""The pages of start-up support that are not every record type's."""

from django.urls import path

from support import case_views, log_views, merge_views
from support.outcome_views import OutcomeDetail
from support.startup_views import StartupPage

OUTCOMES = ("filings", "contracts", "incorporations", "investments")

urlpatterns = [
    path("log/", log_views.log, name="log"),
    path("log/after/<uuid:key>/", log_views.log_after, name="log-after"),
    path("log/startups/", log_views.log_startups, name="log-startups"),
    path("log/<uuid:key>/undo/", log_views.log_undo, name="log-undo"),
    path("cases/<int:pk>/", case_views.CaseDetail.as_view(), {"slug": "cases"}),
    path("cases/<int:pk>/sessions/", case_views.add_session, name="case-session"),
    path("cases/<int:pk>/do/<slug:slug>/", case_views.do_verb, name="case-verb"),
    path("startups/<int:pk>/", StartupPage.as_view(), {"slug": "startups"}),
    path("startups/<int:pk>/merge/", merge_views.merge_page, name="startup-merge"),
    path("startups/merges/<int:pk>/", merge_views.merged_page, name="startup-merged"),
    *(
        path(f"{slug}/<int:pk>/", OutcomeDetail.as_view(), {"slug": slug})
        for slug in OUTCOMES
    ),
]
