from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class FiguresConfig(AppConfig):
    name = "figures"
    verbose_name = _("Figures")

    def ready(self) -> None:
        from figures import (
            checks,  # noqa: F401  (registers the system checks)
            effects,  # noqa: F401  (registers itself with imports)
        )

        autodiscover_modules("figures")
