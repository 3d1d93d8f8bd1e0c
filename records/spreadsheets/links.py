"""What a file's names for other records mean: one there already, or one to be made.

A linked record is met by a detail that identifies it (another column of the row), else
by its name as its query set compares names. What one row teaches, that this name goes
with that number, holds for the whole file; whatever is made is made once.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from django import forms
from django.db import models
from django.utils.translation import gettext as _

from records import form_fields, record_types
from records.forms import form_class
from records.known_names import KnownNames
from records.spreadsheets.cells import Reading
from records.spreadsheets.corrections import NEW, SAME_AS
from records.spreadsheets.mentions import Mention, Target, parts
from records.spreadsheets.proposals import Proposal, proposals_for
from records.text import fold
from records.words import SEPARATORS, without_others


class Links:
    """The meanings of the names in one column, for one user; `decided` is what a person
    said of some, as in `Corrections.names`."""

    def __init__(
        self, form_field: form_fields.RelatedField, decided: dict | None = None
    ) -> None:
        self.form_field = form_field
        self.decided = decided or {}
        self.candidates = form_field.candidates
        self.model = self.candidates.model
        self.targets: dict[int, Target] = {}
        self.by_detail: dict[tuple, Target] = {}
        self.by_name: dict[str, list[Target]] = {}
        self.compared: dict[str, str] = {}
        self.meanings: dict[Mention, Target | str] = {}
        self.aliases: dict[str, tuple[str, Target]] = {}  # as compared, and as written
        self.proposals: dict[str, Proposal] = {}
        self.known = (
            KnownNames(self.candidates)
            if hasattr(self.candidates, "known_names")
            else None
        )

    def detail(self, name: str, text: str) -> str:
        """A detail as the linked type's own form reads it. Raises ValidationError."""
        return self.detail_fields[name].clean(text)

    @cached_property
    def detail_fields(self) -> dict[str, forms.Field]:
        return form_class(record_types.of_model(self.model)).base_fields

    def read(self, text: str) -> Reading:
        """The name in a cell, or the records that its several names mean."""
        if not isinstance(self.form_field, form_fields.RelatedManyField):
            return Reading(Mention(text))
        whole = self.meaning(Mention(text))
        if isinstance(whole, Target):
            return Reading([whole.record])
        reading = Reading([])
        named, others = without_others(text)
        if others:
            told = {"found": text}
            note = _("“%(found)s” does not name all that it is of.")
            reading.notes.append(note % told)
        for part in filter(None, SEPARATORS.split(named)):
            meaning = self.meaning(Mention(part))
            if isinstance(meaning, Target):
                reading.value.append(meaning.record)
            else:
                reading.problems.append(meaning)
        reading.value = list(dict.fromkeys(reading.value))
        return reading

    def prepare(self, mentions: Iterable[Mention]) -> None:
        """Learn from all mentions of a file: first those that identify their record,
        again while that teaches something, then those that only name it."""
        mentions = list(dict.fromkeys(mentions))
        self.compare({mention.name for mention in mentions})
        waiting = [mention for mention in mentions if mention.details]
        while waiting:
            still = [m for m in waiting if not self.learn(m)]
            if len(still) == len(waiting):
                break
            waiting = still
        for mention in mentions:
            self.meaning(mention)
        self.propose(mentions)

    def propose(self, mentions: Iterable[Mention]) -> None:
        """Find what names that are of nothing there may be misspelt for."""
        if self.known is None:
            return
        open_ones = [m for m in mentions if self.is_open(m)]
        for proposal in proposals_for(self, open_ones):
            self.proposals[proposal.compared] = proposal

    def is_open(self, mention: Mention) -> bool:
        """Whether nothing but a person told what the mention is of."""
        meaning = self.meanings[mention]
        is_told = isinstance(meaning, Target) and meaning.record is not None
        return not is_told or self.compared[mention.name] in self.decided

    def compare(self, names: set[str]) -> None:
        names |= {part for name in names for part in parts(name)}
        new = [name for name in names if name not in self.compared]
        as_compared = getattr(self.candidates, "as_compared", folded)
        self.compared |= as_compared(new) if new else {}
        if self.known:
            self.known.fetch(self.compared[name] for name in new)

    def form_data(self, mention: Mention) -> dict | None:
        """What a record would be made from, if its type lets a file name new ones."""
        from_name = getattr(self.candidates, "from_name", None)
        return from_name(mention.name, dict(mention.details)) if from_name else None

    def learn(self, mention: Mention) -> bool:
        meaning = self.find(mention)
        if not isinstance(meaning, Target):
            return False
        self.meanings[mention] = meaning
        return True

    def meaning(self, mention: Mention) -> Target | str:
        """The target, or a sentence why there is none."""
        if mention not in self.meanings:
            self.compare({mention.name})
            self.meanings[mention] = self.find(mention)
        return self.meanings[mention]

    def find(self, mention: Mention) -> Target | str:
        details = mention.details
        target = (
            self.detailed(details)
            or self.decided_target(mention)
            or self.named(mention.name, dict(details))
        )
        if target is None:
            data = self.form_data(mention)
            if data is None:
                return self.unknown(mention.name)
            target = Target(self.model, data=data)
        if isinstance(target, Target):
            self.remember(mention, target)
        return target

    def decided_target(self, mention: Mention) -> Target | None:
        """What a person said that this name is of, unless a number says another."""
        said = self.decided.get(self.compared[mention.name])
        target = None
        if isinstance(said, int):
            record = self.candidates.filter(pk=said).first()
            target = self.target(record) if record else None
        elif said == NEW:
            target = self.new_target(mention)
        elif said:
            other = Mention(said.removeprefix(SAME_AS))
            found = self.meaning(other) if other != mention else None
            target = found if isinstance(found, Target) else None
        if target is None or not target.agrees(dict(mention.details)):
            return None
        if said != NEW:
            self.aliases.setdefault(self.compared[mention.name], (mention.name, target))
        return target

    def new_target(self, mention: Mention) -> Target:
        """One that a person said is to be made, once for all its mentions."""
        known = self.by_name.get(self.compared[mention.name], ())
        made = [
            t for t in known if t.record is None and t.agrees(dict(mention.details))
        ]
        data = self.form_data(mention) or {"name": mention.name}
        return made[0] if made else Target(self.model, data=data)

    def remember(self, mention: Mention, target: Target) -> None:
        if mention.details:
            self.by_detail.setdefault(mention.details, target)
            target.details |= dict(mention.details)
        known = self.by_name.setdefault(self.compared[mention.name], [])
        if target not in known:
            known.append(target)

    def detailed(self, details: tuple) -> Target | None:
        if not details:
            return None
        if details not in self.by_detail:
            record = self.identified(details)
            if record is None:
                return None
            self.by_detail[details] = self.target(record)
        return self.by_detail[details]

    def identified(self, details: tuple) -> models.Model | None:
        if self.known:
            (_name, number), *others = details
            return None if others else self.known.numbered(number)
        return self.candidates.filter(**dict(details)).first()

    def named(self, name: str, details: dict) -> Target | str | None:
        """By the whole name, else by the name outside and the one inside brackets."""
        inner = [part for part in parts(name) if self.is_other(part, name)]
        for written in ([name], inner):
            found = {
                target.key: target
                for part in written
                for target in self.all_named(part)
                if target.agrees(details)
            }
            if len(found) == 1:
                return next(iter(found.values()))
            if found:
                return self.ambiguous(name)
        return None

    def all_named(self, name: str) -> list[Target]:
        known = list(self.by_name.get(self.compared[name], ()))
        records = self.called(name)[:3]
        return known + [self.target(record) for record in records]

    def called(self, name: str) -> Sequence[models.Model] | models.QuerySet:
        """The records of this name. A number in a file is never a record's key here."""
        if not any(map(str.isalpha, name)):
            return self.candidates.named(name)
        if self.known and not form_fields.BRACKETED_REFERENCE.search(name):
            return self.known.called(self.compared[name])
        return form_fields.matching(self.candidates, name)

    def is_other(self, part: str, name: str) -> bool:
        return self.compared[part] not in ("", self.compared[name])

    def notes(self, mention: Mention, target: Target) -> list[str]:
        """What a person should know of how a name was understood."""
        said = (self.taught(mention, target), self.doubt(mention, target))
        return [sentence for sentence in said if sentence]

    def taught(self, mention: Mention, target: Target) -> str:
        """Said where only other rows of the file tell that this name is of the target,
        not the records; "" otherwise."""
        own = target.data.get("name") or getattr(target.record, "name", "")
        if mention.details or not own or self.compared[mention.name] in self.aliases:
            return ""
        self.compare({own})
        if not self.is_other(mention.name, own):
            return ""
        if target.record in self.called(mention.name):
            return ""
        return _("“%(name)s” is taken for “%(own)s”, as elsewhere in the file.") % {
            "name": mention.name,
            "own": own,
        }

    def doubt(self, mention: Mention, target: Target) -> str:
        """Said of a name that becomes a new record and may be of one that is there."""
        compared = self.compared[mention.name]
        if target.record is not None or self.decided.get(compared) == NEW:
            return ""
        if compared in self.proposals:
            return self.proposals[compared].sentence
        is_doubtful = getattr(self.candidates, "is_name_doubtful", None)
        if is_doubtful and not target.details and is_doubtful(target.data["name"]):
            told = {"name": mention.name}
            return _("“%(name)s” may be another spelling of a name there.") % told
        return ""

    def remember_aliases(self) -> None:
        """Keep what a person said as other names of the records, where their type has
        a field for them; never a name of another record."""
        for compared, (name, target) in self.aliases.items():
            record = target.record
            is_taken = self.known is not None and compared in self.known.by_key
            if record is None or is_taken or not hasattr(record, "aliases"):
                continue
            record.aliases = [*record.aliases, name]
            record.save(update_fields=["aliases"])

    def target(self, record: models.Model) -> Target:
        return self.targets.setdefault(record.pk, Target(self.model, record))

    def unknown(self, name: str) -> str:
        return _(
            "There is no %(label)s “%(value)s”. Enter it first, or name it as it is "
            "entered."
        ) % {"label": self.model._meta.verbose_name, "value": name}

    def ambiguous(self, name: str) -> str:
        return _("More than one %(label)s is called “%(value)s”.") % {
            "label": self.model._meta.verbose_name,
            "value": name,
        }


def folded(names: Iterable[str]) -> dict[str, str]:
    return {name: fold(name) for name in names}
