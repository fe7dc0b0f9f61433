"""Gathering: files become leaves of a corpus. What has not changed is not read again.

A document is known by its path. It is read again where its content, its facts or what reads it (version,
models, settings) has changed; where it is gone from a folder that is added, it goes from the corpus.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from armillary import __version__
from armillary.beside import facts_beside
from armillary.errors import ArmillaryError, SettingsError
from armillary.fleet import Fleet, Lost
from armillary.keep import Corpus, Leaf, Trouble, leaf_of
from armillary.keep.store import Facts
from armillary.pipeline import findings_of, join
from armillary.read import FORMATS, Bytes
from armillary.settings import Settings

ENDINGS = frozenset(suffix for form in FORMATS for suffix in form.suffixes)
"""Files of a folder with other endings are passed over. A file that is named is always read."""


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be read: its key in the corpus, its file, and how."""

    key: str
    path: Path
    settings: Settings
    fingerprint: str
    facts: Facts
    content: bytes | None = None
    """The bytes, where another machine is to read them; None to open the file."""
    refused: str | None = None
    """Why it is not read at all, in words."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of it, in numbers of documents. `copies` of all in the corpus are nearly others."""

    read: int = 0
    unchanged: int = 0
    removed: int = 0
    troubled: int = 0
    copies: int = 0


Progress = Callable[[str, int, int], None]
"""Called after each document with its name, how many are done and how many there are to read."""


def gather(  # noqa: PLR0913, PLR0917  what to gather, and how
    sources: Sequence[Path],
    corpus: Corpus,
    settings: Settings,
    facts: dict[str, Facts],
    fleet: Fleet,
    progress: Progress = lambda _, __, ___: None,
) -> Gathered:
    """Bring the corpus up to these files and folders; `fleet` does the reading.

    Each document is kept as soon as it is read: whoever stops this loses what was being read, no more.
    """
    files = found(sources)
    known = corpus.known()
    gone = _gone(sources, files, known)
    for key in gone:
        corpus.remove(key)
    jobs = [job for job in _jobs(files, settings, facts) if not _is_known(job, known)]
    jobs.sort(key=_length, reverse=True)  # no worker begins a long one when the others are done
    troubled = 0
    for done, (job, answer) in enumerate(fleet.run(read_one, map(_carrying, jobs)), start=1):
        kept = Trouble(answer.why) if isinstance(answer, Lost) else answer
        troubled += isinstance(kept, Trouble)
        corpus.put(job.key, kept, job.fingerprint, job.facts)
        progress(job.path.name, done, len(jobs))
    copies = corpus.count_once()
    corpus.roll_up()
    return Gathered(len(jobs) - troubled, len(files) - len(jobs), len(gone), troubled, copies)


def read_one(job: Job) -> Leaf | Trouble:
    """One document on its whole road. The bytes that are read are those that are hashed."""
    if job.refused is not None:
        return Trouble(job.refused)
    try:
        content = job.path.read_bytes() if job.content is None else job.content
    except OSError as error:
        return Trouble(f"cannot be opened: {error.strerror or error}")
    try:
        findings = findings_of(Bytes(_readable(job.path.name), content), job.settings)
        return leaf_of(join([findings], job.settings))
    except ArmillaryError as error:
        return Trouble(str(error), sha256(content).hexdigest())


def _length(job: Job) -> int:
    """Bytes of the file; 0 where it cannot be asked."""
    try:
        return job.path.stat().st_size
    except OSError:
        return 0


def _carrying(job: Job) -> Job:
    """A job with its bytes, so that whoever reads needs not see our disk. One that cannot be opened stays as it is."""
    try:
        return replace(job, content=job.path.read_bytes())
    except OSError:
        return job


def found(sources: Iterable[Path]) -> dict[str, Path]:
    """The files of these files and folders by their keys, in the order of the keys. Links to folders
    are not followed, hidden files are passed over.

    Errors: `SettingsError` for a source that is not there.
    """  # noqa: D205  one sentence more than a line holds
    files: dict[str, Path] = {}
    for source in sources:
        if not source.exists():
            message = f"there is no file or folder {source}"
            raise SettingsError(message)
        inside = _inside(source) if source.is_dir() else [source]
        files |= {key_of(path): path for path in inside}
    return dict(sorted(files.items()))


def _inside(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            if not name.startswith(".") and path.suffix.lower() in ENDINGS and path.is_file():
                yield path


def key_of(path: Path) -> str:
    """The name of a document in a corpus: its whole path; bytes that are no UTF-8 are written out."""
    return _readable(str(path.absolute()))


def _readable(name: str) -> str:
    return os.fsencode(name).decode(errors="backslashreplace")


def _jobs(files: dict[str, Path], settings: Settings, facts: dict[str, Facts]) -> Iterator[Job]:
    for key, path in files.items():
        fact, refused = facts.get(path.name) or facts.get(str(path)), None
        try:
            fact = fact or facts_beside(path)
            chosen = replace(settings, dated=fact.dated) if fact.dated else settings
        except SettingsError as error:
            fact, refused, chosen = Facts(), str(error), settings
        yield Job(key, path, chosen, _fingerprint(chosen, fact), fact, refused=refused)


def _is_known(job: Job, known: dict[str, tuple[str | None, str]]) -> bool:
    there = known.get(job.key)
    if job.refused is not None or there is None or there[0] is None or there[1] != job.fingerprint:
        return False
    try:
        with job.path.open("rb") as file:
            return _hash(file.read()) == there[0]
    except OSError:
        return False


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def _gone(
    sources: Iterable[Path], files: dict[str, Path], known: dict[str, tuple[str | None, str]]
) -> list[str]:
    folders = tuple(f"{key_of(source).rstrip('/')}/" for source in sources if source.is_dir())
    return sorted(key for key in known if folders and key.startswith(folders) and key not in files)


@cache
def _fingerprint(settings: Settings, facts: Facts) -> str:
    """What a leaf depends on beside the content."""
    return _hash(repr((__version__, _models(), settings, facts)).encode())


@cache
def _models() -> str:
    """One hash of all models that ship with this version."""
    folder = Path(__file__).parent / "models"
    whole = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(str(path.relative_to(folder)).encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()
