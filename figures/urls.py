"""The figures' pages, and those of what is kept beside them."""

from django.urls import path

from figures import (
    annual_views,
    claim_views,
    close_views,
    definition_views,
    drill_down,
    point_views,
    publication_views,
    restatement_views,
    target_views,
    views,
)

urlpatterns = [
    path("figures/", annual_views.annual, name="figures"),
    path("figures/<slug:slug>/", views.figure_page, name="figure"),
    path(
        "figures/<slug:slug>/<int:year>/",
        drill_down.figure_records,
        name="figure-records",
    ),
    path("closes/", close_views.close_list, name="closes"),
    path("closes/<int:year>/<slug:code>/", close_views.close_page, name="close"),
    path(
        "closes/<int:year>/<slug:code>/propose/",
        close_views.propose,
        name="close-propose",
    ),
    path(
        "closes/<int:year>/<slug:code>/confirm/",
        close_views.confirm,
        name="close-confirm",
    ),
    path(
        "closes/<int:year>/<slug:code>/withdraw/",
        close_views.withdraw,
        name="close-withdraw",
    ),
    path(
        "closes/<int:year>/<slug:code>/restate/",
        close_views.restate,
        name="close-restate",
    ),
    path(
        "restatements/<int:pk>/", restatement_views.restatement_page, name="restatement"
    ),
    path(
        "restatements/<int:pk>/approve/",
        restatement_views.approve,
        name="restatement-approve",
    ),
    path(
        "restatements/<int:pk>/withdraw/",
        restatement_views.withdraw,
        name="restatement-withdraw",
    ),
    path("points/<int:year>/", point_views.flags, name="point-flags"),
    path(
        "points/<slug:slug>/<int:year>/",
        point_views.point_records,
        name="point-records",
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
    path("claims/", claim_views.claim_list, name="claims"),
    path("claims/find/", claim_views.find, name="claims-find"),
    path("claims/<int:pk>/", claim_views.claim_page, name="claim"),
    path("claims/<int:pk>/propose/", claim_views.propose, name="claim-propose"),
    path("claims/<int:pk>/agree/", claim_views.agree, name="claim-agree"),
    path("claims/<int:pk>/withdraw/", claim_views.withdraw, name="claim-withdraw"),
]
