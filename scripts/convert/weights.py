"""The neural weights of a spaCy English pipeline: tok2vec, tagger, parser, NER, static vectors.

Reads thinc's msgpack files (nodes in walk order, parameters by node) and writes plain arrays; nothing is
renamed or rounded on the way, so a section can be compared with the package it came from.
"""
import configparser
import json
import os

import msgpack
import numpy as np

WIDTH, WINDOW, DEPTH, PIECES = 96, 1, 4, 3
ATTRS = {"t2v": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"], "ner": ["NORM", "PREFIX", "SUFFIX", "SHAPE"]}


def _array(obj):
    """Undoes msgpack-numpy."""
    if b"nd" in obj or "nd" in obj:
        get = lambda key: obj.get(key, obj.get(key.encode()))
        kind = get("type")
        kind = kind.decode() if isinstance(kind, bytes) else kind
        return np.frombuffer(get("data"), dtype=kind).reshape(get("shape"))
    return obj


def _layers(path):
    """[(index, layer name, parameters, attributes)] of the nodes that have parameters."""
    with open(path, "rb") as f:
        model = msgpack.unpackb(f.read(), object_hook=_array, strict_map_key=False, raw=False)
    return [(node["index"], node["name"], params, {k: msgpack.unpackb(v) for k, v in attrs.items() if k in ("column", "seed")})
            for node, params, attrs in zip(model["nodes"], model["params"], model["attrs"]) if params]


def _tok2vec(out, prefix, layers):
    """Hash embeddings, static projection, mixing layer and the four convolutions."""
    norms = {index: params for index, name, params, _ in layers if name == "layernorm"}
    embeds = sorted(((attrs["column"], attrs["seed"], params["E"]) for _, name, params, attrs in layers if name == "hashembed"),
                    key=lambda e: e[0])
    assert len(embeds) == len(ATTRS[prefix]), f"{prefix}: {len(embeds)} embeddings"
    for column, _, table in embeds:
        assert table.shape[1] == WIDTH
        out.array(f"{prefix}.embed.{column}", table)
    out.array(f"{prefix}.seeds", np.array([seed for _, seed, _ in embeds], dtype=np.uint32))
    static = [params["W"] for _, name, params, _ in layers if name == "static_vectors"]
    if static:
        out.array(f"{prefix}.static", static[0])
    maxouts = [(index, params) for index, name, params, _ in layers if name == "maxout"]
    mixing = [m for m in maxouts if m[1]["W"].shape[2] != WIDTH * (2 * WINDOW + 1)]
    convolutions = [m for m in maxouts if m[1]["W"].shape[2] == WIDTH * (2 * WINDOW + 1)]
    assert len(mixing) == 1 and len(convolutions) == DEPTH, f"{prefix}: unexpected layers"
    assert mixing[0][1]["W"].shape == (WIDTH, PIECES, WIDTH * (len(embeds) + len(static)))
    for name, (index, params) in [("mix", mixing[0])] + [(f"conv.{i}", c) for i, c in enumerate(convolutions)]:
        out.array(f"{prefix}.{name}.W", params["W"])
        out.array(f"{prefix}.{name}.b", params["b"])
        out.array(f"{prefix}.{name}.G", norms[index + 1]["G"])
        out.array(f"{prefix}.{name}.beta", norms[index + 1]["b"])


def _moves(path):
    """spaCy's order of moves: by action; within one by (frequency, label) descending."""
    with open(path, "rb") as f:
        table = json.loads(msgpack.unpackb(f.read(), raw=False)["moves"])
    return [(int(action), label) for action, labels in sorted(table.items(), key=lambda a: int(a[0]))
            for _, label in sorted(((freq, label) for label, freq in labels.items()), reverse=True)]


def _transitions(out, prefix, layers, moves):
    """The state network: 96 -> 64, precomputed per feature, maxout, 64 -> moves."""
    affine = next(params for _, name, params, _ in layers if name == "precomputable_affine")
    linears = [params for _, name, params, _ in layers if name == "linear"]
    lower = next(p for p in linears if p["W"].shape[1] == WIDTH)
    upper = next(p for p in linears if p["W"].shape[1] != WIDTH)
    assert upper["W"].shape[0] == len(moves), f"{prefix}: {upper['W'].shape[0]} scores for {len(moves)} moves"
    for name, params in (("lower", lower), ("affine", affine), ("upper", upper)):
        for key, value in params.items():
            out.array(f"{prefix}.{name}.{key}", value)
    out.array(f"{prefix}.actions", np.array([action for action, _ in moves], dtype=np.uint8))
    out.strings(f"{prefix}.labels", [label for _, label in moves])


def _check_config(package):
    """The architecture is built into the program: refuse a package that differs."""
    config = configparser.ConfigParser(interpolation=None)
    config.read(os.path.join(package, "config.cfg"))
    for name, prefix in (("tok2vec", "t2v"), ("ner", "ner")):
        where = f"components.{name}.model" + (".tok2vec" if prefix == "ner" else "")
        embed, encode = config[where + ".embed"], config[where + ".encode"]
        assert json.loads(embed["attrs"]) == ATTRS[prefix], f"{where}: other attributes"
        found = tuple(json.loads(encode[key]) for key in ("width", "window_size", "depth", "maxout_pieces"))
        assert found == (WIDTH, WINDOW, DEPTH, PIECES), f"{where}: other architecture {found}"


def _vectors(out, package):
    """Static vectors with their keys ascending, for a binary search."""
    with open(os.path.join(package, "vocab", "key2row"), "rb") as f:
        key2row = msgpack.unpackb(f.read(), strict_map_key=False)
    if not key2row:
        return
    table = np.load(os.path.join(package, "vocab", "vectors"))
    keys = np.array(sorted(key2row), dtype=np.uint64)
    out.array("vectors.table", table.astype(np.float32, copy=False))
    out.array("vectors.keys", keys)
    out.array("vectors.rows", np.array([key2row[int(k)] for k in keys], dtype=np.uint32))


def add(out, package):
    """Adds the sections t2v.*, tagger.*, parser.*, ner.*, vectors.*."""
    path = lambda *parts: os.path.join(package, *parts)
    _check_config(package)
    ner = _layers(path("ner", "model"))
    _tok2vec(out, "t2v", _layers(path("tok2vec", "model")))
    _tok2vec(out, "ner", ner)
    softmax = next(params for _, name, params, _ in _layers(path("tagger", "model")) if name == "softmax")
    out.array("tagger.W", softmax["W"])
    out.array("tagger.b", softmax["b"])
    with open(path("tagger", "cfg"), encoding="utf-8") as f:
        out.strings("tagger.labels", json.load(f)["labels"])
    _transitions(out, "parser", _layers(path("parser", "model")), _moves(path("parser", "moves")))
    _transitions(out, "ner", ner, _moves(path("ner", "moves")))
    _vectors(out, package)
