"""How well voices are found, on public development sets.

    python bench/voices.py                     # all sets, the documents that may be looked at
    python bench/voices.py --held              # PolNeAR: the tenth kept aside; figures, never sentences
    python bench/voices.py --only speakers --errors 30

What is counted:

spans      PolNeAR: a gold quotation is a stretch of an attribution's content that begins and ends with a
           quotation mark and has none inside. *Exact*: one of our quotations has the same first and last
           letter. *Touched*: one of ours shares a letter with an attribution that has a quotation in it.
           *Inside*: the share of our direct quotations that lie in some gold content.
           LitBank: precision and recall of exactly equal spans, blanks and marks left out.
speakers   PolNeAR: of our outermost quotations that lie in a gold content with a source, the share whose
           words for the speaker (as they stand beside the quotation, before a pronoun is resolved) share a
           letter with a gold source. Where the speaker is carried over from an earlier quotation, sharing
           a word counts. LitBank: the share of exactly found quotations whose holder, pronouns resolved,
           shares a word with the name of the gold speaker; nothing else tells whom a name means there.
reported   PolNeAR contents without any mark: *found* where a reported voice covers half of it or more; *right* is
           the share of our reported voices of which half or more is gold content. The gold marks also
           attitudes and plans (*supports*, *wants to*), which are positions and moods here.
"""

import argparse
import hashlib
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from armillary.annotate import grammar, names, stance
from armillary.annotate.stance.frames import frames
from armillary.annotate.stance.marks import Quoted, quoted
from armillary.annotate.stance.page import page
from armillary.annotate.stance.said import By
from armillary.annotate.stance.speakers import speakers
from armillary.reading import SPEECH, Reading, Speaker, VoiceKind
from armillary.text import Block, BlockKind, Document, Span

Stretch = tuple[int, int]
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*+")
_SIGN = re.compile(r"[“”\"„«»]|''")
_HELD = 26  # of 256: a tenth


def document(name: str, text: str, paragraph: re.Pattern[str] = _PARAGRAPH) -> Document:
    """A document whose paragraphs are parted by blank lines, or as a pattern tells."""
    blocks = [
        Block(BlockKind.PARAGRAPH, Span(found.start(), found.end()))
        for found in paragraph.finditer(text)
    ]
    return Document(name, name, text, "0" * 64, blocks=tuple(blocks))


def marked(one: Document) -> Reading:
    """Words, names and stance."""
    return stance.mark(names.mark(grammar.mark(Reading(one))))


@dataclass(frozen=True, slots=True)
class Attribution:
    """What an annotator of PolNeAR marked: who says what, by which words."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article and its attributions."""

    document: Document
    attributions: tuple[Attribution, ...]


def polnear(folder: Path, *, held: bool) -> Iterator[Article]:
    """The articles, by the first annotator of each; a tenth, by a hash of the name, is held back."""
    seen = set()
    for path in sorted((folder / "attributions").iterdir()):
        name = path.stem.rsplit("_", 1)[0]
        text = folder / "text" / f"{name}.txt"
        if name in seen or not text.exists():
            continue
        seen.add(name)
        if (hashlib.sha256(name.encode()).digest()[0] < _HELD) == held:
            one = document(name, text.read_text(encoding="utf-8"))
            yield Article(one, tuple(_attributions(path.read_text(encoding="utf-8"))))


def _attributions(brat: str) -> Iterator[Attribution]:
    stretches: dict[str, tuple[Stretch, ...]] = {}
    for found in re.finditer(r"^(T\d+)\t\S+ ([\d; ]+)\t", brat, re.MULTILINE):
        pieces = [piece.split() for piece in found[2].split(";")]
        stretches[found[1]] = tuple((int(start), int(end)) for start, end in pieces)
    for found in re.finditer(r"^E\d+\t(.*)$", brat, re.MULTILINE):
        parts: dict[str, list[Stretch]] = defaultdict(list)
        for role in found[1].split():
            key, _, mark = role.partition(":")
            parts[key].extend(stretches.get(mark, ()))
        yield Attribution(tuple(parts["Source"]), tuple(parts["Cue"]), tuple(parts["Content"]))


