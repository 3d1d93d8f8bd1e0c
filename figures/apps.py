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
            rules,
        )
        from records import refusals
        from records.roles import also_grant

        autodiscover_modules("figures")
        autodiscover_modules("points")
        autodiscover_modules("claims")
        from figures import readiness  # noqa: F401  (its own open points come last)

        also_grant(roles.permissions)
        post_migrate.connect(rules.write, sender=self)
        refusals.tell_rule(holding.CONSTRAINT, holding.refusal)
