"""The form of a consulting case, which knows more than its fields."""

from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

from records.forms import RecordForm
from records.written_fields import MinutesField
from support.models import ConsultingCase, Session
from support.models.sessions import DAY


class ConsultingCaseForm(RecordForm):
    """A new case may come with its first session: the minutes it took."""

    minutes = MinutesField(
        label=_("Minutes"),
        required=False,
        min_value=0,
        validators=(MaxValueValidator(DAY),),
        help_text=_("Makes the first session, on the day the case opens."),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            del self.fields["minutes"]

    @classmethod
    def unsaid(cls, fields, values) -> dict:
        """A row without a status but with a closing day is of a closed case."""
        begun = super().unsaid(fields, values)
        if "status" in begun and values.get("closed_on"):
            begun["status"] = ConsultingCase.Status.CLOSED
        return begun

    @classmethod
    def coming_with(cls, record, values) -> list[Session]:
        minutes = values.get("minutes")
        if minutes is None:
            return []
        return [
            Session(
                centre_id=record.centre_id,
                case=record,
                held_on=record.opened_on,
                minutes=minutes,
                channel=record.channel,
            )
        ]


class SessionForm(RecordForm):
    minutes = MinutesField(
        label=_("Minutes"),
        required=False,
        min_value=0,
        validators=(MaxValueValidator(DAY),),
    )
