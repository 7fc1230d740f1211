"""Learns knowledge/quote/attribution.weights from texts in which attributions are marked (PolNeAR's train split).

usage: scripts/train attribution [--gold FILE] [--until DATE] [--out FILE] [--features DIR]

Two models over the features of src/discourse/quote_features.h: a logistic regression says which words are
cues, and a conditional random field over the words round a cue (a chain) which are its source and content.
docs/decisions/attribution_weights.md tells more.
"""
# program: quotes_train
import argparse
import gzip
import json
import os
import subprocess
import sys

import numpy as np

import learning

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "convert"))
import container

FEATURES = 1  # kQuoteFeatures of quote_features.h.
LABELS = 3
CUE_BITS, WORD_BITS = 19, 18
CUE_LEAST, WORD_LEAST = 3, 4          # Features of fewer rows are left out.
CUE_STRENGTH, WORD_STRENGTH = 12.0, 6.0 # Of the L2 penalties.
CUE_ITERATIONS, WORD_ITERATIONS = 80, 70
# From these logarithmic odds on a word is a cue: of the rules' claims, of words the rules passed over.
LEAST_OF_RULES, LEAST_OF_MODEL = -0.4, -0.2


def say(text):
    print(text, file=sys.stderr, flush=True)


def compute_features(gold, until, folder):
    """Runs quotes_train over the texts before `until`; returns how many."""
    os.makedirs(folder, exist_ok=True)
    source = os.path.join(folder, "gold.jsonl")
    count = 0
    with (gzip.open if gold.endswith(".gz") else open)(gold, "rt", encoding="utf-8") as rows, \
            open(source, "w", encoding="utf-8") as out:
        for row in rows:
            if not until or json.loads(row)["date"] < until:
                out.write(row)
                count += 1
    model = os.path.join(os.environ.get("AVERMENT_MODELS", "models"), "averment-en-md.model")
    subprocess.run(["build/release/quotes_train", model, source, folder], check=True)
    return count


class Dump:
    """The arrays that quotes_train wrote, under one name."""

    def __init__(self, folder, name):
        read = lambda part, kind: np.fromfile(os.path.join(folder, f"{name}.{part}"), dtype=kind)
        self.hashes, self.sizes, self.labels = read("features", "<u4"), read("sizes", "u1"), read("labels", "u1")
        self.lengths = read("lengths", "<u4") if name == "word" else None


def learn_cues(dump):
    table = learning.Table(dump.hashes, CUE_BITS, CUE_LEAST)
    x = table.matrix(dump.hashes, dump.sizes)
    say(f"cues: {x.shape[0]} words, {dump.labels.sum()} cues, {x.shape[1]} features")
    w = learning.logistic(x, dump.labels, CUE_STRENGTH, CUE_ITERATIONS, say)
    return table.whole(w)


class Chains:
    """Sequences laid out by position, so that a step of all chains is one slice: the longest chains first."""

    def __init__(self, dump, table):
        starts = np.concatenate([[0], np.cumsum(dump.lengths)[:-1]]).astype(np.int64)
        order = np.argsort(-dump.lengths.astype(np.int64), kind="stable")
        lengths = dump.lengths[order].astype(np.int64)
        self.counts = [int((lengths > t).sum()) for t in range(int(lengths.max()))]
        rows = np.concatenate([starts[order[:n]] + t for t, n in enumerate(self.counts)])
        self.at = np.concatenate([[0], np.cumsum(self.counts)])
        self.x = table.matrix(dump.hashes, dump.sizes)[rows]
        self.xt = self.x.T.tocsr()
        self.y = dump.labels[rows].astype(np.int64)
        self.gold = np.eye(LABELS)[self.y]
        self.gold_steps = np.zeros((LABELS, LABELS))
        for t in range(1, len(self.counts)):
            n = self.counts[t]
            np.add.at(self.gold_steps, (self.y[self.at[t - 1]:self.at[t - 1] + n], self.y[self.at[t]:self.at[t] + n]), 1)
        self.gold_first = self.gold[:self.counts[0]].sum(0)

    def loss(self, w, steps, first):
        """Minus the likelihood of the labels, and its gradients by w, steps, first."""
        scores = (self.x @ w.astype(np.float32)).astype(np.float64)
        value = -(scores * self.gold).sum() - (steps * self.gold_steps).sum() - (first * self.gold_first).sum()
        top = scores.max(1, keepdims=True)
        local, m = np.exp(scores - top), np.exp(steps)
        value += top.sum()
        forward, sums = np.empty_like(local), np.empty(len(local))
        for t, n in enumerate(self.counts):
            here = slice(self.at[t], self.at[t] + n)
            a = local[here] * (np.exp(first) if t == 0 else forward[self.at[t - 1]:self.at[t - 1] + n] @ m)
            sums[here] = a.sum(1)
            forward[here] = a / sums[here, None]
        value += np.log(sums).sum()
        backward, pairs = np.ones_like(local), np.zeros((LABELS, LABELS))
        for t in range(len(self.counts) - 1, 0, -1):
            n, here = self.counts[t], slice(self.at[t], self.at[t] + self.counts[t])
            before = slice(self.at[t - 1], self.at[t - 1] + n)
            b = local[here] * backward[here] / sums[here, None]
            pairs += m * (forward[before].T @ b)
            backward[before] = b @ m.T
        p = forward * backward
        return (value, self.xt @ (p - self.gold).astype(np.float32), pairs - self.gold_steps,
                p[:self.counts[0]].sum(0) - self.gold_first)


