"""Whatever was done to the bytes of a document, it is read, or told in one of our errors."""

import random

import pytest

from armillary.errors import ArmillaryError
from armillary.read import Bytes, read
from armillary.settings import Settings
from samples.containers import docx, epub, odt, w_p
from samples.pdf import lines, pdf

PAGE = "<html><body><h1>Rents</h1><table><tr><td>1914<td>10</table><p>Rents &amp; wages <q>rose</q>.<ul><li>One</ul></body></html>"
RICH = r"{\rtf1{\stylesheet{\s1 heading 1;}}\pard\s1 Rents\par\trowd\intbl a\cell b\cell\row\pard Rents \'e9\u8364? rose{\footnote n}.\par}"
WHOLE = {
    "rents.txt": b"Rents\n\nContents\n\n1. The Cap\n2. What Next\n\n> Rents rose.\n\nThe Cap\n\n- One\n- Two\n",
    "rents.md": b"# Rents\n\n> - one\n\n| a | b |\n|---|---|\n\n```\ncode\n```\n\n[^1]: Note\n<!-- c -->",
    "rents.html": PAGE.encode(),
    "rents.rtf": RICH.encode(),
    "rents.pdf": pdf(
        [lines("Rents rose in the spring of that year.", "", "- One", "- Two"), lines("a", "b", "c")]
    ),
    "rents.docx": docx(
        w_p("Rents", "heading1") + f"<w:tbl><w:tr><w:tc>{w_p('1')}</w:tc></w:tr></w:tbl>"
    ),
    "rents.odt": odt("<text:h>Rents</text:h><text:p>They rose<text:s text:c='3'/>again.</text:p>"),
    "rents.epub": epub({"one.xhtml": "<h1>Rents</h1><p>They rose.</p>"}),
}


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_document_is_read_or_told(name: str, seed: int) -> None:
    chance = random.Random(f"{name} {seed}")  # noqa: S311  a test, not a secret
    content = bytearray(WHOLE[name])
    for _ in range(chance.choice([1, 4, 16])):
        at = chance.randrange(len(content))
        length = chance.randrange(1, 40)
        content[at : at + chance.choice([0, 1, length])] = content[chance.randrange(len(content)) :][
            :length
        ]
    try:
        document = read(Bytes(name, bytes(content)), Settings(skip_pictures=True))
    except ArmillaryError as error:
        assert str(error)  # noqa: PT017  either is right
        return
    for at in range(len(document.text)):
        document.origin_of(at)
    for span in (
        *(block.span for block in document.blocks),
        *(section.span for section in document.sections),
    ):
        assert document.at(span).words
