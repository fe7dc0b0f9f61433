import re

import pytest

from armillary.errors import SettingsError
from armillary.pipeline import simulate
from armillary.reading import Modality
from armillary.run import Push, Rule, Run, Transfer, Way
from armillary.simulate import claims_of, factor_named
from armillary.system import System
from armillary.weights import arrows
from samples.rents import rents
from samples.sketch import Sketch, system_of


@pytest.fixture(scope="module")
def system() -> System:
    return rents()


def shares(system: System, run: Run, label: str) -> tuple[float, float, float]:
    effect = next(row for row in run.effects if system.factors[row.factor].label == label)
    return effect.rises, effect.falls, effect.stays


@pytest.mark.parametrize("transfer", list(Transfer))
@pytest.mark.parametrize("rule", list(Rule))
def test_the_shares_sum_to_one_and_the_same_seed_gives_the_same_run(
    system: System, rule: Rule, transfer: Transfer
) -> None:
    pushes = [Push(factor_named(system, "rent cap"), Way.UP)]
    if rule is Rule.RESCALED and transfer not in {Transfer.SIGMOID, Transfer.BIVALENT}:
        pytest.skip("the rescaled rule refuses it; test_fcm holds that")
    run = simulate(system, pushes, rule=rule, transfer=transfer, members=50)
    assert all(abs(row.rises + row.falls + row.stays - 1) < 1e-12 for row in run.effects)
    assert run.endings.steady + run.endings.cycles + run.endings.neither == 50
    assert run == simulate(system, pushes, rule=rule, transfer=transfer, members=50)


def test_what_all_say_moves_one_way_in_every_run_and_dissent_is_open(system: System) -> None:
    run = simulate(system, [Push(factor_named(system, "rents"), Way.UP)], members=200)
    assert shares(system, run, "protests")[0] == 1
    assert shares(system, run, "cheap credit") == (0, 0, 1)
    cap = simulate(system, [Push(factor_named(system, "rent cap"), Way.UP)], members=200)
    assert 0 < shares(system, cap, "rents")[1] < 1


def test_the_map_of_one_holder_and_of_all_but_one(system: System) -> None:
    union, others = claims_of(system, holder="tenants’ union"), claims_of(system, without="the author")
    assert {system.holder_name(system.claims[key].holder) for key in union} == {"the tenants’ union"}
    assert all(system.holder_name(system.claims[key].holder) != "the author" for key in others)
    push = [Push(factor_named(system, "rent cap"), Way.UP)]
    run = simulate(system, push, claims=union, members=100)
    assert shares(system, run, "rents") == (0, 1, 0)
    with pytest.raises(SettingsError, match="did you mean 'The minister'"):
        claims_of(system, holder="ministr")


def test_what_is_only_intended_or_denied_moves_nothing() -> None:
    it = Sketch("The tax was meant to cut smoke. Rain does not feed the river.")
    it.claim("The tax was meant to cut smoke", ("The tax", "tax"), "-", ("smoke", "smoke"), "meant", "", Modality.INTENDED)  # fmt: skip
    it.claim("Rain does not feed the river", ("Rain", "rain"), "+", ("river", "river"), "feed", "", Modality.NEGATED)  # fmt: skip
    system = system_of(it)
    assert arrows(system, system.claims.ids) == ()
    run = simulate(system, [Push("f1", Way.UP)], members=5)
    assert all(row.stays == 1 for row in run.effects)
    assert "no link" in run.notes[0]


@pytest.mark.parametrize(
    ("pushes", "told"),
    [
        ([Push("f999", Way.UP)], "no factor has the id 'f999'"),
        ([Push("f1", Way.UP), Push("f1", Way.DOWN)], "is pushed twice, up and down"),
        ([], "nothing is pushed"),
    ],
)
def test_a_push_that_means_nothing_is_refused(system: System, pushes: list[Push], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        simulate(system, pushes)


@pytest.mark.parametrize("words", ["f1", "rent cap", "The Rent  Cap", "rent c", "  a cap"])
def test_factors_are_found_as_people_type_them(system: System, words: str) -> None:
    assert system.factors[factor_named(system, words)].label == "rent cap"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("protets", "the nearest: 'protests'"),
        ("f", "fits several factors"),
        ("  ", "no factor is called"),
    ],
)
def test_what_fits_no_factor_or_several_is_said(system: System, words: str, told: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(told)):
        factor_named(system, words)
