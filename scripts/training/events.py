"""Learns the event model (src/events/relation_model.h): which type of event stands between two actors.

  scripts/train events                 knowledge/event/relations.weights, from all development sentences
  scripts/train events --folds 5 --out DIR    a file for each fold, and the ids that it has not seen:
                                       DIR/fold1.weights, DIR/fold1.ids ...

Learns from the development sentences of plover_relations (their texts stay outside the repository) and from
sentences of our own (training/events).  The pair of a directed act, turned round, is an example of NONE.
Vocabulary, temperature, threshold and calibration come from the sentences that the fold learns from alone.
"""
# program: relations_train
import argparse
import gzip
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import xxhash
from scipy import optimize, sparse

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts/training"))
sys.path.insert(0, str(ROOT / "scripts/convert"))
from container import Container  # noqa: E402
from sentences import sentences  # noqa: E402

TYPES = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
         "COERCE ASSAULT NONE").split()
COLUMN = {t: i for i, t in enumerate(TYPES)}
NONE = COLUMN["NONE"]
YIELD = [COLUMN["CONCEDE"], COLUMN["RETREAT"]]
MUTUAL = {"CONSULT", "AGREE", "COOPERATE", "ASSAULT", "SUPPORT"}  # Turned round they may be true too.
GROUPS, WIDTH = 5, 300
LEAST = 3          # A feature stands in at least as many sentences.
OWN_WEIGHT = 0.2   # Of a sentence of our own beside one of the texts.
TURNED_WEIGHT = 0.3
PENALTY, DENSE_PENALTY = 0.5, 0.3
DENSE_SCALE = 3.0


def say(*words):
    print("train:", *words, file=sys.stderr, flush=True)


def byte_span(text, start, end):
    return {"start": len(text[:start].encode()), "end": len(text[:end].encode())}


def read_gold(shared):
    """The development sentences: rows with labels, and turned round where that is no event."""
    path = Path(shared) / "gold" / "plover_relations.dev.jsonl.gz"
    rows = []
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for g in map(json.loads, f):
            if g.get("split") != "dev":
                continue
            text, row = g["sentence"], {"gold": g["id"], "type": g["root"]}
            for side in ("source", "target"):
                at = text.find(g[side + "_text"])
                if at >= 0:
                    row[side] = byte_span(text, at, at + len(g[side + "_text"]))
            row["text"] = text
            rows.append({**row, "id": g["id"], "weight": 1.0})
            if g["root"] not in MUTUAL and "source" in row and "target" in row:
                rows.append({**row, "id": g["id"] + "-turned", "source": row["target"], "target": row["source"],
                             "type": "NONE", "weight": TURNED_WEIGHT})
    return rows


def read_own():
    rows = []
    for s in sentences():
        text = s["text"]
        rows.append({"id": s["id"], "gold": None, "type": s["type"], "text": text, "weight": OWN_WEIGHT,
                     "source": byte_span(text, *s["source"]), "target": byte_span(text, *s["target"])})
    return rows


def add_features(rows, program, model, cache):
    """Asks the program of the build for names and means of every row; keeps the answer for the next time."""
    asked = "".join(json.dumps({k: r.get(k) for k in ("id", "text", "source", "target")}, ensure_ascii=False) + "\n" for r in rows)
    stamp = hashlib.sha256(asked.encode() + Path(program).read_bytes()).hexdigest()[:16]
    kept = cache / f"events-{stamp}.jsonl"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        say(f"features of {len(rows)} pairs")
        with open(str(kept) + ".part", "w", encoding="utf-8") as out:
            subprocess.run([program, model, str(ROOT / "knowledge")], input=asked, stdout=out, text=True, check=True)
        os.rename(str(kept) + ".part", kept)
    with open(kept, encoding="utf-8") as f:
        found = {r["id"]: r for r in map(json.loads, f)}
    for r in rows:
        r.update({k: found[r["id"]].get(k) for k in ("names", "means")})
    return [r for r in rows if r["names"] is not None]


class Vocabulary:
    def __init__(self, rows):
        count = {}
        for r in rows:
            if r["id"].endswith("-turned"):
                continue
            for name in r["names"]:
                count[name] = count.get(name, 0) + 1
        self.names = sorted(n for n, c in count.items() if c >= LEAST)
        self.column = {n: i for i, n in enumerate(self.names)}

    def matrix(self, rows):
        at, columns = [0], []
        for r in rows:
            columns += [self.column[n] for n in r["names"] if n in self.column]
            at.append(len(columns))
        one_hot = sparse.csr_matrix((np.ones(len(columns)), columns, at), shape=(len(rows), len(self.names)))
        means = np.array([r["means"] for r in rows], dtype=np.float64) / 10000 * DENSE_SCALE
        return one_hot, means


