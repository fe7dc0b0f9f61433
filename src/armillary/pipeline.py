"""The whole road on one screen: read, annotate, extract, assemble, check, publish.

Stages know the nouns they take and give, and nothing of each other. They meet here and nowhere else.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from armillary import filing, wire
from armillary.annotate import annotate
from armillary.assemble import assemble
from armillary.assemble.parting import part as taken_apart
from armillary.check import CHECKS, check
from armillary.check.choosing import chosen
from armillary.compare import compare as side_by_side
from armillary.comparison import Comparison, Part
from armillary.consult import consult
from armillary.correct import correct
from armillary.extract import extract
from armillary.findings import Findings
from armillary.gather import sources, tables
from armillary.held import Held
from armillary.holdings import Holdings
from armillary.network import Count, Kind, Network, Normalise
from armillary.publish import publish, write
from armillary.publish.notebook import framed as in_frame
from armillary.read import FORMATS, Bytes, Source, coded, read
from armillary.relate import relate
from armillary.run import Push, Rule, Run, Transfer
from armillary.settings import Settings
from armillary.simulate import simulate as pushed
from armillary.system import System, Table

NOTHING = Holdings()
_CAPITALISED = re.compile(r"\b(?=([A-Z][\w.]{0,30}(?<!\.)(?:\s[\w’'-]{1,30}){0,3}))")

Progress = Callable[[str, str, float], None]
"""Called with the name of a document, the name of the stage that it is in, and the share of it that is done."""


def build(*sources: Source, settings: Settings | None = None, holdings: Holdings = NOTHING) -> System:
    """The system that these documents describe. A source is a path, or bytes with a name.

    `holdings` is what the reader holds beside them, for the checks.

    >>> system = build("essay.txt", Settings(dated="1914-08"))  # doctest: +SKIP

    Errors: `SourceError` for the first document that cannot be read.
    """
    settings = settings or Settings()
    return join((findings_of(source, settings) for source in sources), settings, holdings)


def findings_of(
    source: Source, settings: Settings, progress: Progress = lambda _, __, ___: None
) -> Findings:
    """One document as far as it goes alone: read, annotated, extracted, and corrected by its review file.

    Errors: `SourceError` where it cannot be read, `ReviewError` where the file beside it is damaged.
    """
    review = filing.load(filing.beside(Path(source))) if isinstance(source, Path | str) else None
    found = as_read(source, settings, progress)
    return correct(found, review) if review and (review.claims or review.names) else found


def as_read(
    source: Source, settings: Settings, progress: Progress = lambda _, __, ___: None
) -> Findings:
    """One document as it is read, without what a person corrected."""
    document = read(source, settings, partial(progress, str(source), "read"))
    reading = annotate(document, settings.language_model, partial(progress, document.name, "annotate"))
    return extract(reading, settings.witnesses, partial(progress, document.name, "extract"))


def adopt(*sources: Source, texts: Iterable[Source] = (), settings: Settings | None = None) -> System:
    """The system of work that people have coded by hand, in the files of other tools.

    `texts` are the documents that annotations speak of, where their file does not hold them.

    Errors: `SourceError` for a file that cannot be taken, and for a place that does not fit its text.
    """
    settings = settings or Settings()
    documents = [read(text, settings) for text in texts]
    found = [findings for source in sources for findings in coded.adopt(source, documents)]
    return join(found, settings)


def join(findings: Iterable[Findings], settings: Settings, holdings: Holdings = NOTHING) -> System:
    """The findings of all documents as one checked system."""
    return checked(assemble(findings, settings), settings, holdings)


def compare(
    *sides: Sequence[Source],
    names: Sequence[str] = (),
    settings: Settings | None = None,
    least_words: int = 5,
) -> Comparison:
    """What sides say of one thing, side by side. Each side is one source or more: documents or model files.

    Factors and actors of all are merged anew, so that they mean the same on every side. `least_words`: shared
    words are told from so many in a row on.

    Errors: `SourceError` and `ModelFileError` for the first source that cannot be read.
    """
    settings = settings or Settings()
    found = [[each for source in side for each in _findings(source, settings)] for side in sides]
    system = assemble([each for side in found for each in side], settings)
    called = names or _names([str(side[0]) for side in sides])
    parts = [
        Part(name, tuple(each.document for each in side))
        for name, side in zip(called, found, strict=True)
    ]
    return side_by_side(system, parts, least_words)


def network(
    *sources: Source,
    kind: Kind = Kind.CONGRUENCE,
    normalise: Normalise = Normalise.NO,
    count: Count = Count.DOCUMENT,
    settings: Settings | None = None,
) -> Network:
    """Who agrees with whom in these documents and models: actors by their positions.

    Errors: `SourceError` and `ModelFileError` for the first source that cannot be read, `SettingsError` for a
    normalisation that does not go with the kind.
    """
    settings = settings or Settings()
    found = [each for source in sources for each in _findings(source, settings)]
    return relate(assemble(found, settings), kind, normalise, count)


def _findings(source: Source, settings: Settings) -> Sequence[Findings]:
    """What a document says, or what each document of a model file says."""
    if isinstance(source, Path | str) and Path(source).suffix == ".json":
        return taken_apart(load(source))
    return [findings_of(source, settings)]


def _names(paths: Sequence[str]) -> list[str]:
    """Names of files without folders; with them where two are equal, and with numbers where they still are."""
    short = [Path(path).name for path in paths]
    called = short if len(set(short)) == len(short) else list(paths)
    if len(set(called)) == len(called):
        return called
    return [f"{name} ({place})" for place, name in enumerate(called, start=1)]


def gather(settings: Settings, progress: Progress = lambda _, __, ___: None) -> Holdings:
    """What the reader holds beside the documents: the sources and the tables of facts that the settings name.

    Errors: `HoldingsError` where there is no such folder or table, and where nothing in it can be read.
    """
    tables.refuse_unreadable(settings.check.facts)
    library = None
    if settings.check.sources is not None:
        library = sources(
            Path(settings.check.sources),
            lambda name, content: read(Bytes(name, content), settings),
            suffixes={suffix for form in FORMATS for suffix in form.suffixes},
            bearing=(str(settings.encoding), str(settings.skip_pictures)),
            progress=lambda name: progress(name, "gather", 0.0),
        )
    return Holdings(library, settings.check.facts)


def examine(source: Source, settings: Settings, holdings: Holdings = NOTHING) -> tuple[System, Held]:
    """A document, or the model of one, checked; and what became of it beside what the reader holds.

    Errors: `SourceError` and `ModelFileError` for what cannot be read, `SettingsError` for a check that does not exist.
    """
    is_model = isinstance(source, Path | str) and Path(source).suffix == ".json"
    system = load(str(source)) if is_model else assemble([findings_of(source, settings)], settings)
    held = beside(system, holdings)
    return _checked(system, settings, held), held


def beside(system: System, holdings: Holdings) -> Held:
    """How a system stands to what the reader holds: its quotations to the sources, its statements to the facts."""
    facts = None
    if holdings.tables:
        close_to = {at.words for actor in system.actors for at in actor.mentions}
        names = {name for document in system.documents for name in _names_in(document.text)}
        facts = tables.facts(holdings.tables, names | close_to, close_to)
    return consult(system, holdings.library, facts)


def _names_in(text: str) -> Iterator[str]:
    """All that may be a name: each run of one to four words that begins with a capital."""
    for found in _CAPITALISED.finditer(text):
        words = found[1].split()
        yield from (" ".join(words[:count]) for count in range(1, len(words) + 1))


def checked(system: System, settings: Settings, holdings: Holdings = NOTHING) -> System:
    """The same system with its problems, by the checks that the settings choose and all that the reader holds.

    Errors: `SettingsError` for a check that does not exist.
    """
    return _checked(system, settings, beside(system, holdings))


def _checked(system: System, settings: Settings, held: Held) -> System:
    codes = chosen(CHECKS, settings.check.select, settings.check.ignore)
    notes = (*system.notes, *held.notes)
    return replace(system, problems=Table.numbered("k", check(system, held, codes)), notes=notes)


def save(system: System, path: Path | str, form: str | None = None) -> Path:
    """Write a system as a whole or not at all. The form follows from the name unless it is given."""
    return write(Path(path), publish(system, form or Path(path).suffix.lstrip(".")))


def framed(system: System) -> str:
    """The page of a system in a frame, for a notebook: what `system` shows at the end of a cell."""
    return in_frame(system)


def load(path: Path | str) -> System:
    """A system from its model file."""
    return wire.load(Path(path))


def simulate(  # noqa: PLR0913  the choices of a run
    system: System,
    pushes: Sequence[Push],
    *,
    claims: Collection[str] | None = None,
    rule: Rule = Rule.KOSKO,
    transfer: Transfer = Transfer.SIGMOID,
    members: int = 1000,
    seed: int = 1,
) -> Run:
    """What pushes bring about if the claims hold, over what the text leaves open: a direction, not a size.

    `claims` are the ids of those that count, else all do.
    """
    return pushed(
        system, pushes, claims=claims, rule=rule, transfer=transfer, members=members, seed=seed
    )
