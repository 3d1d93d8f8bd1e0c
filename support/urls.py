"""What start-up support has beside the pages of every record type."""

from django.urls import path

from support import case_views

urlpatterns = [
    path("cases/<int:pk>/", case_views.CaseDetail.as_view(), {"slug": "cases"}),
    path("cases/<int:pk>/sessions/", case_views.add_session, name="case-session"),
    path("cases/<int:pk>/do/<slug:slug>/", case_views.do_verb, name="case-verb"),
]
