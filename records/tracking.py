"""Keeping history: triggers write every change of a model, whatever made it."""

import sys

import pghistory
from django.db import models


def keep_history(model: type[models.Model]) -> type[models.Model]:
    """Class decorator: triggers write the model's history, so that bulk edits, imports
    and raw SQL are in it, deletions too. The search key says nothing of its own."""
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=[name for name in ("search_key",) if has_field(model, name)],
    )(model)


def has_field(model: type[models.Model], name: str) -> bool:
    return any(field.name == name for field in model._meta.fields)


def keep_links(*names: str):
    """Class decorator: triggers write who was linked and unlinked when, for these
    many-to-many fields.

    The link table is tracked through a proxy: migrations know no triggers of a table
    that Django makes by itself.
    """

    def decorate(model: type[models.Model]) -> type[models.Model]:
        for name in names:
            through = getattr(model, name).through
            meta = {"proxy": True, "app_label": model._meta.app_label}
            proxy = type(
                f"{model.__name__}{name.capitalize()}",
                (through,),
                {"__module__": model.__module__, "Meta": type("Meta", (), meta)},
            )
            setattr(sys.modules[model.__module__], proxy.__name__, proxy)
            through.pgh_event_model = pghistory.create_event_model(
                proxy,
                pghistory.InsertEvent(),
                pghistory.DeleteEvent(),
                obj_field=None,
                abstract=False,
            )
        return model

    return decorate
