"""The administration's own name; each app and record type registers itself."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

admin.site.site_header = admin.site.site_title = _("Pangyo administration")
admin.site.index_title = _("Records, code lists and accounts")
