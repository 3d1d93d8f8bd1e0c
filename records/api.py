"""The JSON API of every record type, with the page's own form, filters and rights."""

from typing import ClassVar

import pghistory
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import transaction
from django.urls import path
from django.utils.translation import gettext as _
from drf_spectacular.utils import (
    OpenApiParameter,
    extend_schema,
    extend_schema_view,
)
from rest_framework import mixins, serializers, status, viewsets
from rest_framework.exceptions import APIException, PermissionDenied
from rest_framework.exceptions import ValidationError as BadRequest
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from records import record_types
from records.api_pages import PAGE_PARAMETERS, Pages, read_size
from records.fields import TextsField
from records.files.api import RecordFilesMixin, download
from records.filters import filterset_class
from records.form_fields import CodesField, RelatedField, RelatedManyField
from records.form_fields import TextsField as TextsFormField
from records.forms import form_class
from records.paging import Listing
from records.reading import masked
from records.record_types import RecordType
from records.text import tidy
from records.versions import version_of

ACTIONS = {"GET": "view", "HEAD": "view", "OPTIONS": "view", "POST": "add"}
ACTIONS |= {"PUT": "change", "PATCH": "change", "DELETE": "delete"}
MANY = (CodesField, RelatedManyField, TextsFormField)


class Stale(APIException):
    """The record is not any more what the request was made over."""

    status_code = status.HTTP_412_PRECONDITION_FAILED


class StaleSerializer(serializers.Serializer):
    """The sentence of a `Stale`."""

    detail = serializers.CharField()


class MaskedField(serializers.CharField):
    """Personal data, shown in part as on the pages."""

    def to_representation(self, value) -> str:
        return masked(value)


def serializer_class(record_type: RecordType) -> type[serializers.ModelSerializer]:
    """How a record of the type is written as JSON: links as pk, centre as code."""
    names = ("id", *record_type.all_fields)
    attributes = {name: MaskedField() for name in record_type.masked}
    if not record_type.is_code_list:
        names = ("id", "reference", "centre", *record_type.all_fields)
        attributes["centre"] = serializers.SlugRelatedField("code", read_only=True)
    for name in record_type.calculated:
        attributes[name] = serializers.IntegerField(read_only=True)
    names = (*names, *record_type.calculated)
    if record_type.field("amount_krw"):
        names = (*names, "amount_krw")
    for name in record_type.all_fields:
        if isinstance(record_type.field(name), TextsField):
            attributes[name] = serializers.ListField(child=serializers.CharField())
    meta = type("Meta", (), {"model": record_type.model, "fields": names})
    name = f"{record_type.model.__name__}Serializer"
    return type(name, (serializers.ModelSerializer,), attributes | {"Meta": meta})