@dataclass
class Tally:
    """Shares by name, and what went wrong."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, key: str, *, right: bool) -> None:
        """Count one case."""
        self.of[key] += 1
        self.right[key] += right

    def lines(self) -> str:
        """One line for each share."""
        return "\n".join(
            f"  {key:34} {self.right[key] / of:.3f}  ({self.right[key]} of {of})"
            for key, of in sorted(self.of.items())
        )


def _shares(one: Stretch, other: Stretch) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def spans(articles: list[Article]) -> Tally:
    """Quotations of PolNeAR, by their places."""
    tally = Tally()
    for article in articles:
        text = article.document.text
        ours = _outermost(article.document)
        exact = {(quote.start, quote.end) for quote in ours}
        contents = [stretch for one in article.attributions for stretch in one.content]
        for start, end in sorted(set(contents)):
            inner = _single(text[start:end])
            if inner is not None:
                bare = (start + inner[0], start + inner[1])
                tally.add("exact", right=bare in exact)
                if bare not in exact:
                    tally.errors.append(text[max(0, start - 40) : end + 20].replace("\n", "¶"))
        for one in article.attributions:
            if any(_SIGN.search(text[start:end]) for start, end in one.content):
                touched = any(
                    _shares((q.opens, q.closes), part) > 0 for q in ours for part in one.content
                )
                tally.add("touched", right=touched)
        for voice in marked(article.document).voices:
            if voice.kind is VoiceKind.DIRECT:
                place = (voice.at.start, voice.at.end)
                lies = any(_shares(place, part) * 2 > place[1] - place[0] for part in contents)
                tally.add("inside", right=lies)
    return tally


def _outermost(one: Document) -> list[Quoted]:
    found = quoted(one.text, [block.span for block in one.blocks])
    return [quote for quote in found if quote.depth == 0]


def _single(words: str) -> Stretch | None:
    """The bare stretch of words that begin and end with a mark and have none inside."""
    found = list(_SIGN.finditer(words))
    if len(found) != 2 or found[0].start() or found[1].end() != len(words):  # noqa: PLR2004  a pair
        return None
    inner = words[found[0].end() : found[1].start()]
    start = found[0].end() + len(inner) - len(inner.lstrip())
    return (start, start + len(inner.strip())) if inner.strip() else None


def who(articles: list[Article]) -> Tally:
    """Speakers of PolNeAR's quotations."""
    tally = Tally()
    for article in articles:
        reading = names.mark(grammar.mark(Reading(article.document)))
        laid_out = page(reading)
        quotes = quoted(laid_out.text, [block.span for block in laid_out.blocks])
        said = speakers(laid_out, quotes, frames(laid_out, quotes))
        for number, quote in enumerate(quotes):
            sources = _sources(article, quote)
            if quote.depth or not sources:
                continue
            one = said[number]
            place = None
            if one.phrase is not None:
                tokens = reading.tokens
                place = (tokens[one.phrase.first].start, tokens[one.phrase.last - 1].end)
            right = place is not None and _agree(
                laid_out.text, place, sources, carried=one.by is By.CARRIED
            )
            tally.add("speakers", right=right)
            tally.add(f"speakers by {one.by}", right=right)
            if not right:
                tally.errors.append(_shown(laid_out.text, quote, place, sources, one.by))
    return tally


def _sources(article: Article, quote: Quoted) -> list[Stretch]:
    """The gold sources of the shortest content that the quotation lies in."""
    around: dict[Stretch, list[Stretch]] = defaultdict(list)
    for one in article.attributions:
        for part in one.content:
            inside = part[0] <= quote.start + 1 and quote.end - 2 <= part[1]
            filled = quote.opens <= part[0] and part[1] <= quote.closes
            if _shares(part, (quote.opens, quote.closes)) > 0 and (
                inside or (filled and (part[1] - part[0]) > 0.9 * (quote.end - quote.start))
            ):
                around[part].extend(one.source)
    shortest = min(around, key=lambda part: part[1] - part[0], default=None)
    return [] if shortest is None else around[shortest]


def _agree(text: str, place: Stretch, sources: list[Stretch], *, carried: bool) -> bool:
    if any(_shares(place, source) > 0 for source in sources):
        return True
    words = set(re.findall(r"\w+", text[place[0] : place[1]].lower()))
    return carried and any(words & set(re.findall(r"\w+", text[a:b].lower())) for a, b in sources)


def _shown(text: str, quote: Quoted, place: Stretch | None, sources: list[Stretch], by: str) -> str:
    ours = None if place is None else text[place[0] : place[1]]
    gold = [text[start:end] for start, end in sources]
    before, after = text[max(0, quote.opens - 150) : quote.opens], text[quote.closes : quote.closes + 90]
    words = f"{text[quote.opens : quote.opens + 50]} … {text[quote.closes - 20 : quote.closes]}"
    return f"{by} {ours!r} gold {gold} | {before}[[{words}]]{after}".replace("\n", "¶")


