from django.urls import path

from records import form_views, typing_views, views

urlpatterns = [
    path("people/lookup/", typing_views.PersonLookup.as_view(), name="person-lookup"),
    path("<slug:slug>/", views.RecordList.as_view(), name="record-list"),
    path("<slug:slug>/new/", form_views.RecordCreate.as_view(), name="record-new"),
    path(
        "<slug:slug>/new/short/",
        form_views.RecordCreateInPassing.as_view(),
        name="record-new-short",
    ),
    path(
        "<slug:slug>/lookup/", typing_views.RecordLookup.as_view(), name="record-lookup"
    ),
    path(
        "<slug:slug>/reading/",
        typing_views.FieldReading.as_view(),
        name="record-reading",
    ),
    path(
        "<slug:slug>/alike/", typing_views.RecordsAlike.as_view(), name="record-alike"
    ),
    path("<slug:slug>/<int:pk>/", views.RecordDetail.as_view(), name="record-detail"),
    path(
        "<slug:slug>/<int:pk>/edit/",
        form_views.RecordUpdate.as_view(),
        name="record-edit",
    ),
    path(
        "<slug:slug>/<int:pk>/delete/",
        views.RecordRemove.as_view(),
        name="record-delete",
    ),
    path(
        "<slug:slug>/<int:pk>/restore/",
        views.RecordRestore.as_view(),
        name="record-restore",
    ),
    path(
        "<slug:slug>/<int:pk>/history/",
        views.RecordHistory.as_view(),
        name="record-history",
    ),
]