def allowed(rows):
    """For each row the classes that its label may be: YIELD is either of two."""
    y = np.zeros((len(rows), len(TYPES)))
    for i, r in enumerate(rows):
        for c in (YIELD if r["type"] == "YIELD" else [COLUMN[r["type"]]]):
            y[i, c] = 1
    return y


def softmax(z):
    z = np.exp(z - z.max(axis=1, keepdims=True))
    return z / z.sum(axis=1, keepdims=True)


def fit(rows, vocabulary):
    """Weights [features], [dense], bias: L-BFGS on the penalised likelihood of the allowed classes."""
    x, d = vocabulary.matrix(rows)
    x, d = x.astype(np.float32), d.astype(np.float32)
    xt, dt = x.T.tocsr(), np.ascontiguousarray(d.T)
    y, weight = allowed(rows).astype(np.float32), np.array([r["weight"] for r in rows], dtype=np.float32)
    f, k, c = x.shape[1], d.shape[1], len(TYPES)

    def unpack(w):
        return w[:f * c].reshape(f, c), w[f * c:(f + k) * c].reshape(k, c), w[(f + k) * c:]

    def loss(w):
        ws, wd, b = unpack(w.astype(np.float32))
        p = softmax(x @ ws + d @ wd + b)
        hit = (p * y).sum(axis=1)
        value = -(weight * np.log(hit + 1e-30)).sum(dtype=np.float64) + 0.5 * PENALTY * (ws.astype(np.float64) ** 2).sum() + 0.5 * DENSE_PENALTY * (wd.astype(np.float64) ** 2).sum()
        error = weight[:, None] * (p - p * y / (hit[:, None] + 1e-30))
        gradient = [xt @ error + PENALTY * ws, dt @ error + DENSE_PENALTY * wd, error.sum(axis=0)]
        return value, np.concatenate([g.ravel() for g in gradient]).astype(np.float64)

    w = optimize.minimize(loss, np.zeros((f + k + 1) * c), jac=True, method="L-BFGS-B",
                          options={"maxiter": 70, "maxcor": 6, "ftol": 1e-6}).x
    ws, wd, b = unpack(w)
    return ws, wd * DENSE_SCALE, b


def scores(rows, vocabulary, weights):
    x, d = vocabulary.matrix(rows)
    return x @ weights[0] + (d / DENSE_SCALE) @ weights[1] + weights[2]


def choose(z):
    """The type whose share is largest, NONE aside; CONCEDE and RETREAT share theirs, as YIELD."""
    p = softmax(z[:, :NONE])
    merged = p.copy()
    merged[:, YIELD[0]] = p[:, YIELD].sum(axis=1)
    merged[:, YIELD[1]] = 0
    best = merged.argmax(axis=1)
    return ["YIELD" if b == YIELD[0] else TYPES[b] for b in best], merged.max(axis=1)


def macro(gold, predicted):
    total = 0
    for label in sorted(set(gold)):
        tp = sum(g == p == label for g, p in zip(gold, predicted))
        miss = sum((g == label) != (p == label) for g, p in zip(gold, predicted))
        total += 2 * tp / (2 * tp + miss) if tp else 0
    return total / len(set(gold))


def part_of(name, parts):
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % parts


def settle(rows):
    """The settings: temperature, threshold, calibrations; by cross-validation inside the rows."""
    held = []
    for part in range(2):
        inside = [r for r in rows if not r["gold"] or part_of("inner" + r["gold"], 2) != part]
        outside = [r for r in rows if r["gold"] and part_of("inner" + r["gold"], 2) == part]
        vocabulary = Vocabulary(inside)
        z = scores(outside, vocabulary, fit(inside, vocabulary))
        held += zip(outside, z)
    gold = [(r, z) for r, z in held if r["gold"] and r["type"] != "NONE"]
    z = np.array([z for _, z in gold])
    y = allowed([r for r, _ in gold])
    temperature = min(np.arange(0.6, 3.01, 0.1),
                      key=lambda t: -np.log((softmax(z / t) * y).sum(axis=1) + 1e-300).sum())
    labels, share = choose(z / temperature)
    say(f"inside: root macro F1 {macro([r['type'] for r, _ in gold], labels):.3f}, temperature {temperature:.1f}")
    of_pairs = calibration(share, [label == r["type"] for label, (r, _) in zip(labels, gold)], np.ones(len(gold)))
    proposals = proposals_of(held, temperature)
    silent = [p for p in proposals if not p[2]]
    of_events = calibration(np.array([p for p, _, _, _ in silent]), [right for _, right, _, _ in silent],
                            np.array([weight for _, _, _, weight in silent]))
    threshold = calibrated(np.array([threshold_of(proposals)]), of_events)[0]
    say(f"calibration of pairs {of_pairs[0]:.2f} {of_pairs[1]:+.2f}, of events {of_events[0]:.2f} {of_events[1]:+.2f}, "
        f"threshold {threshold:.3f}")
    return [temperature, threshold, *of_pairs, *of_events]