def reported(articles: list[Article]) -> Tally:
    """Reported speech of PolNeAR, by how much of it is covered."""
    tally = Tally()
    for article in articles:
        text = article.document.text
        ours = [
            (voice.at.start, voice.at.end)
            for voice in marked(article.document).voices
            if voice.kind is VoiceKind.REPORTED
        ]
        contents = [part for one in article.attributions for part in one.content]
        for one in article.attributions:
            if any(_SIGN.search(text[a:b]) for a, b in one.content) or not one.content or not one.source:
                continue
            part = max(one.content, key=lambda stretch: stretch[1] - stretch[0])
            found = any(_shares(part, place) * 2 >= part[1] - part[0] for place in ours)
            cue = " ".join(text[a:b] for a, b in one.cue).split()
            tally.add("found", right=found)
            if cue and cue[-1] in {"said", "says", "say", "claims", "argued", "believes", "that"}:
                tally.add("found, cue to say, claim, believe", right=found)
        for place in ours:
            right = any(_shares(part, place) * 2 >= place[1] - place[0] for part in contents)
            tally.add("right", right=right)
            if not right:
                tally.errors.append(
                    f"{text[max(0, place[0] - 80) : place[0]]}[[{text[place[0] : place[1]]}]]".replace(
                        "\n", "¶"
                    )
                )
    return tally


_LITBANK = re.compile(r"[^\n]+(?:\n(?!“|\" |'' )[^\n]+)*+")


def litbank(folder: Path) -> Tally:
    """Spans and speakers of LitBank. A line that begins with an opening mark begins a paragraph."""
    tally = Tally()
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        gold = _litbank_gold(path, text)
        one = marked(document(path.stem, text, _LITBANK))
        quotes = {(voice.at.start, voice.at.end): voice for voice in one.voices if voice.kind in SPEECH}
        every = {(quote.start, quote.end) for quote in _outermost(one.document)}
        for place, speaker in gold.items():
            tally.add("LitBank recall", right=place in every)
            if place not in every:
                tally.errors.append(f"{path.stem} {text[place[0] : place[1]]!r:.90}")
            if place in quotes:
                held_by = quotes[place].holder
                words = "" if isinstance(held_by, Speaker) else held_by.words.lower()
                right = bool(set(re.findall(r"\w+", words)) & _name(speaker))
                tally.add("LitBank speaker", right=right)
        for place in every:
            tally.add("LitBank precision", right=place in gold)
    return tally


def _name(speaker: str) -> set[str]:
    return set(speaker.lower().rsplit("-", 1)[0].split("_")) - {"mr", "mrs", "miss", "the", "a", "of"}


def _litbank_gold(path: Path, text: str) -> dict[Stretch, str]:
    places = [
        [(found.start(), found.end()) for found in re.finditer(r"\S+", line)]
        for line in text.split("\n")
    ]
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    speakers_of: dict[str, str] = {}
    stretches: dict[str, Stretch] = {}
    for row in (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()):
        if row[0] == "ATTRIB":
            speakers_of[row[1]] = row[2]
        elif row[0] == "QUOTE":
            first, word, last, end = (int(cell) for cell in row[2:6])
            start = starts[first] + places[first][word][0]
            stop = starts[last] + places[last][end][1]
            stretches[row[1]] = _unmarked(text, start, stop)
    return {place: speakers_of.get(key, "") for key, place in stretches.items()}


def _unmarked(text: str, start: int, end: int) -> Stretch:
    signs = "“”\"'‘’ \n"
    while start < end and text[start] in signs:
        start += 1
    while end > start and text[end - 1] in signs:
        end -= 1
    return start, end


def speed(path: Path) -> Tally:
    """Words per second of stance alone, on one text."""
    one = document(path.name, path.read_text(encoding="utf-8"))
    reading = names.mark(grammar.mark(Reading(one)))
    started = time.perf_counter()
    stance.mark(reading)
    words = len(one.text.split())
    print(f"  {words / (time.perf_counter() - started):,.0f} words per second")
    return Tally()


def main() -> None:
    """Measure what was asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--held", action="store_true")
    options.add_argument("--only")
    options.add_argument("--first", type=int, help="that many articles of PolNeAR")
    options.add_argument("--errors", type=int, default=0)
    chosen = options.parse_args()
    data = chosen.shared / "data"
    articles = list(polnear(data / "quotes/polnear_train", held=chosen.held))[: chosen.first]
    measures: dict[str, Callable[[], Tally]] = {
        "spans": lambda: spans(articles),
        "speakers": lambda: who(articles),
        "reported": lambda: reported(articles),
        "litbank": lambda: litbank(data / "quotes/litbank"),
        "speed": lambda: speed(chosen.shared / "texts/federalist-papers.txt"),
    }
    for title, measure in measures.items():
        if chosen.only in {None, title}:
            print(title)
            tally = measure()
            print(tally.lines())
            if not chosen.held:
                chosen_errors = sorted(
                    tally.errors, key=lambda line: hashlib.sha256(line.encode()).digest()
                )
                print("\n".join(chosen_errors[: chosen.errors]))


if __name__ == "__main__":
    main()
