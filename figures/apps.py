from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class FiguresConfig(AppConfig):
    name = "figures"
    verbose_name = _("Figures")

    def ready(self) -> None:
        from figures import checks, holding  # noqa: F401  (registers system checks)
        from records import refusals

        autodiscover_modules("figures")
        post_migrate.connect(write_rules, sender=self)
        refusals.tell_rule(holding.CONSTRAINT, holding.refusal)


def write_rules(**kwargs) -> None:
    """The database holds sealed figures by rules that are compiled from the figures."""
    from figures import holding

    holding.install()
