from django.urls import path

from figures import views

urlpatterns = [
    path("", views.annual, name="figures"),
    path("<slug:slug>/", views.figure_page, name="figure"),
    path("<slug:slug>/<int:year>/", views.figure_records, name="figure-records"),
]