def learn_words(dump):
    table = learning.Table(dump.hashes, WORD_BITS, WORD_LEAST)
    chains = Chains(dump, table)
    columns = chains.x.shape[1]
    say(f"words: {len(dump.lengths)} chains, {chains.x.shape[0]} words, {columns} features")
    size = columns * LABELS

    def loss(v):
        w, steps, first = v[:size].reshape(columns, LABELS), v[size:-LABELS].reshape(LABELS, LABELS), v[-LABELS:]
        value, by_w, by_steps, by_first = chains.loss(w, steps, first)
        gradient = np.concatenate([by_w.ravel(), by_steps.ravel(), by_first])
        return value + 0.5 * WORD_STRENGTH * (v @ v), gradient + WORD_STRENGTH * v

    v = learning.minimize(loss, np.zeros(size + LABELS * (LABELS + 1)), WORD_ITERATIONS, say)
    return table.whole(v[:size].reshape(columns, LABELS)), v[size:-LABELS].reshape(LABELS, LABELS), v[-LABELS:]


def unit_of(weights):
    """A step: finer would cut the largest weights, coarser would round the many small ones to nothing."""
    return 0.6 * float(np.abs(weights).max()) / learning.STEPS


def write(path, cue, word, steps, first):
    import xxhash
    cue_unit, word_unit = unit_of(cue), unit_of(word)
    whole = lambda x, unit: np.rint(np.asarray(x) / unit).astype(np.int32)
    out = container.Container()
    out.array("quote.features", np.array([FEATURES], dtype=np.uint32))
    out.array("quote.unit", np.array([cue_unit], dtype=np.float32))
    out.array("quote.least", whole([LEAST_OF_RULES, LEAST_OF_MODEL], cue_unit))
    out.array("quote.steps", whole(np.concatenate([first[None], steps]), word_unit))
    out.array("quote.cue", learning.quantized(cue, cue_unit))
    out.array("quote.word", learning.quantized(word, word_unit))
    out.write(path + ".part", lambda data: xxhash.xxh3_64(data).intdigest())
    os.replace(path + ".part", path)


def main():
    shared = os.environ["AVERMENT_SHARED"]
    args = argparse.ArgumentParser(prog="scripts/train attribution", description=__doc__,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--gold", default=os.path.join(shared, "gold", "attribution.train.jsonl.gz"))
    args.add_argument("--until", default="", help="only texts dated before (2016-08-01), to measure on the later ones")
    args.add_argument("--out", default="knowledge/quote/attribution.weights")
    args.add_argument("--features", default="build/train/attribution", help="folder for the features")
    args = args.parse_args()
    say(f"{compute_features(args.gold, args.until, args.features)} texts")
    cue = learn_cues(Dump(args.features, "cue"))
    word, steps, first = learn_words(Dump(args.features, "word"))
    write(args.out, cue, word, steps, first)
    say(f"wrote {args.out}, {os.path.getsize(args.out)} bytes")


if __name__ == "__main__":
    main()
