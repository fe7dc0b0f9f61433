"""Plain text: paragraphs, however they are written, and what each of them is."""

import pytest

from armillary.read.dress import RULES, Rule, kind_of
from armillary.text import BlockKind
from samples.drawing import blocks, document, of_kind, sections

PROSE = "The council put a cap on rents, and because of it many owners sold their flats."


def test_blank_lines_part_paragraphs() -> None:
    assert blocks(document("One came first.\n\nTwo came next.\n")) == [
        ("paragraph", "One came first."),
        ("paragraph", "Two came next."),
    ]


def test_lines_that_were_broken_to_a_width_are_one_paragraph() -> None:
    wrapped = (
        "The council put a cap on rents in the spring, and because of it many\n"
        "owners sold their flats. Others kept theirs empty, waiting for the\n"
        "next election. Fewer flats were let than in any year before."
    )
    assert blocks(document(f"{wrapped}\n\n{wrapped}")) == [
        ("paragraph", wrapped),
        ("paragraph", wrapped),
    ]


def test_a_text_with_a_paragraph_to_a_line_needs_no_blank_lines() -> None:
    lines = [f"{PROSE} {word} was the reason." for word in ("Greed", "Fear", "Law")]
    assert blocks(document("\n".join(lines))) == [("paragraph", line) for line in lines]


def test_a_page_break_parts_paragraphs() -> None:
    assert len(document("One came first.\n\fTwo came next.").blocks) == 2


def test_carriage_returns_stay_in_the_text_and_out_of_the_blocks() -> None:
    read = document("One came first.\r\n\r\nTwo came next.\r\n")
    assert read.text == "One came first.\r\n\r\nTwo came next.\r\n"
    assert blocks(read) == [("paragraph", "One came first."), ("paragraph", "Two came next.")]


def test_bullets_and_numbers_are_left_out_of_list_items() -> None:
    text = f"{PROSE}\n\n- flats were sold;\n- rents rose.\n\n(a) The first answer is the law.\n(b) The second is greed."
    assert of_kind(document(text), BlockKind.LIST_ITEM) == [
        "flats were sold;",
        "rents rose.",
        "The first answer is the law.",
        "The second is greed.",
    ]


def test_an_initial_is_no_number_of_a_list() -> None:
    assert of_kind(document(f"{PROSE}\n\nA. Hamilton wrote it in a week."), BlockKind.LIST_ITEM) == []


def test_a_dash_inside_a_wrapped_sentence_begins_no_list() -> None:
    text = (
        "The council put a cap on rents in the spring of that long year and\n"
        "- as many had said it would - the number of flats to let fell within\n"
        "a few months to a third."
    )
    assert blocks(document(text)) == [("paragraph", text)]


def test_quoted_and_indented_paragraphs_are_quotations() -> None:
    text = f"{PROSE}\n\n> Rents will fall.\n\n{PROSE}\n\n    The cap has failed, and it has failed\n    for all to see.\n\n{PROSE}"
    assert of_kind(document(text), BlockKind.QUOTE) == [
        "Rents will fall.",
        "The cap has failed, and it has failed\n    for all to see.",
    ]


def test_a_quoted_paragraph_may_be_broken_over_lines() -> None:
    quoted = "> The cap causes the shortage, and I have\n> said so from the very first day of it."
    assert of_kind(document(f"{PROSE}\n\n{quoted}\n\n{PROSE}"), BlockKind.QUOTE) == [quoted[2:]]


def test_sections_may_have_a_number_for_a_title_and_stand_in_the_middle() -> None:
    read = document(
        f"        THE PRICE OF ROOMS\n\n          by Mara Fenn\n\n            I\n\n{PROSE}\n\n            II\n\n{PROSE}"
    )
    assert read.title == "THE PRICE OF ROOMS"
    assert [title for _, _, title in sections(read)] == ["I", "II"]


def test_rows_of_cells_are_a_table_and_no_prose() -> None:
    table = "Year\tFlats\tRent\n2019\t900\t10\n2020\t700\t12"
    assert ("table", table) in blocks(document(f"{PROSE}\n\n{table}\n\n{PROSE}"))


@pytest.mark.parametrize("gap", [",", ";"])
def test_rows_of_values_between_commas_are_a_table(gap: str) -> None:
    table = "\n".join(
        gap.join(row) for row in (("Year", "Flats", "Rent"), ("2019", "900", "10"), ("2020", "7", "2"))
    )
    assert ("table", table) in blocks(document(f"{PROSE}\n\n{table}\n\n{PROSE}"))


