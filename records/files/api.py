"""Evidence in the API: a record's files, listed, attached and fetched."""

from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.decorators import action, api_view
from rest_framework.exceptions import ValidationError as BadRequest
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from records.attachments import Attachment
from records.files.attaching import RefusedFiles, attach
from records.files.uploads import refuse_large
from records.files.views import response_of

UPLOAD = {
    "multipart/form-data": {
        "type": "object",
        "properties": {
            "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
            "description": {"type": "string", "maxLength": 200},
        },
        "required": ["files"],
    }
}


class AttachmentSerializer(serializers.ModelSerializer):
    uploaded_by = serializers.SlugRelatedField("username", read_only=True)
    content_type = serializers.CharField(
        source="told_kind.content_type", read_only=True
    )
    url = serializers.HyperlinkedIdentityField("api-file")

    class Meta:
        model = Attachment
        fields = (
            "id",
            "name",
            "kind",
            "content_type",
            "size",
            "sha256",
            "description",
            "uploaded_by",
            "uploaded_at",
            "url",
        )


class RecordFilesMixin:
    """For the view set of a type whose records have evidence."""

    rights = {"attach_files": "change"}

    @extend_schema(responses=AttachmentSerializer(many=True))
    @action(detail=True, pagination_class=None, parser_classes=[MultiPartParser])
    def files(self, request, pk=None):
        """The files of the record."""
        found = Attachment.objects.of(self.get_object()).select_related("uploaded_by")
        return Response(self.written(found))

    @extend_schema(
        request=UPLOAD, responses={status.HTTP_201_CREATED: AttachmentSerializer}
    )
    @files.mapping.post
    def attach_files(self, request, pk=None):
        """Attach files: all of them, or none and a sentence for each that is wrong."""
        record = self.get_object()
        try:
            refuse_large(request)
            made = attach(
                record,
                request.FILES.getlist("files"),
                user=request.user,
                description=request.data.get("description", ""),
            )
        except RefusedFiles as refusal:
            raise BadRequest({"files": refusal.sentences}) from refusal
        return Response(self.written(made), status.HTTP_201_CREATED)

    def written(self, attachments) -> list[dict]:
        context = self.get_serializer_context()
        return AttachmentSerializer(attachments, many=True, context=context).data


@extend_schema(
    tags=["files"], responses={(status.HTTP_200_OK, "*/*"): OpenApiTypes.BINARY}
)
@api_view()
def download(request, pk: int):
    """The file itself, for those who may see its record."""
    found = Attachment.objects.visible_to(request.user)
    return response_of(get_object_or_404(found, pk=pk))
