import re
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.training import Example

from armillary.annotate.parser import Parse, fitted, load, parse
from armillary.annotate.parser.labels import Labels, universal
from armillary.annotate.parser.pieces import LONGEST_PIECE, pieces
from armillary.errors import SettingsError
from armillary.reading import ActorKind, Pos, Token
from armillary.text import Span

STRANGE = st.text(
    st.sampled_from("aZé9 \n\r\t.,;'’“”()-/—…%$😀👩🏽\u200dﬁ\u0301\u200fשלוםمرحبا\u00a0\u3000中")
    | st.characters(codec="utf-8"),
    min_size=1,
    max_size=120,
)
slowly = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def parsed(text: str) -> Parse:
    return parse(text, [Span(0, len(text))])


def said(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Each word with its relation and the word that it hangs on."""
    tokens = parsed(text).tokens
    word = [text[token.start : token.end] for token in tokens]
    return {
        word[at]: (token.relation, word[token.head if token.head is not None else at])
        for at, token in enumerate(tokens)
    }


def is_tree(heads: list[int]) -> bool:
    """Whether every way up ends at one and the same root."""
    roots = set()
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] != at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return False
        roots.add(at)
    return len(roots) == 1


@given(STRANGE)
@slowly
def test_words_stand_in_order_and_leave_out_white_space_alone(text: str) -> None:
    tokens = parsed(text).tokens
    assert all(before.end <= after.start for before, after in pairwise(tokens))
    assert "".join(text[token.start : token.end] for token in tokens) == "".join(text.split())


@given(STRANGE)
@slowly
def test_every_word_is_of_one_sentence_and_every_sentence_is_a_tree(text: str) -> None:
    found = parsed(text)
    assert [at for one in found.sentences for at in range(one.first, one.last)] == list(
        range(len(found.tokens))
    )
    for sentence in found.sentences:
        tokens = found.tokens[sentence.first : sentence.last]
        assert sentence.span == Span(tokens[0].start, tokens[-1].end)
        assert is_tree([token.head - sentence.first for token in tokens if token.head is not None])


@given(STRANGE)
@slowly
def test_names_begin_and_end_where_words_do(text: str) -> None:
    found = parsed(text)
    assert {name.span.start for name in found.names} <= {token.start for token in found.tokens}
    assert {name.span.end for name in found.names} <= {token.end for token in found.tokens}


@given(st.text("ab. \n", min_size=1, max_size=4 * LONGEST_PIECE), st.integers(0, 50))
@settings(deadline=None, max_examples=20)
def test_pieces_are_bounded_and_miss_nothing(text: str, before: int) -> None:
    padded = "x" * before + text
    cut = list(pieces(padded, Span(before, len(padded))))
    assert "".join(padded[start:end] for start, end in cut) == text
    assert all(0 < end - start <= LONGEST_PIECE for start, end in cut)


def test_a_sentence_is_read_to_its_words_tags_lemmas_and_dependencies() -> None:
    text = "The war was ended by a treaty."
    assert [
        (token.low, token.pos, token.tag, token.lemma, token.head, token.relation)
        for token in parsed(text).tokens
    ] == [
        ("the", Pos.DETERMINER, "DT", "the", 1, "det"),
        ("war", Pos.NOUN, "NN", "war", 3, "nsubj:pass"),
        ("was", Pos.AUXILIARY, "VBD", "be", 3, "aux:pass"),
        ("ended", Pos.VERB, "VBN", "end", 3, "root"),
        ("by", Pos.ADPOSITION, "IN", "by", 6, "case"),
        ("a", Pos.DETERMINER, "DT", "a", 6, "det"),
        ("treaty", Pos.NOUN, "NN", "treaty", 3, "obl:agent"),
        (".", Pos.PUNCTUATION, ".", ".", 3, "punct"),
    ]


def test_heads_count_in_the_whole_text() -> None:
    text = "Rents rose. Landlords sold their flats."
    found = parse(text, [Span(0, 11), Span(12, len(text))])
    assert [(one.first, one.last) for one in found.sentences] == [(0, 3), (3, 8)]
    assert found.tokens[6].low == "flats"
    assert found.tokens[6].head == 4


def test_the_way_in_which_lines_are_broken_changes_nothing() -> None:
    flat = "The king, who had no heir, died. His cousin took the crown."
    wrapped = "The king, who had\r\n  no heir,\tdied.   His cousin took\nthe crown."
    assert [(token.low, token.head, token.relation) for token in parsed(flat).tokens] == [
        (token.low, token.head, token.relation) for token in parsed(wrapped).tokens
    ]


def test_no_sentence_reaches_over_the_end_of_a_stretch() -> None:
    text = "The fall of\nthe empire"
    assert len(parse(text, [Span(0, 11), Span(12, len(text))]).sentences) == 2


def test_what_stands_between_the_stretches_is_not_read() -> None:
    text = "One fell. # # Two rose."
    assert [token.low for token in parse(text, [Span(0, 9), Span(14, 23)]).tokens] == [
        "one", "fell", ".", "two", "rose", ".",
    ]  # fmt: skip


def test_white_space_alone_has_no_words() -> None:
    assert parsed(" \r\n\t\u00a0 ") == Parse((), (), ())
    assert parse("", []) == Parse((), (), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("War/Peace", ["war", "/", "peace"]),
        ("War/ Peace /Debt", ["war", "/", "peace", "/", "debt"]),
        ("They don’t; can't.", ["they", "do", "n't", ";", "ca", "n't", "."]),
        ("Chapter................9", ["chapter", "................", "9"]),
        (
            "See https://example.org/" + "a/b-" * 30 + "c.",
            ["see", "https://example.org/" + "a/b-" * 30 + "c", "."],
        ),
    ],
)
def test_words_are_split_as_in_the_treebanks(text: str, words: list[str]) -> None:
    assert [token.low for token in parsed(text).tokens] == words


@pytest.mark.parametrize(
    "text", ["word " * 5000, "(" * 20_000, "no stop at all and on it goes " * 600, "é" * 20_000]
)
def test_text_without_end_is_read_in_bounded_pieces(text: str) -> None:
    found = parsed(text)
    assert "".join(text[token.start : token.end] for token in found.tokens) == "".join(text.split())
    assert max(len(one.span) for one in found.sentences) <= LONGEST_PIECE


def test_the_same_text_gives_the_same_parse_whatever_stood_before_it() -> None:
    text = "Prices fell because the harvest was good."
    assert parsed(text) == parsed(text)


def test_names_are_seen_and_can_be_left_out() -> None:
    text = "President Lincoln spoke in Washington and Chicago."
    found = parsed(text)
    assert ("Chicago", ActorKind.PLACE) in [
        (text[one.span.start : one.span.end], one.kind) for one in found.names
    ]
    assert parse(text, [Span(0, len(text))], names=False).names == ()


def test_a_model_that_is_not_installed_says_what_to_do() -> None:
    with pytest.raises(SettingsError, match=r"'en_core_nowhere'.*pip install"):
        load("en_core_nowhere")


def test_a_model_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(SettingsError, match="no parser"):
        load(str(tmp_path))


def test_another_pipeline_is_read_in_our_labels(tmp_path: Path) -> None:
    other = spacy.blank("en")
    other.add_pipe("parser", config={"min_action_freq": 1})
    marked = Doc(other.vocab, words=["See", "it"], heads=[0, 0], deps=["ROOT", "dobj"])
    other.initialize(lambda: [Example(Doc(other.vocab, words=["See", "it"]), marked)])
    other.to_disk(tmp_path)
    text = "They fled to the hills."
    found = parse(text, [Span(0, len(text))], str(tmp_path))
    assert load(str(tmp_path)).labels is Labels.CLEARNLP
    assert not {token.relation for token in found.tokens} & {"dobj", "prep", "pobj"}
    assert found.tokens[0] == Token(
        0, 4, "they", head=found.tokens[0].head, relation=found.tokens[0].relation
    )


CLEARNLP = [
    pytest.param(
        "The/DET/det/1 city/NOUN/nsubjpass/3 was/AUX/auxpass/3 taken/VERB/ROOT/3 by/ADP/agent/3 rebels/NOUN/pobj/4",
        {"city": ("nsubj:pass", "taken"), "rebels": ("obl:agent", "taken"), "by": ("case", "rebels"), "was": ("aux:pass", "taken")},
        id="passive with agent",
    ),
    pytest.param(
        "Rome/PROPN/nsubj/1 is/AUX/ROOT/1 very/ADV/advmod/3 old/ADJ/acomp/1 ././punct/1".replace("./.", "./PUNCT"),
        {"Rome": ("nsubj", "old"), "is": ("cop", "old"), "old": ("root", "old"), "very": ("advmod", "old")},
        id="copula",
    ),
    pytest.param(
        "I/PRON/nsubj/1 know/VERB/ROOT/1 he/PRON/nsubj/3 was/AUX/ccomp/1 king/NOUN/attr/3 of/ADP/prep/4 France/PROPN/pobj/5",
        {"king": ("ccomp", "know"), "he": ("nsubj", "king"), "France": ("nmod", "king"), "of": ("case", "France")},
        id="copula below a verb, with a preposition below its predicate",
    ),
    pytest.param(
        "They/PRON/nsubj/1 came/VERB/ROOT/1 out/ADP/prep/1 of/ADP/prep/2 London/PROPN/pobj/3",
        {"London": ("obl", "came"), "of": ("case", "London"), "out": ("case", "London")},
        id="two prepositions",
    ),
    pytest.param(
        "He/PRON/nsubj/1 spoke/VERB/ROOT/1 in/ADP/prep/1 Rome/PROPN/pobj/2 and/CCONJ/cc/2 in/ADP/conj/2 Pisa/PROPN/pobj/5",
        {"Rome": ("obl", "spoke"), "Pisa": ("conj", "Rome"), "and": ("cc", "Rome")},
        id="prepositions joined",
    ),
    pytest.param(
        "There/PRON/expl/1 is/VERB/ROOT/1 no/DET/det/3 hope/NOUN/attr/1",
        {"hope": ("nsubj", "is"), "There": ("expl", "is"), "is": ("root", "is")},
        id="there is",
    ),
    pytest.param(
        "She/PRON/nsubj/1 won/VERB/ROOT/1 by/ADP/prep/1 waiting/VERB/pcomp/2",
        {"waiting": ("advcl", "won"), "by": ("mark", "waiting")},
        id="a clause after a preposition",
    ),
    pytest.param(
        "He/PRON/nsubj/3 did/AUX/aux/3 n't/PART/neg/3 give/VERB/ROOT/3 it/PRON/dobj/3 to/ADP/dative/3 her/PRON/pobj/5",
        {"it": ("obj", "give"), "her": ("obl", "give"), "to": ("case", "her"), "n't": ("advmod", "give")},
        id="an object, and a dative with a preposition",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CLEARNLP)
def test_clearnlp_trees_become_universal_dependencies(
    marked: str, expected: dict[str, tuple[str, str]]
) -> None:
    rows = [item.rsplit("/", 3) for item in marked.split()]
    words = [row[0] for row in rows]
    doc = Doc(
        spacy.blank("en").vocab,
        words=words,
        pos=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) for row in rows],
        lemmas=["be" if word in {"is", "was"} else word for word in words],
    )
    heads, relations = [token.head.i for token in doc], [token.dep_ for token in doc]
    universal(heads, relations, [Pos(token.pos_) for token in doc], [token.lemma_ for token in doc])
    assert is_tree(heads)
    found = {word: (relations[at], words[heads[at]]) for at, word in enumerate(words)}
    assert {word: found[word] for word in expected} == expected


@given(st.integers(1, 12).flatmap(lambda size: st.lists(st.tuples(
    st.integers(0, size - 1),
    st.sampled_from(["prep", "pobj", "attr", "acomp", "conj", "cc", "pcomp", "nsubj", "expl", "dative", "agent"]),
    st.sampled_from([Pos.NOUN, Pos.VERB, Pos.ADPOSITION, Pos.AUXILIARY]),
    st.sampled_from(["be", "other"]),
), min_size=size, max_size=size)))  # fmt: skip
@settings(deadline=None)
def test_turning_labels_round_keeps_a_tree_a_tree(drawn: list[tuple[int, str, Pos, str]]) -> None:
    heads = [0, *(min(row[0], at) for at, row in enumerate(drawn[1:]))]
    relations = ["ROOT", *(row[1] for row in drawn[1:])]
    universal(heads, relations, [row[2] for row in drawn], [row[3] for row in drawn])
    assert is_tree(heads)
    assert [relations[at] for at, head in enumerate(heads) if at == head] == ["root"]


def test_marks_are_laid_on_words_that_were_split_otherwise() -> None:
    text = "They don’t stop a 5% rise. Why?"
    given = [Token(m.start(), m.end(), m.group().lower()) for m in re.finditer(r"[\w’%]+|[.?]", text)]
    found = parsed(text)
    tokens, sentences = fitted(given, found.tokens, found.sentences)
    assert [(one.first, one.last) for one in sentences] == [(0, 7), (7, 9)]
    assert [
        (token.low, token.lemma, token.relation, tokens[token.head or 0].low) for token in tokens[:6]
    ] == [
        ("they", "they", "nsubj", "stop"),
        ("don’t", "do", "aux", "stop"),
        ("stop", "stop", "root", "stop"),
        ("a", "a", "det", "rise"),
        ("5%", "%", "compound", "rise"),
        ("rise", "rise", "obj", "stop"),
    ]


@given(STRANGE, st.integers(1, 7))
@slowly
def test_marks_laid_on_any_tokens_keep_trees_and_order(text: str, step: int) -> None:
    cuts = [found.span() for found in re.finditer(rf"\S{{1,{step}}}", text)]
    given_tokens = [Token(start, end, text[start:end].lower()) for start, end in cuts]
    found = parsed(text)
    tokens, sentences = fitted(given_tokens, found.tokens, found.sentences)
    assert [(one.start, one.end, one.low) for one in tokens] == [
        (one.start, one.end, one.low) for one in given_tokens
    ]
    assert all(before.last <= after.first for before, after in pairwise(sentences))
    for sentence in sentences:
        for start in range(sentence.first, sentence.last):
            at, steps = start, 0
            while (above := tokens[at].head) is not None and above != at and steps < len(tokens):
                at, steps = above, steps + 1
                assert sentence.first <= at < sentence.last
            assert steps < len(tokens)
