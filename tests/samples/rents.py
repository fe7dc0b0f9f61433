"""A text of ours about rents, with all that the page can show once: dissent, doubt, loops, dates, checks."""

from armillary.reading import Modality
from armillary.system import Polarity, System
from armillary.text import BlockKind, Section, SectionStatus, Span
from samples.sketch import Sketch, system_of

TEXT = """\
Why rents doubled

Contents: 1. The cap. 2. What the minister says. 3. What other cities did.

The cap

Rents in the capital have doubled since 2018, and the council blames a single cause. It is wrong to. \
When the rent cap came in on 3 March 2020, landlords withdrew flats: the cap reduced the supply of flats, \
and fewer flats pushed rents up further. High rents brought out protesters, and the protests won the cap \
in the first place.

“A cap,” the tenants’ union replies, “keeps rents down; that is its whole point.” The union adds that \
the cap may calm the protests.

What the minister says

The minister sees it otherwise. “Cheap credit,” she told parliament in June 2021, “drew investors into \
housing, and investors drove up rents. A cap does not empty schools.” If credit were dearer, investors would \
leave housing.

High rents did one good thing: they made building profitable. New blocks opened in 2023, and building \
adds flats to the market. Rents sent families to the suburbs, where families lengthen every commute. \
Long commutes make flats in the centre dearer still. Families who leave empty the schools. The council met twice.
"""

CAP, UNION, MINISTER = (
    "The cap\n",
    "A cap,” the tenants’ union replies, “keeps rents down",
    "What the minister says\n\n",
)
SECTIONS = (
    Section("The cap", 1, Span(TEXT.index(CAP), TEXT.index(MINISTER)), SectionStatus.PRESENT),
    Section("What the minister says", 1, Span(TEXT.index(MINISTER), len(TEXT)), SectionStatus.PRESENT),
    Section(
        "What other cities did",
        1,
        Span(TEXT.index("3. What"), TEXT.index(" did.")),
        SectionStatus.PROMISED,
    ),
)
KINDS = {
    "Why rents doubled": BlockKind.HEADING,
    "The cap": BlockKind.HEADING,
    "What the minister says": BlockKind.HEADING,
    "Contents: 1. The cap. 2. What the minister says. 3. What other cities did.": BlockKind.CONTENTS,
}
LOOPS = (
    (("rents", "protests", "rent cap", "flats to let"), Polarity.REINFORCING),
    (("rent cap", "protests"), Polarity.BALANCING),
    (("rents", "building", "flats to let"), Polarity.BALANCING),
    (("rents", "families leaving", "commuting"), Polarity.REINFORCING),
    (("rents", "protests", "rent cap"), Polarity.UNCLEAR),
)


def rents() -> System:
    """The text with what should be found in it."""
    it = Sketch(TEXT, "Why rents doubled", "rents.txt", SECTIONS, KINDS)
    _first_claims(it)
    _other_claims(it)
    it.event("the rent cap came in on 3 March 2020", "3 March 2020", "2020-03-03")
    it.event("Rents in the capital have doubled since 2018", "2018", "2018")
    it.event("she told parliament in June 2021", "June 2021", "2021-06", "The minister")
    it.event("New blocks opened in 2023", "2023", "2023")
    it.event("The council met twice")
    it.quotation("keeps rents down; that is its whole point.", "the tenants’ union")
    it.problem(
        "C101",
        "The contents promise “What other cities did”, and no such section is there.",
        "3. What other cities did",
    )
    it.problem(
        "C301",
        "Two voices disagree on what the cap does to rents.",
        UNION,
        "fewer flats pushed rents up further",
    )
    return system_of(it, loops=LOOPS)


def _first_claims(it: Sketch) -> None:
    union, minister = "the tenants’ union", "The minister"
    cap, rent, flats = "rent cap", "rents", "flats to let"
    it.claim(
        "the cap reduced the supply of flats",
        ("the cap", cap),
        "-",
        ("supply of flats", flats),
        "reduced",
    )
    it.claim(
        "fewer flats pushed rents up further", ("fewer flats", flats), "-", ("rents", rent), "pushed"
    )
    it.claim(
        "High rents brought out protesters",
        ("High rents", rent),
        "+",
        ("protesters", "protests"),
        "brought out",
    )
    it.claim("the protests won the cap", ("the protests", "protests"), "+", ("the cap", cap), "won")
    it.claim(UNION, ("A cap", cap), "-", ("rents", rent), "keeps", union)
    it.claim("the cap may calm the protests", ("the cap", cap), "-", ("the protests", "protests"), "calm",
             union, Modality.HEDGED)  # fmt: skip
    it.claim("Cheap credit,” she told parliament in June 2021, “drew investors into housing",
             ("Cheap credit", "cheap credit"), "+", ("investors into housing", "investors"), "drew", minister)  # fmt: skip
    it.claim(
        "investors drove up rents",
        ("investors", "investors"),
        "+",
        ("rents", rent),
        "drove up",
        minister,
    )


def _other_claims(it: Sketch) -> None:
    rent, flats, leaving = "rents", "flats to let", "families leaving"
    it.claim("A cap does not empty schools", ("A cap", "rent cap"), "-", ("schools", "school rolls"), "empty",
             "The minister", Modality.NEGATED)  # fmt: skip
    it.claim("If credit were dearer, investors would leave housing", ("credit were dearer", "cheap credit"), "+",
             ("investors would leave", "investors"), "If", "", Modality.COUNTERFACTUAL)  # fmt: skip
    it.claim("High rents did one good thing: they made building profitable", ("they", rent), "+",
             ("building", "building"), "made")  # fmt: skip
    it.claim(
        "building adds flats to the market", ("building", "building"), "+", ("flats", flats), "adds"
    )
    it.claim("Rents sent families to the suburbs", ("Rents", rent), "+", ("families", leaving), "sent")
    it.claim(
        "families lengthen every commute",
        ("families", leaving),
        "+",
        ("commute", "commuting"),
        "lengthen",
    )
    it.claim("Long commutes make flats in the centre dearer still", ("Long commutes", "commuting"), "+",
             ("flats in the centre", rent), "make")  # fmt: skip
    it.claim("Families who leave empty the schools", ("Families who leave", leaving), "-",
             ("the schools", "school rolls"), "empty")  # fmt: skip
    it.claim("When the rent cap came in on 3 March 2020, landlords withdrew flats: the cap reduced the supply of flats, "
             "and fewer flats pushed rents up further", ("the rent cap", "rent cap"), "+", ("rents", rent), "pushed")  # fmt: skip