def test_verses_that_end_in_commas_are_no_table() -> None:
    assert "table" not in {
        kind for kind, _ in blocks(document("Rents rose,\nwages fell,\nand we, the tenants,\nleft."))
    }


def test_a_line_that_only_parts_others_is_in_no_block() -> None:
    assert len(document(f"{PROSE}\n\n* * *\n\n{PROSE}").blocks) == 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_takes_its_example_and_leaves_its_counter_example(rule: Rule) -> None:
    assert kind_of(rule.example) is rule.kind
    assert rule.pattern.match(rule.example)
    assert kind_of(rule.counter) is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "heading",
    [
        "The Price of Rooms",
        "THE PRICE OF ROOMS",
        "Chapter 2: The Price",
        "PART III",
        "2. The price of rooms",
        "IV. The Price of Rooms",
        "What Went Wrong?",
    ],
)
def test_a_title_that_stands_apart_over_prose_is_a_heading(heading: str) -> None:
    assert ("heading", heading) in blocks(document(f"{PROSE}\n\n{heading}\n\n{PROSE}"))


@pytest.mark.parametrize(
    "line",
    [
        "“Never,” she said.",
        "He shook his head",
        "Mara Fenn, Letting Go, March 2019",
        "By Mara Fenn",
        "Dear Sir,",
        "Rents, wages, prices and the rest of it went up and never came down again after that",
        "as he said",
        "See “The Price of Rooms.”",
    ],
)
def test_a_short_paragraph_that_is_no_title_is_no_heading(line: str) -> None:
    assert of_kind(document(f"{PROSE}\n\n{line}\n\n{PROSE}"), BlockKind.HEADING) == []


def test_a_sentence_case_heading_needs_more_space_than_paragraphs_have() -> None:
    apart = f"{PROSE}\n\n{PROSE}\n\n\nWhat the landlords did\n\n{PROSE}"
    assert of_kind(document(apart), BlockKind.HEADING) == ["What the landlords did"]
    even = f"{PROSE}\n\n{PROSE}\n\nWhat the landlords did\n\n{PROSE}"
    assert of_kind(document(even), BlockKind.HEADING) == []


def test_a_line_that_comes_again_and_again_is_no_heading() -> None:
    assert of_kind(document(f"{PROSE}\n\nPUBLIUS\n\n" * 4), BlockKind.HEADING) == []


def test_titles_in_a_row_are_a_list_and_no_headings() -> None:
    titles = "\n\n".join(
        f"{what} and the Law" for what in ("Rents", "Wages", "Prices", "Taxes", "Debts")
    )
    assert of_kind(document(f"{PROSE}\n\n{titles}\n\n{PROSE}"), BlockKind.HEADING) == []


def test_a_label_and_the_title_under_it_are_one_heading() -> None:
    read = document(f"{PROSE}\n\nCHAPTER II\n\nOf the Price of Rooms\n\n{PROSE}")
    assert sections(read) == [(1, "present", "CHAPTER II Of the Price of Rooms")]


def test_an_underlined_line_is_a_heading_without_the_line() -> None:
    assert ("heading", "Rents and wages") in blocks(
        document(f"{PROSE}\n\nRents and wages\n===============\n{PROSE}")
    )


def test_a_section_reaches_to_the_next_of_the_same_height() -> None:
    read = document(
        f"{PROSE}\n\nPART I\n\n{PROSE}\n\nThe Price of Rooms\n\n{PROSE}\n\nPART II\n\n{PROSE}"
    )
    assert sections(read) == [
        (1, "present", "PART I"),
        (2, "present", "The Price of Rooms"),
        (1, "present", "PART II"),
    ]
    first, below, last = (section.span for section in read.sections)
    assert first.holds(below)
    assert first.end == below.end == last.start
    assert last.end == len(read.text)


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Why the rents went up\n\n", "Why the rents went up"),
        (
            "The Price of Rooms\n\n: how a cap made a shortage\n\n",
            "The Price of Rooms: how a cap made a shortage",
        ),
        ("THE PRICE\nOF ROOMS\n\n", "THE PRICE OF ROOMS"),
        (
            "Rents, Wages, and\n\nthe Working Week\n\nBy Mara Fenn\n\n",
            "Rents, Wages, and the Working Week",
        ),
        ("An archive's head, with a name\n\nTitle: The Price of Rooms\n\n", "The Price of Rooms"),
        ("", "essay"),
        ('The mayor said: "The bridge was closed, and nobody was told why."\n\n', "essay"),
    ],
)
def test_the_title_is_the_line_at_the_top_or_the_name_of_the_file(top: str, title: str) -> None:
    read = document(f"{top}{PROSE}\n\n{PROSE}")
    assert read.title == title
    assert read.sections == ()
