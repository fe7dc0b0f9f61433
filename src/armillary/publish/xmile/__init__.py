"""XMILE 1.0 (OASIS, 2015), which Stella, Simlin, PySD and BPTK-Py read: the map as a model that runs, and as a picture.

`runnable` is a fuzzy cognitive map by Kosko's rule with the sigmoid, written as stocks: with a step of one and
Euler's method a run of it *is* the run of `simulate` on the mean weights, to rounding. `diagram` is a causal
loop diagram with its places, which no engine can run.
"""

from xml.etree import ElementTree as ET

from armillary.publish.arrows import MARKS, arrows, story
from armillary.publish.layout import Box, lay_out
from armillary.publish.xmile.identifiers import identifiers
from armillary.system import System
from armillary.weights import arrows as weighted
from armillary.weights import mean

SPACE = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"
ISEE = "http://iseesystems.com/XMILE"
STEPS = 50
LOSES = (
    "actors, times, figures, quotations and the text; what is open in a link: it has its mean weight, "
    "0 where its sign is open"
)
LOSES_RUN = "actors, times, figures, quotations and the text; a run: it is a picture"
_EVEN = 0.5


def runnable(system: System) -> bytes:
    """A model that runs: each factor a stock from 0 to 1 that a *push* of 1 holds up and one of -1 down."""
    names = identifiers(system)
    model, variables = _file(system)
    flows: dict[str, list[str]] = {key: [] for key in names}
    keys = system.factors.ids
    for arrow in weighted(system, system.claims.ids):
        weight = mean(arrow)
        if weight:
            flows[keys[arrow.effect]].append(f"({weight!r})*{_variable(names[keys[arrow.cause]])}")
    for key, name in names.items():
        _stock(variables, name, _documentation(system, key), flows[key])
    return _written(model)


def diagram(system: System) -> bytes:
    """A causal loop diagram in the manner of Stella: variables without values, arrows with their signs."""
    names = identifiers(system)
    model, variables = _file(system)
    ET.SubElement(model, "isee:prefs", layer="cld")
    causes: dict[str, list[str]] = {key: [] for key in names}
    for link in system.links:
        causes[link.effect].append(_variable(names[link.cause]))
    for key, name in names.items():
        aux = ET.SubElement(variables, "aux", name=name)
        ET.SubElement(aux, "doc").text = _documentation(system, key)
        ET.SubElement(aux, "eqn").text = f"NAN({','.join(causes[key])})" if causes[key] else "NAN"
        ET.SubElement(aux, "isee:delay_aux")
    _view(system, names, model)
    return _written(model)


def _file(system: System) -> tuple[ET.Element, ET.Element]:
    """The head of a file, and the place for its variables."""
    root = ET.Element("xmile", {"version": "1.0", "xmlns": SPACE, "xmlns:isee": ISEE})
    header = ET.SubElement(root, "header")
    ET.SubElement(header, "vendor").text = "Armillary"
    ET.SubElement(header, "product", version="1.0", lang="en").text = "Armillary"
    ET.SubElement(header, "name").text = "; ".join(one.title for one in system.documents) or "model"
    specs = ET.SubElement(root, "sim_specs", method="Euler", time_units="steps")
    for name, value in (("start", 0), ("stop", STEPS), ("dt", 1)):
        ET.SubElement(specs, name).text = str(value)
    return root, ET.SubElement(ET.SubElement(root, "model"), "variables")


def _stock(variables: ET.Element, name: str, documentation: str, inflows: list[str]) -> None:
    """A factor as its stock, the flow that moves it to its next state, and the push that may hold it."""
    stock = ET.SubElement(variables, "stock", name=name)
    ET.SubElement(stock, "doc").text = documentation
    ET.SubElement(stock, "eqn").text = str(_EVEN)
    ET.SubElement(stock, "inflow").text = _variable(f"change of {name}")
    flow = ET.SubElement(variables, "flow", name=f"change of {name}")
    push = _variable(f"push on {name}")
    free = f"1/(1+EXP(-({'+'.join(inflows) or '0'})))"
    held = f"(1-ABS({push}))*{free}+({push}+ABS({push}))/2"
    ET.SubElement(flow, "eqn").text = f"{held}-{_variable(name)}"
    ET.SubElement(ET.SubElement(variables, "aux", name=f"push on {name}"), "eqn").text = "0"


def _documentation(system: System, key: str) -> str:
    """The id and label of a factor, and the claims on what bears upon it: the way back to the words."""
    rows = [f"{key}: {' '.join(system.factors[key].label.split())}"]
    for arrow in arrows(system):
        if arrow.link.effect == key:
            rows.append(f"{arrow.key} from {arrow.link.cause} ({arrow.link.sign.value})")
            rows.append(story(arrow.claims, system))
    return "\n".join(rows)


def _view(system: System, names: dict[str, str], root: ET.Element) -> None:
    """The places of the page's map: variables by their middle, arrows with their signs."""
    ends = {key: (link.cause, link.effect) for key, link in system.links.items()}
    picture = lay_out(names, ends, [loop.links for loop in system.loops])
    model = root.find("model")
    views = ET.SubElement(root if model is None else model, "views")
    view = ET.SubElement(views, "view", {"isee:show_pages": "false"})
    for key, name in names.items():
        box = picture.boxes.get(key, Box(0, 0, 0, 0, ()))
        ET.SubElement(view, "aux", x=f"{box.x:.1f}", y=f"{box.y:.1f}", name=name)
    for number, link in enumerate(system.links, 1):
        connector = ET.SubElement(view, "connector", uid=str(number), polarity=MARKS[link.sign.value])
        ET.SubElement(connector, "from").text = _variable(names[link.cause])
        ET.SubElement(connector, "to").text = _variable(names[link.effect])


def _variable(name: str) -> str:
    """A name as it stands in an equation."""
    return name.replace(" ", "_")


def _written(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
