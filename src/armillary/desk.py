"""The desk: one document on which a person works. It is read once; each correction goes to its review file at once.

    desk = Desk("essay.txt", Settings())
    desk.judge("c12", Verdict.REJECTED)
    desk.undo("c12")

Ids are those of the model as it is built with the corrections, so they are what the page and the tables show.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from armillary import filing
from armillary.anchor import Anchor, one_line
from armillary.assemble import assemble
from armillary.check.setting_aside import entry_for, parted
from armillary.correct import Ledger, Line, correct, ledger
from armillary.errors import SettingsError
from armillary.filing.pen import Pen
from armillary.findings import Findings, Sign
from armillary.outcome import Outcome
from armillary.pipeline import Progress, as_read, join
from armillary.reading import Modality
from armillary.review import Aside, Correction, Entry, Kind, Review, Same, Verdict
from armillary.settings import Settings
from armillary.system import System

_CLAIM = re.compile(r"c\d{1,9}", re.ASCII)


class Desk:
    """A document with its review file.

    Errors: `SourceError` where the document cannot be read, `ReviewError` where the review file is damaged.
    """

    def __init__(
        self, path: Path, settings: Settings, progress: Progress = lambda _, __, ___: None
    ) -> None:
        self.source = path
        self.path = filing.beside(path)
        self.pen = Pen(self.path)
        self.settings = settings
        filing.load(self.path)  # told before the long work
        self.read: Findings = as_read(path, settings, progress)

    @property
    def review(self) -> Review:
        """What stands in the review file now, whoever wrote it."""
        return filing.load(self.path)

    def findings(self) -> Findings:
        """The findings as they are corrected now."""
        return correct(self.read, self.review)

    def system(self) -> System:
        """The checked system as it is corrected now, with all its problems."""
        return join([self.findings()], self.settings)

    def outcome(self) -> Outcome:
        """The same, with the problems that were set aside beside the others."""
        return parted(self.source.name, self.system(), self.review.asides)

    def ledger(self) -> Ledger:
        """All claims, those that were rejected among them, with what was said of each."""
        return ledger(self.read, self.review)

    def judge(self, key: str, verdict: Verdict, because: str = "") -> Entry | None:
        """Accept or reject a claim. Gives what was said of it before, for undo."""
        line = self._line(key)
        if line.said and line.said.verdict is Verdict.ADDED:
            if verdict is Verdict.ACCEPTED:
                return line.said
            return self.pen.remove(line.said)
        return self._put(replace(self._entry(line), verdict=verdict), because)

    def turn(self, key: str, because: str = "") -> Entry | None:
        """Turn an arrow round: the effect was the cause."""
        entry = self._entry(self._line(key))
        return self._put(replace(entry, turned=not entry.turned), because)

    def change(
        self,
        key: str,
        *,
        sign: Sign | None = None,
        modality: Modality | None = None,
        holder: str | None = None,
        because: str = "",
    ) -> Entry | None:
        """Change the sign, the modality or the holder of a claim; None leaves it. Gives what was said before.

        `sign` is the one that the claim shall have in the model, whatever its words are called there.
        """
        line = self._line(key)
        entry = self._entry(line)
        if holder is not None:
            self._check_holder(holder)
        entry = replace(
            entry,
            modality=modality or entry.modality,
            holder=holder or entry.holder,
            sign=sign or entry.sign,
        )
        if sign in {Sign.RAISES, Sign.LOWERS} and self._sign_with(line, entry) is not sign:
            entry = replace(entry, sign=sign.times(Sign.LOWERS) if sign else None)
        return self._put(entry, because)

    def add(  # noqa: PLR0913, PLR0917  a claim has so many parts
        self,
        quote: str,
        cause: str,
        effect: str,
        sign: Sign | None = None,
        modality: Modality | None = None,
        holder: str | None = None,
        because: str = "",
        start: int | None = None,
    ) -> Correction:
        """Add a claim by its words: those that say it, and in them once each those of its cause and its effect.

        `start` is the character at which they begin, for words that stand more than once.

        Errors: `SettingsError` where the words do not stand in the document, or cannot be told apart.
        """
        flat = self.ledger().flat
        places = flat.all(quote)
        places = tuple(place for place in places if place.start == start) or places
        if len(places) != 1:
            how = "more than once; take in a few words more" if places else "nowhere in the document"
            message = f"{one_line(quote)[:80]!r} stands {how}"
            raise SettingsError(message)
        if holder is not None:
            self._check_holder(holder)
        entry = Correction(
            flat.anchor(places[0]),
            one_line(cause),
            one_line(effect),
            Verdict.ADDED,
            sign=sign,
            modality=modality,
            holder=holder,
            because=because,
        )
        lost = ledger(self.read, Review((entry,))).lost
        if lost:
            raise SettingsError(lost[0])
        self.pen.put(entry)
        return entry

    def same(self, kind: Kind, words: Iterable[str], *, apart: bool = False, because: str = "") -> Same:
        """Say that wordings name one factor or actor, or (`apart`) one each.

        What was said of the same wordings the other way round is taken out. Errors: `SettingsError` for words that
        the document does not hold.
        """
        given = tuple(dict.fromkeys(one_line(one) for one in words))
        text = self.ledger().flat.text.casefold()
        gone = [one for one in given if one.casefold() not in text or not one]
        if gone or len(given) < 2:  # noqa: PLR2004  two wordings
            why = f"{gone[0]!r} stands nowhere in the document" if gone else "name two wordings or more"
            raise SettingsError(why)
        entry = Same(kind, given, apart, because)
        self.pen.remove(replace(entry, apart=not apart))
        self.pen.put(entry)
        return entry

    def set_aside(self, key: str, because: str) -> Aside:
        """Set a finding of the checks aside.

        Errors: `SettingsError` for one that is not there, and without a reason.
        """
        problems = self.system().problems
        if key not in problems or not because.strip():
            found = key in problems
            why = "say in a few words why it is set aside" if found else f"no finding has the id {key!r}"
            raise SettingsError(why)
        entry = entry_for(problems[key], because.strip())
        self.pen.put(entry)
        return entry

    def undo(self, key: str) -> Entry | None:
        """Take back what was said of a claim. Gives it, None where nothing was."""
        said = self._line(key).said
        return None if said is None else self.pen.remove(said)

    def words_of(self, key: str) -> tuple[Kind, str]:
        """A factor or an actor by its id, or by any wording of a factor: what it is, and its words."""
        system = assemble([self.findings()], self.settings)
        if key in system.factors:
            return Kind.FACTORS, one_line(system.factors[key].aliases[0].words)
        if key in system.actors:
            return Kind.ACTORS, system.actors[key].name
        named = any(key == one_line(at.words) for actor in system.actors for at in actor.mentions)
        wordings = {wording.casefold() for factor in system.factors for wording in factor.wordings}
        kind = Kind.ACTORS if named and key.casefold() not in wordings else Kind.FACTORS
        return kind, key

    def said(self, key: str) -> Entry | None:
        """What stands in the file of a claim."""
        return self._line(key).said

    def _line(self, key: str) -> Line:
        line = self.ledger().line(int(key[1:])) if _CLAIM.fullmatch(key) else None
        if line is None:
            message = f"{self.path}: no claim has the id {key!r}; `armillary review FILE` lists them"
            raise SettingsError(message)
        return line

    def _entry(self, line: Line) -> Correction:
        """What was said of a claim, or an entry that says nothing yet."""
        if line.said is not None:
            return line.said
        flat = self.ledger().flat
        anchor: Anchor = flat.anchor(line.claim.at)
        cause, effect = line.claim.cause.core.words, line.claim.effect.core.words
        entry = Correction(anchor, one_line(cause), one_line(effect))
        if len(flat.find(anchor)) != 1 or ledger(self.read, Review((entry,))).lost:
            message = f"the words of c{line.number} stand twice in like surroundings: they cannot be told apart"
            raise SettingsError(message)
        return entry

    def _sign_with(self, line: Line, entry: Correction) -> Sign:
        """The sign that a claim has in the model with an entry."""
        review = self.review
        others = tuple(said for said in review.claims if said != line.said)
        kept = replace(review, claims=(*others, entry))
        system = assemble([correct(self.read, kept)], self.settings)
        return system.claims[f"c{line.number}"].sign

    def _check_holder(self, holder: str) -> None:
        if holder not in {"author", "unknown"} and not self.ledger().flat.all(holder):
            message = f"{holder!r} stands nowhere in the document: say author, unknown, or words that do"
            raise SettingsError(message)

    def _put(self, entry: Correction, because: str) -> Entry | None:
        entry = replace(entry, because=because or entry.because)
        if entry.verdict is None and not entry.changes:
            return self.pen.remove(entry)
        return self.pen.put(entry)
