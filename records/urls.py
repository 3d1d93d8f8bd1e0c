from django.urls import path

from records import (
    bulk_views,
    form_views,
    import_columns,
    import_names,
    import_views,
    typing_views,
    undo_views,
    view_pages,
    views,
)
from records.files import views as files

urlpatterns = [
    path("imports/", import_views.imports, name="imports"),
    path("imports/<int:pk>/", import_views.import_page, name="import"),
    path("imports/<int:pk>/save/", import_views.confirm, name="import-save"),
    path("imports/<int:pk>/names/", import_names.decide_names, name="import-names"),
    path("imports/<int:pk>/discard/", import_views.discard, name="import-discard"),
    path("imports/<int:pk>/undo/", undo_views.undo_import, name="import-undo"),
    path("imports/<int:pk>/stop/", import_views.stop, name="import-stop"),
    path("imports/<int:pk>/columns/", import_columns.columns, name="import-columns"),
    path(
        "imports/<int:pk>/columns/forget/",
        import_columns.forget_columns,
        name="import-forget",
    ),
    path("imports/<int:pk>/rejected/", import_views.rejected, name="import-rejected"),
    path("people/lookup/", typing_views.PersonLookup.as_view(), name="person-lookup"),
    path("files/<int:pk>/", files.download, name="attachment"),
    path("files/<int:pk>/withdraw/", files.withdraw, name="attachment-withdraw"),
    path("files/<int:pk>/restore/", files.restore, name="attachment-restore"),
    path(
        "<slug:slug>/<int:pk>/files/", files.RecordFiles.as_view(), name="record-files"
    ),
    path("<slug:slug>/", views.RecordList.as_view(), name="record-list"),
    path(
        "<slug:slug>/template.xlsx",
        views.RecordTemplate.as_view(),
        name="record-template",
    ),
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
    path("<slug:slug>/bulk/", bulk_views.BulkEdit.as_view(), name="bulk-edit"),
    path("<slug:slug>/bulk/apply/", bulk_views.BulkApply.as_view(), name="bulk-apply"),
    path(
        "<slug:slug>/bulk/delete/", bulk_views.BulkRemove.as_view(), name="bulk-delete"
    ),
    path("<slug:slug>/columns/", view_pages.ListColumns.as_view(), name="list-columns"),
    path("<slug:slug>/views/new/", view_pages.ViewCreate.as_view(), name="view-new"),
    path(
        "<slug:slug>/views/<int:pk>/", view_pages.ViewOpen.as_view(), name="view-open"
    ),
    path(
        "<slug:slug>/views/<int:pk>/edit/",
        view_pages.ViewUpdate.as_view(),
        name="view-edit",
    ),
    path(
        "<slug:slug>/views/<int:pk>/replace/",
        view_pages.ViewReplace.as_view(),
        name="view-replace",
    ),
    path(
        "<slug:slug>/views/<int:pk>/delete/",
        view_pages.ViewDelete.as_view(),
        name="view-delete",
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
