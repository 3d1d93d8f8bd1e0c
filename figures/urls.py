"""The figures' pages, and those of what is kept beside them."""

from django.urls import path

from figures import claim_views, views

urlpatterns = [
    path("figures/", views.annual, name="figures"),
    path("figures/<slug:slug>/", views.figure_page, name="figure"),
    path(
        "figures/<slug:slug>/<int:year>/", views.figure_records, name="figure-records"
    ),
    path("claims/", claim_views.claim_list, name="claims"),
    path("claims/find/", claim_views.find, name="claims-find"),
    path("claims/<int:pk>/", claim_views.claim_page, name="claim"),
    path("claims/<int:pk>/propose/", claim_views.propose, name="claim-propose"),
    path("claims/<int:pk>/agree/", claim_views.agree, name="claim-agree"),
    path("claims/<int:pk>/withdraw/", claim_views.withdraw, name="claim-withdraw"),
]
