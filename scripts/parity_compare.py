#!/usr/bin/env python3
"""Compares our parse with spaCy's on the same units, or stores spaCy's as numbers.  Run by scripts/parity.

Wanted: no difference.  Allowed: differences that follow from a step whose two best scores lie within 1e-4, at most 5 in
100,000 tokens.  Each difference is listed with the margin: the smallest, over the steps of the component
that made it, of the best allowed score less the second best, as spaCy computes them.
"""
import argparse
import collections
import hashlib
import json
import lzma
import os
import sys
import zlib

import spacy

import parity_common as common

MARGIN, MOST = 1e-4, 5e-5
COMPONENT = {"tag": "tagger", "pos": "tagger", "morph": "tagger", "lemma": "tagger", "head": "parser", "dep": "parser",
             "sentence_start": "parser", "entity": "ner"}


def token_of(t):
    """A token as `averment parse --format json` prints it."""
    return {"text": t.text, "space": bool(t.whitespace_), "norm": t.norm_, "tag": t.tag_, "pos": t.pos_, "morph": str(t.morph),
            "lemma": t.lemma_, "head": t.head.i, "dep": t.dep_, "sentence_start": t.is_sent_start is True,
            "entity": f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O"}


def tagger_margin(nlp, doc):
    scores = nlp.get_pipe("tagger").model.predict([doc])[0]
    best = scores.argsort(axis=1)[:, -2:]
    return min((float(row[b[1]] - row[b[0]]) for row, b in zip(scores, best)), default=1.0)


def transition_margin(nlp, doc, name):
    """The smallest lead of the best move over the second, over the moves that the component makes."""
    pipe = nlp.get_pipe(name)
    smallest = 1e9
    step = pipe.model.predict([doc])
    states = pipe.moves.init_batch([doc])
    moves = [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]
    states = [s for s in states if not s.is_final()]
    while states:
        scores = step.predict(states)
        allowed = sorted((float(scores[0][i]) for i, m in enumerate(moves) if pipe.moves.is_valid(states[0], m)), reverse=True)
        if len(allowed) > 1:
            smallest = min(smallest, allowed[0] - allowed[1])
        states = pipe.transition_states(states, scores)
    return smallest


def margin_of(nlp, text, field):
    """How near spaCy was to another answer for this field in this unit."""
    wanted = COMPONENT.get(field)
    if wanted is None:
        return float("inf")
    doc = nlp.make_doc(text)
    for name, pipe in nlp.pipeline:
        if name == wanted:
            break
        doc = pipe(doc)
    if wanted == "tagger":
        return tagger_margin(nlp, doc)
    return transition_margin(nlp, doc, wanted)


class Report:
    """Counts and lists differences."""

    def __init__(self, nlp):
        self.nlp, self.tokens, self.units = nlp, 0, 0
        self.by_field, self.listed, self.unexcused = collections.Counter(), [], 0

    def add(self, text, ours, doc):
        self.units += 1
        self.tokens += len(doc)
        theirs = [token_of(t) for t in doc]
        if ours == theirs:
            return
        if [t["text"] for t in ours] != [t["text"] for t in theirs]:
            self.by_field["tokens"] += len(theirs)
            self.unexcused += len(theirs)
            self.note("tokens", text, [t["text"] for t in theirs][:40], [t["text"] for t in ours][:40], None)
            return
        margins = {}
        for mine, other in zip(ours, theirs):
            fields = [f for f in common.FIELDS if mine[f] != other[f]]
            for f in fields:
                self.by_field[f] += 1
                if f not in margins:
                    margins[f] = margin_of(self.nlp, text, f)
                self.note(f, other["text"], other[f], mine[f], margins[f])
            # What tags and arcs do to words and lemmas follows from them.
            self.unexcused += bool(fields) and min(margins[f] for f in fields) > MARGIN

    def note(self, field, where, theirs, ours, margin):
        if len(self.listed) < 200:
            self.listed.append(f"  {field}: {where!r:.80}: spaCy {theirs!r:.200}, ours {ours!r:.200}"
                               + ("" if margin is None else f", margin {margin:.2e}"))

    def close(self, model):
        total = sum(self.by_field.values())
        print(f"{model}: {self.tokens:,} tokens in {self.units:,} units; differences: {total} {dict(self.by_field)}; "
              f"tokens without a near tie: {self.unexcused}")
        print("\n".join(self.listed))
        return self.unexcused == 0 and total <= MOST * self.tokens


class Store:
    """spaCy's answer as numbers: see tests/parity/README.md."""

    def __init__(self, folder, model):
        self.path = os.path.join(folder, f"{model}.jsonl.xz")
        self.out = lzma.open(self.path + ".part", "wt", encoding="utf-8", preset=9)
        self.codes = {f: {} for f in ("tag", "pos", "morph", "dep", "entity")}
        self.tokens, self.units = 0, 0

    def article(self, corpus, place):
        self.out.write(json.dumps({"corpus": corpus, "place": place}) + "\n")

    def add(self, text, _, doc):
        crc = lambda s: zlib.crc32(s.encode())
        rows = []
        for t in map(token_of, doc):
            row = [len(t["text"]), int(t["space"]) + 2 * int(t["sentence_start"]), t["head"] - len(rows)]
            row += [self.codes[f].setdefault(t[f], len(self.codes[f])) for f in self.codes]
            lower = t["text"].lower()
            rows.append(row + [0 if t["norm"] == lower else crc(t["norm"]), 0 if t["lemma"] == lower else crc(t["lemma"])])
        self.tokens += len(rows)
        self.units += 1
        unit = {"sha256": hashlib.sha256(text.encode()).hexdigest(), "tokens": [list(column) for column in zip(*rows)]}
        self.out.write(json.dumps(unit, separators=(",", ":")) + "\n")

    def close(self, model):
        self.out.write(json.dumps({"codes": {f: list(c) for f, c in self.codes.items()}}) + "\n")
        self.out.close()
        os.replace(self.path + ".part", self.path)
        print(f"{model}: stored {self.tokens:,} tokens in {self.units:,} units as {self.path}")
        return True


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--binary", required=True)
    args.add_argument("--model", required=True)
    args.add_argument("--package", required=True)
    args.add_argument("--tokens", type=int, required=True)
    args.add_argument("--store", help="folder: write spaCy's analyses as numbers instead of comparing")
    args.add_argument("corpora", nargs="+")
    args = args.parse_args()
    nlp = spacy.load(args.package)
    # Half of the tokens from all corpora but the last, so that a small corpus is read to its end.
    report = Store(args.store, args.model) if args.store else Report(nlp)
    for n, corpus in enumerate(args.corpora):
        goal = args.tokens if n + 1 == len(args.corpora) else args.tokens * (n + 1) // (2 * (len(args.corpora) - 1))
        for batch in common.batches(common.articles(corpus), 5 if args.store else 100):
            if report.tokens >= goal:
                break
            parsed = common.parse(args.binary, args.model, [text for _, text in batch])
            if args.store:
                for (place, _), units in zip(batch, parsed):
                    report.article(os.path.basename(corpus), place)
                    for unit, doc in zip(units, nlp.pipe([u["text"] for u in units], batch_size=32)):
                        report.add(unit["text"], None, doc)
                continue
            pairs = [(unit["text"], [{f: t[f] for f in common.FIELDS} for t in unit["tokens"]]) for units in parsed for unit in units]
            for (text, ours), doc in zip(pairs, nlp.pipe([text for text, _ in pairs], batch_size=32)):
                report.add(text, ours, doc)
            # So that a run that is broken off still tells how far it came.
            print(f"{args.model}: {report.tokens:,} tokens, {sum(report.by_field.values())} differences so far", file=sys.stderr, flush=True)
    sys.exit(0 if report.close(args.model) else 1)


if __name__ == "__main__":
    main()
