"""The pages of evidence: attach, withdraw, restore, and the file itself."""

import pghistory
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import generic
from django.views.decorators.http import require_POST, require_safe

from records.attachments import Attachment
from records.files import store
from records.files.attaching import RefusedFiles, attach
from records.files.section import section_of
from records.files.uploads import refuse_large
from records.refusals import Refusal
from records.text import tidy
from records.views import TypeMixin

# A page opened from a file may do nothing: no script, no form, no other address.
SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'"


class RecordFiles(TypeMixin, generic.DetailView):
    """The evidence of one record; a post attaches files to it."""

    template_name = "records/files.html"

    def setup(self, request, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.action = "change" if request.method == "POST" else "view"
        if self.record_type.is_code_list:
            raise Http404

    def get_context_data(self, **kwargs):
        section = section_of(self.object, self.request.user)
        return super().get_context_data(**section, **kwargs)

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        try:
            refuse_large(request)
            made = attach(
                self.object,
                request.FILES.getlist("files"),
                user=request.user,
                description=request.POST.get("description", ""),
            )
        except RefusedFiles as refusal:
            return self.refused(refusal.sentences)
        sentence = ngettext(
            "%d file was attached.", "%d files were attached.", len(made)
        )
        return said(request, self.object, sentence % len(made))

    def refused(self, sentences: list[str]):
        if self.request.htmx:
            self.template_name = "records/_files.html"
        return self.render_to_response(self.get_context_data(refused=sentences))


@require_POST
def withdraw(request, pk: int):
    attachment = changeable(request.user, pk)
    reason = tidy(request.POST.get("reason", ""))
    if not reason:
        raise Refusal(_("Say why the file is withdrawn: the reason is missing."))
    with pghistory.context(reason=reason):
        attachment.remove(reason=reason)
    return said(request, attachment.record(), _("Withdrawn: %s") % attachment)


@require_POST
def restore(request, pk: int):
    attachment = changeable(request.user, pk)
    try:
        with pghistory.context(reason=_("restored")):
            attachment.restore()
    except ValidationError as error:
        raise Refusal(" ".join(error.messages)) from error
    return said(request, attachment.record(), _("Restored: %s") % attachment)


def changeable(user, pk: int) -> Attachment:
    """404 for what the user may not see, 403 for what the user may not change."""
    attachment = get_object_or_404(Attachment.with_deleted.visible_to(user), pk=pk)
    if not user.has_perm(attachment.record_type.permission("change")):
        raise PermissionDenied
    return attachment


def said(request, record, sentence: str):
    """What was done, in the section itself or on the record's page."""
    if request.htmx:
        section = section_of(record, request.user) | {"said": sentence}
        return render(request, "records/_files.html", section)
    messages.success(request, sentence)
    return HttpResponseRedirect(f"{record.get_absolute_url()}#files")


@require_safe
def download(request, pk: int):
    """The file, for those who may see its record; not while it is withdrawn."""
    return response_of(
        get_object_or_404(Attachment.objects.visible_to(request.user), pk=pk)
    )


def response_of(attachment: Attachment) -> FileResponse:
    """Pictures are shown, all else is saved: by the kind that was told, whatever the
    browser believes."""
    kind = attachment.told_kind
    try:
        content = store.opened(attachment.sha256)
    except FileNotFoundError as error:
        raise Refusal(
            _("The file “%s” is not in its place; the administrator has to be told.")
            % attachment
        ) from error
    return FileResponse(
        content,
        as_attachment=not kind.is_picture,
        filename=attachment.name,
        content_type=kind.content_type,
        headers={
            "Cache-Control": "private, no-store",
            "Content-Security-Policy": SANDBOX,
            "X-Content-Type-Options": "nosniff",
        },
    )
