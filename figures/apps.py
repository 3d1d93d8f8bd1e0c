from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class FiguresConfig(AppConfig):
    name = "figures"
    verbose_name = _("Figures")

    def ready(self) -> None:
        from figures import checks  # noqa: F401  (registers the system checks)

        autodiscover_modules("figures")
