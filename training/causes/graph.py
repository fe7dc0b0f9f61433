"""The tagger as an ONNX graph, written out node by node, so that no exporter stands between the weights and the file.

Word vectors are kept as bytes with a scale for each word. `pack.py` makes bytes of the products too.
"""

from collections.abc import Mapping

import numpy as np
import onnx
from encoder import Shape
from heads import SCORES, SLOTS
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

OPSET = 20  # the first with Gelu
Weights = Mapping[str, NDArray[np.float32]]


class _Graph:
    """Nodes and constants, in the order of their making."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        self.constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def whole(self, *values: int) -> str:
        return self.constant(
            "_".join(("whole", *map(str, values))).replace("-", "m"), np.array(values, np.int64)
        )

    def number(self, value: float) -> str:
        return self.constant(f"number_{value}", np.array(value, np.float32))

    def add(self, kind: str, *inputs: str, name: str = "", **options: object) -> str:
        output = name or f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=output, **options))
        return output


def build(weights: Weights, shape: Shape, manner: int) -> onnx.ModelProto:
    """The graph from `ids` and `mask` to `gate`, `several` and `spans`, as in `heads.Tagger`."""
    graph = _Graph()
    x = _embed(graph, weights)
    mask = graph.add("Cast", "mask", to=TensorProto.FLOAT)
    hidden = graph.add("Mul", graph.add("Sub", graph.number(1.0), mask), graph.number(-1e4))
    bias = graph.add("Unsqueeze", hidden, graph.whole(1, 2))
    for layer in range(shape.layers):
        x = _layer(graph, weights, f"encoder.layers.{layer}.", shape, x, bias)
    _pool(graph, weights, x, mask)
    _spans(graph, weights, x, manner)
    made = helper.make_graph(
        graph.nodes,
        "causes",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["n", "t"]) for name in ("ids", "mask")],
        [
            helper.make_tensor_value_info("gate", TensorProto.FLOAT, ["n", "sets"]),
            helper.make_tensor_value_info("several", TensorProto.FLOAT, ["n", 1]),
            helper.make_tensor_value_info("spans", TensorProto.FLOAT, ["n", "t", SLOTS, len(SCORES)]),
        ],
        list(graph.constants.values()),
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)
    onnx.checker.check_model(model)
    return model


def _embed(graph: _Graph, weights: Weights) -> str:
    words = weights["encoder.words.weight"]
    scale = np.abs(words).max(1, keepdims=True) / 127
    scale[scale == 0] = 1.0
    packed = np.rint(words / scale).astype(np.int8)
    rows = graph.add("Gather", graph.constant("words", packed), "ids")
    scales = graph.add("Gather", graph.constant("word_scales", scale.astype(np.float32)), "ids")
    x = graph.add("Mul", graph.add("Cast", rows, to=TensorProto.FLOAT), scales)
    places = weights["encoder.places.weight"] + weights["encoder.kinds.weight"][0]
    length = graph.add("Shape", "ids", start=1, end=2)
    near = graph.add("Slice", graph.constant("places", places), graph.whole(0), length, graph.whole(0))
    return _norm(graph, weights, "encoder.norm", graph.add("Add", x, near))


def _layer(graph: _Graph, weights: Weights, at: str, shape: Shape, x: str, bias: str) -> str:  # noqa: PLR0913, PLR0917
    """Query, key and value in one product: the int8 kernel is called once for them."""
    three = [at + name for name in ("query", "key", "value")]
    matrix = np.concatenate([weights[f"{name}.weight"] for name in three]).T
    offsets = np.concatenate([weights[f"{name}.bias"] for name in three])
    joined = _linear(graph, at + "attend", matrix, offsets, x)
    split = [
        graph.add("Reshape", part, graph.whole(0, 0, shape.heads, -1))
        for part in _three(graph, joined, at)
    ]
    query, value = (graph.add("Transpose", split[n], perm=[0, 2, 1, 3]) for n in (0, 2))
    key = graph.add("Transpose", split[1], perm=[0, 2, 3, 1])
    per_head = (shape.width // shape.heads) ** 0.5
    scores = graph.add("Div", graph.add("MatMul", query, key), graph.number(per_head))
    shares = graph.add("Softmax", graph.add("Add", scores, bias), axis=-1)
    seen = graph.add("Transpose", graph.add("MatMul", shares, value), perm=[0, 2, 1, 3])
    seen = graph.add("Reshape", seen, graph.whole(0, 0, -1))
    seen = _named(graph, weights, at + "output", seen)
    x = _norm(graph, weights, at + "norm_attention", graph.add("Add", x, seen))
    inner = graph.add("Gelu", _named(graph, weights, at + "widen", x))
    inner = _named(graph, weights, at + "narrow", inner)
    return _norm(graph, weights, at + "norm_output", graph.add("Add", x, inner))


def _three(graph: _Graph, joined: str, at: str) -> list[str]:
    names = [f"{at}{name}" for name in ("q", "k", "v")]
    graph.nodes.append(
        helper.make_node("Split", [joined], names, name=at + "split", axis=2, num_outputs=3)
    )
    return names


def _pool(graph: _Graph, weights: Weights, x: str, mask: str) -> None:
    """Mean and maximum over the pieces, then the gate and the count."""
    shown = graph.add("Unsqueeze", mask, graph.whole(2))
    kept = graph.add("ReduceSum", graph.add("Mul", x, shown), graph.whole(1), keepdims=0)
    mean = graph.add("Div", kept, graph.add("ReduceSum", mask, graph.whole(1), keepdims=1))
    hidden = graph.add("Mul", graph.add("Sub", graph.number(1.0), shown), graph.number(-1e4))
    highest = graph.add("ReduceMax", graph.add("Add", x, hidden), graph.whole(1), keepdims=0)
    pooled = graph.add("Concat", mean, highest, axis=1)
    for name in ("gate", "several"):
        _named(graph, weights, name, pooled, output=name)


def _spans(graph: _Graph, weights: Weights, x: str, manner: int) -> None:
    offset = weights["inner.bias"] + weights["manner.weight"][manner]
    inner = graph.add("Tanh", _linear(graph, "inner", weights["inner.weight"].T, offset, x))
    flat = _named(graph, weights, "spans", inner)
    graph.add("Reshape", flat, graph.whole(0, 0, SLOTS, len(SCORES)), name="spans")


def _named(graph: _Graph, weights: Weights, name: str, x: str, output: str = "") -> str:
    return _linear(graph, name, weights[f"{name}.weight"].T, weights[f"{name}.bias"], x, output)


def _linear(  # noqa: PLR0913, PLR0917
    graph: _Graph,
    name: str,
    matrix: NDArray[np.float32],
    offset: NDArray[np.float32],
    x: str,
    output: str = "",
) -> str:
    product = graph.add("MatMul", x, graph.constant(f"{name}.weight", matrix), name=f"{name}.product")
    return graph.add(
        "Add", product, graph.constant(f"{name}.bias", offset), name=output or f"{name}.sum"
    )


def _norm(graph: _Graph, weights: Weights, name: str, x: str) -> str:
    scale, offset = (
        graph.constant(f"{name}.{kind}", weights[f"{name}.{kind}"]) for kind in ("weight", "bias")
    )
    return graph.add(
        "LayerNormalization", x, scale, offset, axis=-1, epsilon=1e-12, name=f"{name}.normed"
    )
