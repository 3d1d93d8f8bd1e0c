from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class RecordsConfig(AppConfig):
    name = "records"
    verbose_name = _("Records")

    def ready(self) -> None:
        from records import checks  # noqa: F401  (registers the system checks)
        from records.roles import grant_roles

        autodiscover_modules("records")
        autodiscover_modules("deadlines")
        # The one signal in the house; the reason stands at its receivers.
        post_migrate.connect(grant_roles, dispatch_uid="records.grant_roles")
