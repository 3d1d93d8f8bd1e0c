from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class FiguresConfig(AppConfig):
    name = "figures"
    verbose_name = _("Figures")

    def ready(self) -> None:
        from figures import (
            checks,  # noqa: F401  (registers the system checks)
            claim_checks,  # noqa: F401  (registers its own)
            effects,  # noqa: F401  (registers itself with imports)
            holding,
            roles,
        )
        from records import refusals
        from records.roles import also_grant

        autodiscover_modules("figures")
        autodiscover_modules("points")
        autodiscover_modules("claims")
        also_grant(roles.permissions)
        post_migrate.connect(write_rules, sender=self)
        refusals.tell_rule(holding.CONSTRAINT, holding.refusal)


def write_rules(**kwargs) -> None:
    """The database holds sealed figures by rules that are compiled from the figures."""
    from figures import holding

    holding.install()