def proposals_of(held, temperature):
    """Of pairs and turned pairs: probability of the best type, whether it is right, whether a rule tells of the pair, weight."""
    proposals = []
    for r, z in held:
        if not r["gold"]:
            continue
        p = softmax(z[None] / temperature)[0]
        merged = p.copy()
        merged[YIELD[0]] = p[YIELD].sum()
        merged[YIELD[1]] = 0
        best = merged[:NONE].argmax()
        label = "YIELD" if best == YIELD[0] else TYPES[best]
        told = any(n.startswith(("e:", "eq:")) and n.endswith(("_st", "_ts")) for n in r["names"])
        proposals.append((merged[best], label == r["type"], told, r["weight"]))
    return proposals


def threshold_of(proposals):
    """The least probability of a type at which nine proposals in ten have the right type."""
    right, threshold = 0, 1.0
    for n, (p, ok, _, _) in enumerate(sorted(proposals, key=lambda x: (-x[0], -x[1])), 1):
        right += ok
        if right / n >= 0.9:
            threshold = p
    return float(threshold)


def log_odds(p):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))


def calibrated(p, line):
    return 1 / (1 + np.exp(-(line[0] * log_odds(p) + line[1])))


def calibration(p, right, weight):
    """Slope and offset of the line through the logarithmic odds that fits best what was right (Platt 1999), drawn to 1 and 0."""
    x, y = log_odds(p), np.array(right, dtype=np.float64)

    def loss(line):
        z = line[0] * x + line[1]
        return (weight * (np.logaddexp(0, z) - y * z)).sum() + (line[0] - 1) ** 2 + line[1] ** 2

    return [float(v) for v in optimize.minimize(loss, [1.0, 0.0]).x]


def quantise(weights):
    scale = float(np.abs(weights).max()) / 127 or 1.0
    return (np.rint(weights / scale) + 128).astype(np.uint8), scale


def write(path, vocabulary, weights, settings):
    sparse_bytes, sparse_scale = quantise(weights[0])
    used = (sparse_bytes != 128).any(axis=1)
    dense_bytes, dense_scale = quantise(weights[1])
    out = Container()
    out.strings("relation.classes", TYPES)
    out.strings("relation.features", [n for n, u in zip(vocabulary.names, used) if u])
    out.array("relation.weights", sparse_bytes[used])
    out.array("relation.dense", dense_bytes.reshape(GROUPS, WIDTH, len(TYPES)))
    out.array("relation.scales", np.array([sparse_scale, dense_scale], dtype=np.float32))
    out.array("relation.bias", weights[2].astype(np.float32))
    out.array("relation.settings", np.array(settings, dtype=np.float32))
    out.write(str(path), lambda data: xxhash.xxh3_64(data).intdigest())
    say(f"{path}: {int(used.sum())} features, {Path(path).stat().st_size // 1024} KiB")


def train(rows, path):
    settings = settle(rows)
    vocabulary = Vocabulary(rows)
    weights = fit(rows, vocabulary)
    write(path, vocabulary, weights, settings)
    return vocabulary, weights


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--folds", type=int, default=0)
    ap.add_argument("--out", default="", help="the file of weights; with --folds a folder")
    ap.add_argument("--program", default=str(ROOT / "build/release/relations_train"))
    ap.add_argument("--models", default=os.environ.get("AVERMENT_MODELS", str(ROOT / "models")))
    a = ap.parse_args()
    shared = os.environ.get("AVERMENT_SHARED")
    if not shared:
        raise SystemExit("AVERMENT_SHARED names no folder: its gold/ has the development sentences")
    rows = add_features(read_gold(shared) + read_own(), a.program, str(Path(a.models) / "averment-en-md.model"),
                        ROOT / "build/training")
    if not a.folds:
        train(rows, a.out or ROOT / "knowledge/event/relations.weights")
        return
    out = Path(a.out or ROOT / "build/training/events")
    out.mkdir(parents=True, exist_ok=True)
    figures = []
    for fold in range(a.folds):
        inside = [r for r in rows if not r["gold"] or part_of(r["gold"], a.folds) != fold]
        outside = [r for r in rows if r["gold"] == r["id"] and part_of(r["gold"], a.folds) == fold]
        vocabulary, weights = train(inside, out / f"fold{fold + 1}.weights")
        (out / f"fold{fold + 1}.ids").write_text("".join(r["id"] + "\n" for r in outside))
        labels, _ = choose(scores(outside, vocabulary, weights))
        figures.append(macro([r["type"] for r in outside], labels))
        say(f"fold {fold + 1}: root macro F1 {figures[-1]:.3f} of {len(outside)}")
    say(f"mean root macro F1 {np.mean(figures):.3f}")


if __name__ == "__main__":
    main()