class RecordViewSet(mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """List, read, create, change and delete; the type's form validates."""

    record_type: RecordType
    rights: ClassVar[dict[str, str]] = {}
    pagination_class = Pages

    def check_permissions(self, request) -> None:
        super().check_permissions(request)
        action = self.rights.get(self.action) or ACTIONS.get(request.method)
        if action and not request.user.has_perm(self.record_type.permission(action)):
            raise PermissionDenied

    def get_queryset(self):
        return self.record_type.rows(self.record_type.visible_to(self.request.user))

    def list(self, request):
        filterset = filterset_class(self.record_type)(
            request.query_params,
            self.record_type.visible_to(request.user),
            user=request.user,
            also=(*PAGE_PARAMETERS, "format"),
        )
        listing = Listing(
            self.record_type,
            filterset.narrowed,
            request.query_params,
            search=filterset.search,
            size=read_size(request.query_params.get("page_size")),
        )
        page = listing.page.of(self.get_queryset())
        results = self.get_serializer(page, many=True).data
        return self.paginator.answer(request, listing, results)

    def create(self, request):
        record = self.save(request.data, instance=None)
        return self.answer(record, status.HTTP_201_CREATED)

    def retrieve(self, request, pk=None):
        return self.answer(self.get_object())

    @transaction.atomic
    def update(self, request, pk=None):
        return self.answer(self.changed(request, {}))

    @transaction.atomic
    def partial_update(self, request, pk=None):
        return self.answer(self.changed(request, None))

    def answer(self, record, status_code: int = status.HTTP_200_OK) -> Response:
        """The record as JSON, with its version as ETag."""
        etag = {"ETag": f'"{version_of(record)}"'}
        return Response(self.get_serializer(record).data, status_code, headers=etag)

    def changed(self, request, unsent: dict | None):
        """The record after the change; fields not sent are emptied by PUT (`unsent`
        is empty) and kept by PATCH (None: they are the record's own)."""
        record = self.get_object()
        self.refuse_stale(request, record)
        if unsent is None:
            form = self.form_type(instance=record, user=request.user)
            unsent = {name: as_data(form.initial.get(name)) for name in form.fields}
            if "centre" in unsent:
                unsent["centre"] = record.centre.code
        return self.save(unsent | sent(request.data), instance=record)

    @property
    def form_type(self):
        return form_class(self.record_type)

    def save(self, data, *, instance):
        data = sent(data)
        fields = self.form_type.base_fields
        refuse_unknown_fields(data, fields)
        data = {name: as_typed(name, fields[name], data[name]) for name in data}
        form = self.form_type(
            data, user=self.request.user, **({"instance": instance} if instance else {})
        )
        if "centre" not in form.fields:
            self.refuse_another_centre(data.pop("centre", None), form.instance)
        refuse_unknown_fields(data, form.fields)
        if not form.is_valid():
            raise BadRequest(
                {
                    "detail" if name == NON_FIELD_ERRORS else name: sentences
                    for name, sentences in form.errors.items()
                }
            )
        return self.get_queryset().get(pk=form.save().pk)

    def refuse_stale(self, request, record) -> None:
        """Where the request says over which version it writes (If-Match), that one is
        the newest; held until the change is saved."""
        wanted = request.headers.get("If-Match", "").strip()
        if wanted in ("", "*"):
            return
        self.record_type.model.objects.select_for_update().get(pk=record.pk)
        found = version_of(record)
        versions = [version.strip().strip('"') for version in wanted.split(",")]
        if found not in versions:
            raise Stale(
                _(
                    "The record was changed since version %(wanted)s; it is at version "
                    "%(found)s now. Read it again."
                )
                % {"wanted": wanted, "found": found}
            )

    def refuse_another_centre(self, code, record) -> None:
        """Who cannot choose the centre may name the record's own."""
        centre = getattr(record, "centre", None)
        if code is not None and (centre is None or code != centre.code):
            raise BadRequest({"centre": [_("The centre is not yours to choose.")]})

    @transaction.atomic
    def destroy(self, request, pk=None):
        """Delete; a state with a reason, given as `reason`."""
        record = self.get_object()
        self.refuse_stale(request, record)
        if self.record_type.is_code_list:
            raise PermissionDenied
        given = sent(request.data).get("reason") or request.query_params.get("reason")
        reason = tidy(str(given or "")) or _("deleted through the API, no reason given")
        with transaction.atomic(), pghistory.context(reason=reason):
            record.remove(reason=reason)
        return Response(status=status.HTTP_204_NO_CONTENT)


def refuse_unknown_fields(data, known) -> None:
    unknown = [name for name in data if name not in known]
    if unknown:
        raise BadRequest({name: [_("There is no such field.")] for name in unknown})


def sent(data) -> dict:
    """The JSON object of a request. Raises BadRequest for anything else."""
    if not isinstance(data, dict):
        raise BadRequest(
            {"detail": [_("Send one JSON object: field names and values.")]}
        )
    return dict(data)


def as_typed(name: str, field: forms.Field, value):
    """A JSON value as one would type it. Raises BadRequest for a list or an object
    where one value belongs."""
    if isinstance(field, MANY) and not isinstance(value, str):
        values = value if isinstance(value, list) else [value]
        return [one_value(name, item) for item in values if item is not None]
    one_value(name, value)
    is_link = isinstance(field, RelatedField) and not isinstance(value, bool)
    return value if is_link or value is None else str(value)


def one_value(name: str, value):
    if isinstance(value, list | dict):
        raise BadRequest({name: [_("One value belongs here, not a list or object.")]})
    return value


def as_data(value):
    """A form's initial value as it would be sent back."""
    if isinstance(value, list):
        return [getattr(item, "pk", item) for item in value]
    return value


def viewset(record_type: RecordType) -> type[RecordViewSet]:
    serializer = serializer_class(record_type)
    name = f"{record_type.model.__name__}ViewSet"
    attributes = {
        "record_type": record_type,
        "serializer_class": serializer,
        "queryset": record_type.model.objects.none(),
    }
    bases = (RecordViewSet,)
    if not record_type.is_code_list:
        bases = (RecordFilesMixin, RecordViewSet)
    made = type(name, bases, attributes)
    tagged = extend_schema(tags=[record_type.slug])(made)
    return extend_schema_view(
        update=over_a_version({200: serializer}),
        partial_update=over_a_version({200: serializer}),
        destroy=over_a_version({204: None}),
    )(tagged)


def over_a_version(responses: dict):
    """How a change is documented that is refused over a version not the newest."""
    if_match = OpenApiParameter(
        "If-Match",
        str,
        OpenApiParameter.HEADER,
        description="The ETag of the version that is changed; over a newer one the "
        "change is refused with 412.",
    )
    return extend_schema(
        parameters=[if_match], responses={**responses, 412: StaleSerializer}
    )


def urls() -> list:
    router = SimpleRouter()
    for record_type in record_types.all_types():
        router.register(
            record_type.slug, viewset(record_type), basename=f"api-{record_type.slug}"
        )
    return [path("files/<int:pk>/", download, name="api-file"), *router.urls]
