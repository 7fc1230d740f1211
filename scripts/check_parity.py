#!/usr/bin/env python3
"""Compares our parse with what spaCy said of at least 50,000 tokens for each model, stored as numbers in tests/parity.

usage: check_parity.py BINARY SHARED

The texts are read from SHARED/corpora; a unit is known by the sha256 of its text.  Fails where a unit is unknown (the rules
of paragraphs changed: run scripts/parity, then scripts/parity --store) or a number differs.
"""
import hashlib
import json
import lzma
import os
import sys
import zlib

import parity_common as common

LEAST = 50000
COLUMNS = ("length", "space and start", "head", "tag", "pos", "morph", "dep", "entity", "norm", "lemma")


def stored(path):
    """[((corpus, place), units)] and the codes."""
    articles, codes = [], None
    with lzma.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            row = json.loads(line)
            if "corpus" in row:
                articles.append(((row["corpus"], row["place"]), []))
            elif "codes" in row:
                codes = row["codes"]
            else:
                articles[-1][1].append(row)
    return articles, codes


def numbers(tokens, codes):
    """Our tokens in the columns of the store."""
    crc = lambda s: zlib.crc32(s.encode())
    rows = []
    for i, t in enumerate(tokens):
        lower = t["text"].lower()
        rows.append([len(t["text"]), int(t["space"]) + 2 * int(t["sentence_start"]), t["head"] - i]
                    + [codes[f].get(t[f], -1) for f in codes]
                    + [0 if t["norm"] == lower else crc(t["norm"]), 0 if t["lemma"] == lower else crc(t["lemma"])])
    return [list(column) for column in zip(*rows)]


def check(binary, model, shared):
    """Returns (tokens compared, complaints)."""
    articles, codes = stored(os.path.join("tests", "parity", f"{model}.jsonl.xz"))
    codes = {f: {value: i for i, value in enumerate(values)} for f, values in codes.items()}
    texts = {}
    for corpus in sorted({c for (c, _), _ in articles}):
        wanted = {place for (c, place), _ in articles if c == corpus}
        texts.update({(corpus, place): text for place, text in common.articles(os.path.join(shared, "corpora", corpus))
                      if place in wanted})
    tokens, complaints = 0, []
    ours = common.parse(binary, model, [texts[key] for key, _ in articles])
    for (key, units), mine in zip(articles, ours):
        hashes = [hashlib.sha256(u["text"].encode()).hexdigest() for u in mine]
        if hashes != [u["sha256"] for u in units]:
            complaints.append(f"{model}: {key[0]} article {key[1]}: other paragraphs than stored")
            continue
        for unit, my_unit in zip(units, mine):
            tokens += len(my_unit["tokens"])
            for name, want, got in zip(COLUMNS, unit["tokens"], numbers(my_unit["tokens"], codes)):
                for i, (a, b) in enumerate(zip(want, got)):
                    if a != b or len(want) != len(got):
                        complaints.append(f"{model}: {key[0]} article {key[1]}, token {my_unit['tokens'][i]['start']}: {name} {b}, stored {a}")
    return tokens, complaints


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    failed = False
    for model in ("sm", "md"):
        tokens, complaints = check(sys.argv[1], model, sys.argv[2])
        print(f"{model}: {tokens} tokens compared, {len(complaints)} differences")
        print("\n".join(complaints[:20]))
        failed |= bool(complaints) or tokens < LEAST
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
