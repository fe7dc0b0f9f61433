"""What the commands that run a model tell, and what they say to input that makes no sense."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from armillary.cli import armillary
from armillary.errors import SettingsError
from armillary.publish import publish
from armillary.system import System, Table
from samples.rents import rents
from samples.sketch import Sketch, system_of


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("model") / "m.json"
    times = Table.numbered("t", (event.time for event in rents().events if event.time))
    path.write_bytes(publish(replace(rents(), times=times), "json"))
    return str(path)


def told(*words: str) -> str:
    done = CliRunner().invoke(armillary, words)
    assert done.exit_code == 0, done
    return done.stdout


def test_loops_are_told_with_the_run(model: str) -> None:
    text = told("simulate", model, "--push", "cheap credit=up", "--loops", "--runs", "20")
    assert "cheap credit is held up." in text
    shares = text.split("Of what moves round feedback loops")[1]
    assert " → " in shares
    assert "% (" in shares


def test_balance_shows_a_path_of_each_sign_with_its_sentences(model: str) -> None:
    text = told("balance", model)
    assert "The map is not balanced." in text
    block = text.split("both raises and lowers")[1]
    assert "  +  " in block
    assert "  −  " in block
    assert "“" in block.split("  +  ")[1]


@pytest.mark.parametrize("verb", ["simulate", "why", "balance", "without"])
def test_one_voice_or_all_but_one_can_be_asked(model: str, verb: str) -> None:
    rest = {
        "simulate": ["--push", "rent cap=up", "--runs", "5"],
        "why": ["rent cap", "rents"],
        "balance": [],
        "without": ["rent cap"],
    }[verb]
    one = told(verb, model, *rest, "--holder", "the tenants’ union")
    but_one = told(verb, model, *rest, "--without", "the tenants’ union")
    assert one != but_one


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("simulate", "--push", "unicorns=up"), "no factor is called 'unicorns'"),
        (("simulate", "--push", "rent cap"), "is no push: write it as"),
        (
            ("simulate", "--push", "rent cap=up", "--push", "a rent cap=down"),
            "pushed twice, up and down",
        ),
        (("simulate", "--push", "rent cap=up", "--runs", "0"), "0 runs are none"),
        (
            ("simulate", "--push", "rent cap=up", "--rule", "rescaled", "--transfer", "tanh"),
            "rescaled rule",
        ),
        (
            ("simulate", "--push", "rent cap=up", "--loops", "--transfer", "bivalent"),
            "choose sigmoid or tanh",
        ),
        (("simulate", "--push", "rent cap=up", "--holder", "nobody at all"), "nobody called"),
        (("why", "rent cap", "unicorns"), "no factor is called 'unicorns'"),
        (("why", "rent cap", "rent cap"), "is one factor, not two"),
        (("why", "rent cap", "rents", "--longest", "0"), "it must be at least 1"),
        (("without", "unicorns"), "no factor is called 'unicorns'"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(
    model: str, words: tuple[str, ...], why: str
) -> None:
    done = CliRunner().invoke(armillary, [words[0], model, *words[1:]])
    assert isinstance(done.exception, SettingsError)
    assert why in str(done.exception)
    assert "\n" not in str(done.exception)


def test_a_map_without_links_is_run_and_says_so(tmp_path: Path) -> None:
    full = rents()
    bare = System(documents=full.documents, actors=full.actors, claims=full.claims, factors=full.factors)
    (tmp_path / "m.json").write_bytes(publish(bare, "json"))
    done = CliRunner().invoke(armillary, ["simulate", str(tmp_path / "m.json"), "--push", "rent cap=up"])
    assert "Nothing else moves." in done.stdout
    assert "give no link that can be run" in done.stderr
    assert "0 pairs of factors" in told("balance", str(tmp_path / "m.json"))


def test_a_run_that_never_rests_is_stopped_and_told(tmp_path: Path) -> None:
    it = Sketch("Prey feeds foxes. Foxes thin out prey. Rain feeds prey.")
    it.claim("Prey feeds foxes", ("Prey", "prey"), "+", ("foxes", "foxes"), "feeds")
    it.claim("Foxes thin out prey", ("Foxes", "foxes"), "-", ("prey", "prey"), "thin out")
    it.claim("Rain feeds prey", ("Rain", "rain"), "+", ("prey", "prey"), "feeds")
    (tmp_path / "m.json").write_bytes(publish(system_of(it), "json"))
    words = ["simulate", str(tmp_path / "m.json"), "--push", "rain=up", "--transfer", "bivalent"]
    done = CliRunner().invoke(armillary, [*words, "--runs", "40"])
    assert "went round in a cycle (of up to 4 steps)" in done.stderr
    assert "It is not proved" in done.stderr
