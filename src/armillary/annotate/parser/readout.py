"""What spaCy marked on a piece of text, as tokens, sentences and names of the whole text."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from armillary.annotate.parser.labels import NAMES, Labels, universal
from armillary.annotate.parser.pieces import Places
from armillary.reading import ActorKind, Pos, Sentence, Token
from armillary.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COLUMNS: list[int | str] = ["TAG", "POS", "LEMMA", "DEP", "HEAD", "SENT_START"]
_POS = {pos.value: pos for pos in Pos}


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a model sees. It is a witness among others: see `armillary.annotate.names`."""

    span: Span
    kind: ActorKind


def read_out(  # noqa: PLR0913, PLR0917  it adds to three lists at one go
    doc: "Doc",
    text: str,
    places: Places,
    labels: Labels,
    tokens: list[Token],
    sentences: list[Sentence],
    names: list[Name],
) -> None:
    """Add the words, sentences and names of one piece. `places` are those of the words of `doc`."""
    base = len(tokens)
    tags, poses, lemmas, relations, heads, starts = (
        column.tolist() for column in doc.to_array(_COLUMNS).T
    )
    said = {number: doc.vocab.strings[number] for number in {*tags, *poses, *lemmas, *relations}}
    head_of = [at + _signed(head) for at, head in enumerate(heads)]
    relation_of = [said[number] for number in relations]
    pos_of = [_POS.get(said[number]) for number in poses]
    if labels is Labels.CLEARNLP:
        universal(head_of, relation_of, pos_of, [said[number] for number in lemmas])
    for at, (start, end) in enumerate(places):
        low = text[start:end].lower().replace("’", "'")
        relation = relation_of[at].lower() or None
        tag, lemma = said[tags[at]] or None, said[lemmas[at]] or None
        tokens.append(Token(start, end, low, pos_of[at], tag, lemma, base + head_of[at], relation))
    firsts = [at for at, start in enumerate(starts) if start == 1 or at == 0]
    for first, last in zip(firsts, [*firsts[1:], len(places)], strict=True):
        sentences.append(
            Sentence(Span(places[first][0], places[last - 1][1]), base + first, base + last)
        )
    names += [
        Name(Span(places[name.start][0], places[name.end - 1][1]), NAMES[name.label_])
        for name in doc.ents
        if name.label_ in NAMES
    ]


def _signed(number: int) -> int:
    """A 64-bit number as spaCy means it: heads are distances, stored without sign."""
    return number - (1 << 64) if number >= 1 << 63 else number
