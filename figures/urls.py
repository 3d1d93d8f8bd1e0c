"""The figures' pages, and those of what is kept beside them."""

from django.urls import path

from figures import definition_views, publication_views, target_views, views

urlpatterns = [
    path("figures/", views.annual, name="figures"),
    path("figures/<slug:slug>/", views.figure_page, name="figure"),
    path(
        "figures/<slug:slug>/<int:year>/", views.figure_records, name="figure-records"
    ),
    path("definitions/", definition_views.definitions, name="definitions"),
    path("targets/", target_views.targets, name="targets"),
    path(
        "targets/<slug:slug>/<int:year>/history/",
        target_views.target_history,
        name="target-history",
    ),
    path("publications/", publication_views.publications, name="publications"),
    path(
        "publications/new/",
        publication_views.new_publication,
        name="publication-new",
    ),
    path(
        "publications/reading/",
        publication_views.read_what_is_printed,
        name="publication-reading",
    ),
    path("publications/<int:pk>/", publication_views.publication, name="publication"),
    path(
        "publications/<int:pk>/edit/",
        publication_views.edit_publication,
        name="publication-edit",
    ),
    path(
        "publications/<int:pk>/withdraw/",
        publication_views.withdraw_publication,
        name="publication-withdraw",
    ),
]
