"""The pages of a list's saved views and of its columns; dialogs where htmx asks."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import generic

from records import columns
from records.forms import dress, tidied
from records.refusals import Refusal
from records.saved_views import ChosenColumns, SavedView, read_columns
from records.views import TypeMixin
from records.workplace import here, list_address, readable_query


class PanelMixin(TypeMixin):
    """A small page over a list; htmx gets what stands in it, for the dialog."""

    panel: str
    title: str

    def get_template_names(self):
        return ["records/_panel.html" if self.request.htmx else "records/panel.html"]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            panel=self.panel,
            title=self.title,
            back=list_address(self.record_type, self.here),
            **kwargs,
        )

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        patch_vary_headers(response, ["HX-Request"])
        return response

    @property
    def here(self) -> str:
        return here(self.request.GET)

    def own_views(self):
        return SavedView.objects.filter(
            owner=self.request.user, record_type=self.record_type.slug
        )


class SavedViewForm(forms.ModelForm):
    """The name of a view and what becomes of it; what it shows is in the address."""

    with_columns = forms.BooleanField(
        label=gettext_lazy("With the columns shown now"), required=False
    )

    class Meta:
        model = SavedView
        fields = ("name", "is_shared", "is_default")
        labels = {
            "name": gettext_lazy("Name of the view"),
            "is_shared": gettext_lazy("Everybody in the centre may open it"),
            "is_default": gettext_lazy("Open it first for me"),
        }

    def __init__(self, data=None, **kwargs) -> None:
        super().__init__(None if data is None else tidied(data), **kwargs)
        if self.instance.pk is not None:
            del self.fields["with_columns"]
        if self.instance.centre_id is None:
            del self.fields["is_shared"]
        dress(self)

    def _get_validation_exclusions(self):
        """Names are one's own, so the owner counts; which view is opened first is
        decided in saving."""
        return super()._get_validation_exclusions() - {
            "owner",
            "record_type",
            "centre",
        } | {"is_default"}

    @transaction.atomic
    def save(self, commit: bool = True):
        if self.instance.is_default:
            self.instance.open_first()
        return super().save(commit)


class ViewFormMixin(PanelMixin):
    panel = "records/_view_form.html"
    form_class = SavedViewForm

    def form_valid(self, form):
        view = form.save()
        messages.success(self.request, _("Saved: %s") % view)
        return redirect(list_address(self.record_type, view.parameters))


class ViewCreate(ViewFormMixin, generic.CreateView):
    """Save what the list shows (the address says it) under a name."""

    title = gettext_lazy("Save this view")

    def get_form_kwargs(self):
        user, params = self.request.user, self.request.GET
        shown = SavedView(
            owner=user,
            centre=user.centre,
            record_type=self.record_type.slug,
            query=readable_query(self.record_type, params, user),
        )
        return super().get_form_kwargs() | {"instance": shown}

    def get_initial(self):
        user, params = self.request.user, self.request.GET
        chosen = columns.chosen_columns(self.record_type, user)
        return {"with_columns": bool(chosen or read_columns(params))}

    def form_valid(self, form):
        if form.cleaned_data["with_columns"]:
            user, params = self.request.user, self.request.GET
            shown = columns.columns_shown(self.record_type, params, user)
            form.instance.columns = list(shown)
        return super().form_valid(form)


class ViewUpdate(ViewFormMixin, generic.UpdateView):
    """Rename, share, open first; or, who may only that, delete."""

    title = gettext_lazy("Saved view")

    def get_queryset(self):
        user = self.request.user
        found = SavedView.objects.deletable_by(user)
        if self.request.method == "POST":
            found = found.filter(owner=user)
        return found.filter(record_type=self.record_type.slug)

    def get_context_data(self, **kwargs):
        is_own = self.object.owner_id == self.request.user.pk
        return super().get_context_data(is_own=is_own, **kwargs)


class ViewOpen(TypeMixin, generic.View):
    """The lasting address of a view leads to the exact one."""

    def get(self, request, pk, **kwargs):
        visible = SavedView.objects.visible_to(request.user)
        view = get_object_or_404(visible, pk=pk, record_type=self.record_type.slug)
        return redirect(list_address(self.record_type, view.parameters))


class ViewReplace(PanelMixin, generic.View):
    """Change a view to what the list shows now."""

    def post(self, request, pk, **kwargs):
        view = get_object_or_404(self.own_views(), pk=pk)
        readable_query(self.record_type, request.GET, request.user)
        columns.columns_in(self.record_type, request.GET)
        view.replace(request.GET)
        messages.success(request, _("Saved: %s") % view)
        return redirect(list_address(self.record_type, view.parameters))


class ViewDelete(TypeMixin, generic.View):
    def post(self, request, pk, **kwargs):
        deletable = SavedView.objects.deletable_by(request.user)
        view = get_object_or_404(deletable, pk=pk, record_type=self.record_type.slug)
        view.delete()
        messages.success(request, _("Deleted: %s") % view)
        return redirect(list_address(self.record_type, ""))


class ListColumns(PanelMixin, generic.TemplateView):
    """Choose columns and their order. They are remembered for the user, or, where the
    address names columns (those of a view), put into the address."""

    panel = "records/_columns_form.html"
    title = gettext_lazy("Columns")

    def get_context_data(self, *, order=None, chosen=None, **kwargs):
        if chosen is None:
            user, params = self.request.user, self.request.GET
            chosen = columns.columns_shown(self.record_type, params, user)
            possible = columns.possible_columns(self.record_type)
            order = tuple(dict.fromkeys((*chosen, *possible)))
        return super().get_context_data(
            choices=[
                (name, label, name in chosen)
                for name, label in columns.labelled(self.record_type, order)
            ],
            is_in_address=bool(read_columns(self.request.GET)),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        order = columns.checked(self.record_type, request.POST.getlist("order"))
        ticked = request.POST.getlist("columns")
        chosen = tuple(name for name in order if name in ticked)
        for step, by in (("up", -1), ("down", 1)):
            if request.POST.get(step) in order:
                order = columns.moved(list(order), request.POST[step], by=by)
                return self.render_to_response(
                    self.get_context_data(order=order, chosen=chosen)
                )
        if "reset" in request.POST:
            return self.reset()
        if not chosen:
            raise Refusal(_("Choose at least one column."))
        return self.choose(chosen)

    def choose(self, chosen: tuple[str, ...]):
        params = self.request.GET.copy()
        if read_columns(params):
            params["columns"] = ",".join(chosen)
        else:
            slug = self.record_type.slug
            ChosenColumns.remember(self.request.user, slug, chosen)
        return redirect(list_address(self.record_type, here(params)))

    def reset(self):
        mine = ChosenColumns.objects.filter(owner=self.request.user)
        mine.filter(record_type=self.record_type.slug).delete()
        params = self.request.GET.copy()
        params.pop("columns", None)
        return redirect(list_address(self.record_type, here(params)))
