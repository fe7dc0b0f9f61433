"""Voices: who speaks in the documents, each under one id however the text names them."""

from collections import Counter
from typing import Any

from armillary.reading import Holder, Modality, Speaker
from armillary.system import System

USUAL = {"voice": "author", "modality": Modality.ASSERTED.value}
"""What goes without saying; `ui/src/unpack.ts` says it."""


class Voices:
    """Gives every holder an id: the actor's where the text names one, else one of its own."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._names: dict[str, str] = {}
        self._strangers: dict[str, str] = {}

    def id_of(self, holder: Holder) -> str:
        """The id of a holder: `author`, `unnamed`, an actor's `a3`, or `v1` for words that name no actor."""
        name = self._system.holder_name(holder)
        if isinstance(holder, Speaker):
            key = "author" if holder is Speaker.AUTHOR else "unnamed"
        else:
            key = self._system.actor_at.get(holder) or self._strangers.setdefault(
                name, f"v{len(self._strangers) + 1}"
            )
        self._names.setdefault(key, name)
        return key

    def name_of(self, holder: Holder) -> str:
        """A holder as a person would name them; from now on the holder is among the voices."""
        return self._names[self.id_of(holder)]

    def told(self, holder: Holder, modality: Modality) -> dict[str, str]:
        """Who says something and how, without what is usual: the author, plainly."""
        told = {"voice": self.id_of(holder), "modality": modality.value}
        return {name: value for name, value in told.items() if value != USUAL[name]}

    def rows(self) -> list[dict[str, Any]]:
        """Everybody who was asked for so far, who claims most first."""
        manners: dict[str, Counter[str]] = {}
        for claim in self._system.claims:
            manners.setdefault(self.id_of(claim.holder), Counter())[claim.modality.value] += 1
        spoken = Counter({key: manner.total() for key, manner in manners.items()})
        quoted = Counter(self.id_of(quotation.speaker) for quotation in self._system.quotations)
        order = sorted(self._names, key=lambda key: (-spoken[key], -quoted[key]))
        return [
            {
                "id": key,
                "name": self._names[key],
                "claims": spoken[key],
                "quotations": quoted[key],
                "how": dict(sorted(manners.get(key, Counter()).items())),
            }
            for key in order
        ]
