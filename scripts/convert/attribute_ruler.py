"""The attribute ruler's patterns, compiled to what src/syntax/attribute_ruler.cc evaluates.

A spaCy pattern constrains one or two tokens.  Here a token's constraint is a set of tags and a set of relations
(bit masks over the labels of this model), whether it must be whitespace, and a set of lower-case words; the
patterns' few regular expressions are finite, so they become words too.

  ruler.{tags,deps,words,pos,morphs,lemmas}   strings; a mask's bit i is the i-th tag or relation
  ruler.matches     u64 [matches, 8]  rule, length, then twice (tags, deps, space: 0 any, 1 no, 2 yes); the masks
                    of a missing second token are 0
  ruler.words_of.{at,ids}  u32  for match m and position p (0, 1): ids of the words allowed, from at[2 m + p] to
                    at[2 m + p + 1]; none means any
  ruler.effects     i32 [rules, 6]  position, tag, pos, morph, lemma, dep; -1 where left alone
"""
import json
import re
from pathlib import Path

import msgpack
import numpy as np

ANY = 2**64 - 1
EMPTY_MORPH = "_"


def finite_words(pattern):
    """The words that a regular expression of letters, classes and `?` matches; fails on anything else."""
    parts = re.fullmatch(r"\^((?:(?:[a-z']|\[[a-z']+\])\??)+)\$", pattern)
    assert parts, f"not a finite expression: {pattern}"
    words = [""]
    for letters, optional in re.findall(r"(\[[a-z']+\]|[a-z'])(\??)", parts.group(1)):
        words = [w + c for w in words for c in letters.strip("[]")] + (words if optional else [])
    return sorted(words)


def labels(package):
    """The tags and relations that the package's tagger and parser, and the ruler itself, can give."""
    tags = json.loads((package / "tagger/cfg").read_text())["labels"]
    moves = json.loads(msgpack.unpackb((package / "parser/moves").read_bytes(), strict_map_key=False)["moves"])
    deps = {label.split("||")[0] for action in moves.values() for label in action if label} | {"ROOT", "dep"}
    return tags, sorted(deps)


def mask(condition, names):
    """The labels a condition allows, as bits; unset labels ("") do not occur behind tagger and parser."""
    if condition is None:
        return ANY
    if isinstance(condition, str):
        condition = {"IN": [condition]}
    (kind, listed), = condition.items()
    assert kind in ("IN", "NOT_IN"), condition
    bits = sum(1 << i for i, name in enumerate(names) if name in listed)
    return bits if kind == "IN" else ANY & ~bits


def words_of(condition):
    if condition is None:
        return []
    if isinstance(condition, str):
        return [condition]
    (kind, value), = condition.items()
    assert kind in ("IN", "REGEX"), condition
    return finite_words(value) if kind == "REGEX" else sorted(value)


def normal_morph(features):
    return "" if features == EMPTY_MORPH else "|".join(sorted(features.split("|")))


class Names(list):
    """Strings in the order of their first use."""

    def id(self, name):
        if name not in self:
            self.append(name)
        return self.index(name)


def add(container, package_dir):
    package = Path(package_dir)
    rules = msgpack.unpackb((package / "attribute_ruler/patterns").read_bytes(), strict_map_key=False)
    tags, deps = labels(package)
    assert len(tags) <= 64 and len(deps) <= 64
    words, pos, morphs, lemmas = Names(), Names(), Names([""]), Names()
    matches, word_at, word_ids, effects = [], [0], [], []
    for number, rule in enumerate(rules):
        attrs, position = dict(rule["attrs"]), rule.get("index", 0)
        for pattern in rule["patterns"]:
            assert 1 <= len(pattern) <= 2 and 0 <= position < len(pattern), rule
            row = [number, len(pattern)]
            for token in pattern + [None] * (2 - len(pattern)):
                if token is None:
                    row += [0, 0, 0]
                else:
                    assert set(token) <= {"TAG", "DEP", "LOWER", "IS_SPACE"}, token
                    space = {None: 0, False: 1, True: 2}[token.get("IS_SPACE")]
                    row += [mask(token.get("TAG"), tags), mask(token.get("DEP"), deps), space]
                    word_ids += [words.id(w) for w in words_of(token.get("LOWER"))]
                word_at.append(len(word_ids))
            assert len(pattern) == 1 or word_at[-1] > word_at[-2], f"the second token needs words: {rule}"
            matches.append(row)
        effect = [position]
        for name, ids in (("TAG", tags.index), ("POS", pos.id), ("MORPH", lambda m: morphs.id(normal_morph(m))),
                          ("LEMMA", lemmas.id), ("DEP", deps.index)):
            effect.append(ids(attrs.pop(name)) if name in attrs else -1)
        assert not attrs, f"cannot set {attrs}"
        effects.append(effect)
    for name, strings in (("tags", tags), ("deps", deps), ("words", words), ("pos", pos), ("morphs", morphs),
                          ("lemmas", lemmas)):
        container.strings("ruler." + name, strings)
    container.array("ruler.matches", np.array(matches, dtype=np.uint64))
    container.array("ruler.words_of.at", np.array(word_at, dtype=np.uint32))
    container.array("ruler.words_of.ids", np.array(word_ids, dtype=np.uint32))
    container.array("ruler.effects", np.array(effects, dtype=np.int32))
