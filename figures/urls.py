"""The figures' pages, and those of what is kept beside them."""

from django.urls import path

from figures import annual_views, views

urlpatterns = [
    path("figures/", annual_views.annual, name="figures"),
    path("figures/<slug:slug>/", views.figure_page, name="figure"),
    path(
        "figures/<slug:slug>/<int:year>/", views.figure_records, name="figure-records"
    ),
]
