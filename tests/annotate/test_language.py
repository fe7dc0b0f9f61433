"""The language of a document: English is read, another is told and not misread."""

import subprocess
import sys
from pathlib import Path

import pytest

from armillary.annotate import annotate, language
from armillary.extract import extract
from armillary.read import Bytes, read
from armillary.reading import ENGLISH, Reading
from armillary.settings import Settings

SENTENCES = {
    "German": "Die Mieten stiegen im Frühjahr 1914, weil auch die Löhne stiegen, und viele Familien verließen die Stadt.",
    "French": "Les loyers ont augmenté au printemps 1914 parce que les salaires augmentaient, et beaucoup sont partis.",
    "Spanish": "Los alquileres subieron en la primavera de 1914 porque subieron los salarios, y muchos se fueron.",
    "Italian": "Gli affitti salirono nella primavera del 1914 perché salivano i salari, e molte famiglie partirono.",
    "Portuguese": "Os aluguéis subiram na primavera de 1914 porque os salários subiram, e muitas famílias partiram.",
    "Dutch": "De huren stegen in het voorjaar van 1914 omdat ook de lonen stegen, en veel gezinnen verlieten de stad.",
    "Swedish": "Hyrorna steg våren 1914 eftersom lönerna också steg, och många familjer lämnade staden för gott.",
    "Finnish": "Vuokrat nousivat keväällä 1914, koska myös palkat nousivat, ja monet perheet lähtivät kaupungista.",
    "Polish": "Czynsze wzrosły wiosną 1914 roku, ponieważ wzrosły też płace, a wiele rodzin opuściło miasto.",
    "Czech": "Nájmy vzrostly na jaře roku 1914, protože vzrostly i mzdy, a mnoho rodin opustilo město.",
    "Hungarian": "A lakbérek 1914 tavaszán emelkedtek, mert a bérek is emelkedtek, és sok család elhagyta a várost.",
    "Turkish": "Kiralar 1914 baharında yükseldi, çünkü ücretler de yükseldi ve birçok aile şehri terk etti.",
    "Greek": "Τα ενοίκια αυξήθηκαν την άνοιξη του 1914 επειδή αυξήθηκαν και οι μισθοί, και πολλοί έφυγαν.",
    "Russian": "Арендная плата выросла весной 1914 года, потому что выросли и зарплаты, и многие семьи уехали.",
    "Ukrainian": "Орендна плата зросла навесні 1914 року, бо зросли й зарплати, і багато родин поїхали з міста.",
    "Arabic": "ارتفعت الإيجارات في ربيع عام 1914 لأن الأجور ارتفعت أيضا وغادرت عائلات كثيرة المدينة إلى الأبد.",
    "Hebrew": "שכר הדירה עלה באביב 1914 מפני שגם השכר עלה, ומשפחות רבות עזבו את העיר ולא שבו אליה עוד לעולם.",
    "Chinese": "一九一四年春天，租金上涨了，因为工资也上涨了，许多家庭离开了这座城市，再也没有回来。",
}
ENGLISH_TEXT = (
    "Rents rose in the spring of 1914 because wages rose, and many families left the city for good. "
)


def language_of(text: str, name: str = "rents.txt") -> str:
    return language.mark(Reading(read(Bytes(name, text.encode()), Settings()))).language


@pytest.mark.parametrize("name", SENTENCES)
def test_a_text_in_another_language_is_told_by_its_name(name: str) -> None:
    assert language_of(f"{SENTENCES[name]} " * 6) == name


@pytest.mark.parametrize(
    "text",
    [
        "Rents rose.",
        ENGLISH_TEXT * 3,
        f"{ENGLISH_TEXT * 3}\n\nA minister called it, in his own tongue: {SENTENCES['German'] * 4}",
        (
            "Prices up. Wages down. Rents up again. Nobody sleeps. Every cellar full, every attic let twice over. "
            "Landlords smile. Police stand everywhere, doing nothing."
        ),
        "1914 1915 1916 1917 " * 30 + "rents",
        "Ja. Nein. Danke.",
    ],
)
def test_english_and_what_is_too_short_or_mixed_to_tell_count_as_english(text: str) -> None:
    assert language_of(text) == ENGLISH


def test_a_long_preface_in_english_does_not_hide_a_book_in_another_language() -> None:
    body = "\n\n".join([f"{SENTENCES['French']} " * 5] * 60)
    assert language_of(f"{ENGLISH_TEXT}\n\n{body}") == "French"


def test_of_another_language_numbers_years_and_quotations_are_read_and_nothing_is_guessed() -> None:
    text = f"{SENTENCES['German']} " * 4 + "Der Minister sagte: „Es sind 12% der Bürger.“"
    document = read(Bytes("rents.txt", text.encode()), Settings())
    found = extract(annotate(document, "armillary"))
    assert {time.value for time in found.times} == {"1914"}
    assert [figure.number.unit for figure in found.figures] == ["percent"]
    assert [quotation.at.words for quotation in found.quotations] == ["Es sind 12% der Bürger."]
    assert (found.mentions, found.events, found.claims) == ((), (), ())
    assert "rents.txt is in German" in found.notes[0]


@pytest.mark.parametrize("command", ["build", "check"])
def test_the_commands_say_that_a_document_is_in_another_language(tmp_path: Path, command: str) -> None:
    (tmp_path / "mieten.txt").write_text(f"{SENTENCES['German']} " * 6, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "armillary", command, "mieten.txt"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert "mieten.txt is in German, and Armillary reads English" in done.stderr.decode()
