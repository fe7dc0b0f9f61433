"""C5: what the links say together, and who says it.

A→B is said by one, B→C by another       →  C502: nobody says that A brings C
a loop, one link of which is a doubt     →  C503: it closes only through that
A raises C by way of B, lowers it by D   →  C504: on the whole, it may do either
"""

from collections.abc import Iterator

from armillary.check.rule import Clash, Rule
from armillary.findings import Claim, Sign
from armillary.held import Held
from armillary.reading import Modality, Speaker
from armillary.system import Link, Severity, System

_FIRM = Modality.ASSERTED
_KEPT = frozenset({Modality.ASSERTED, Modality.HEDGED})
_Path = tuple[Link, ...]


def _nobody_says_all(system: System, _: Held) -> Iterator[Clash]:
    direct = {(link.cause, link.effect) for link in system.links}
    out = _out(system)
    for one in system.links:
        for two in out.get(one.effect, ()):
            if two.effect == one.cause or (one.cause, two.effect) in direct:
                continue
            first, second = _holders(system, one), _holders(system, two)
            if not first or not second or first.keys() & second.keys():
                continue
            if "the author" in first or "the author" in second:  # the author holds them side by side
                continue
            chain = " → ".join(system.factors[key].label for key in (one.cause, one.effect, two.effect))
            message = f"nobody says all of “{chain}”: {_names(first)} the first step, {_names(second)} the second"
            yield message, next(iter(second.values())).at, (next(iter(first.values())).at,)


def _names(holders: dict[str, Claim]) -> str:
    return f"{' and '.join(holders)} {'says' if len(holders) == 1 else 'say'}"


def _holders(system: System, link: Link) -> dict[str, Claim]:
    """Who says a link plainly or with doubt, each with the first claim; those who are not named are left out."""
    found: dict[str, Claim] = {}
    for key in (*link.raises, *link.lowers, *link.unclear):
        claim = system.claims[key]
        if claim.modality in _KEPT and claim.holder is not Speaker.UNKNOWN:
            found.setdefault(system.holder_name(claim.holder), claim)
    return found


def _soft_loop(system: System, _: Held) -> Iterator[Clash]:
    for loop in system.loops:
        soft = [system.links[key] for key in loop.links if not _is_firm(system, system.links[key])]
        firm = [system.links[key] for key in loop.links if _is_firm(system, system.links[key])]
        if not soft or not firm:
            continue
        claims = [
            system.claims[(link.raises + link.lowers + link.unclear + link.denied)[0]] for link in soft
        ]
        ring = " → ".join(system.factors[key].label for key in (*loop.factors, loop.factors[0]))
        how = "a step that is" if len(soft) == 1 else f"{len(soft)} steps that are"
        message = f"“{ring}” closes only through {how} reported, doubted or supposed"
        yield message, claims[0].at, tuple(claim.at for claim in claims[1:])


def _is_firm(system: System, link: Link) -> bool:
    """Whether the author asserts it plainly at least once."""
    claims = (system.claims[key] for key in (*link.raises, *link.lowers, *link.unclear))
    return any(claim.modality is _FIRM and claim.holder is Speaker.AUTHOR for claim in claims)


def _both_ways(system: System, _: Held) -> Iterator[Clash]:
    """Pairs with a path of two links of each sign that share nothing on their way."""
    out = _out(system)
    for cause in system.factors.ids:
        paths: dict[str, dict[Sign, _Path]] = {}
        for one in out.get(cause, ()):
            for path in ((one,), *((one, two) for two in out.get(one.effect, ()))):
                end, sign = path[-1].effect, _sign(path)
                if end != cause and sign is not Sign.UNCLEAR:
                    paths.setdefault(end, {}).setdefault(sign, path)
        for end, found in paths.items():
            up, down = found.get(Sign.RAISES), found.get(Sign.LOWERS)
            if up and down and len(up) + len(down) > 2:  # noqa: PLR2004  two direct links are C501's
                start, stop = system.factors[cause].label, system.factors[end].label
                message = f"“{start}” raises “{stop}” by way of {_told(system, up)}, and lowers it by way of {_told(system, down)}"
                places = [_claim(system, link).at for link in (*up, *down)]
                yield message, places[0], tuple(dict.fromkeys(places[1:]))


def _told(system: System, path: _Path) -> str:
    """The way of a path: *“flats”*, or *itself* where it is one link."""
    return f"“{system.factors[path[0].effect].label}”" if len(path) > 1 else "itself"


def _claim(system: System, link: Link) -> Claim:
    return system.claims[(link.raises + link.lowers + link.unclear + link.denied)[0]]


def _sign(path: _Path) -> Sign:
    sign = path[0].sign
    for link in path[1:]:
        sign = sign.times(link.sign)
    return sign


def _out(system: System) -> dict[str, list[Link]]:
    """The links that go out of each factor."""
    found: dict[str, list[Link]] = {}
    for link in system.links:
        if link.cause != link.effect:
            found.setdefault(link.cause, []).append(link)
    return found


NOBODY_SAYS_ALL = Rule("C502", "a chain that nobody states in full", Severity.NOTE, _nobody_says_all)
SOFT_LOOP = Rule("C503", "a loop that closes only through what is doubted", Severity.NOTE, _soft_loop)
BOTH_WAYS = Rule("C504", "an effect that goes both ways", Severity.NOTE, _both_ways)
