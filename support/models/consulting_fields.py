"""What is consulted on: an editable list of codes."""

from django.utils.translation import gettext_lazy as _

from records.models import CodeList, keep_history


@keep_history
class ConsultingField(CodeList):
    """상담분야: the editable list of what is consulted on."""

    class Meta(CodeList.Meta):
        verbose_name = _("consulting field")
        verbose_name_plural = _("consulting fields")
