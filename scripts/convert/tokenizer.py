"""The tokenizer of a spaCy English pipeline: patterns, exceptions, string ids, norms.

The patterns are rewritten from Python's `re` to PCRE2, which reads all of them alike but for
  \\uXXXX, \\UXXXXXXXX   written \\x{...}
  (?u)                   dropped: PCRE2 is told so when it compiles
  \\S                    any character: chunks hold no blank, and the two differ over U+180E
The tokenizer bounds the work on hostile input by what is asserted here of the patterns' shape.
"""
import os
import re

import msgpack
import numpy as np

import symbols

ORTH, NORM = 65, 67  # spaCy's attribute numbers.
LONGEST_SUFFIX = 8   # Characters; src/text/tokenizer.cc looks that far back.
ITEM = re.compile(r"\\[uU]([0-9a-fA-F]{4,8})|\\.|\[(?:\\.|[^\]\\])*\]|.", re.DOTALL)


def _to_pcre(pattern):
    pattern = pattern.removeprefix("(?u)")
    pattern = re.sub(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})",
                     lambda m: "\\x{%X}" % int(m[1] or m[2], 16), pattern)
    for item in ITEM.finditer(pattern):
        if item[0].startswith("["):
            assert not re.search(r"(?<!\\)\[", item[0][1:]) and r"\S" not in item[0], item[0][:60]
    return pattern.replace(r"\S", "(?s:.)")


def _alternatives(pattern):
    """Splits at the bars outside all brackets."""
    found, depth = [""], 0
    for item in ITEM.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(item[0], 0)
        if item[0] == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += item[0]
    return found


def _check_shape(prefix, suffix):
    """What the tokenizer takes for granted."""
    for alternative in _alternatives(prefix):
        assert alternative.startswith("^"), f"prefix not at the start: {alternative[:60]}"
    for alternative in _alternatives(suffix):
        assert alternative.endswith("$"), f"suffix not at the end: {alternative[:60]}"
        if alternative == r"\.\.+$":
            continue
        match = _without_lookbehind(alternative.removesuffix("$"))
        assert not {"+", "*", "{", "?"} & set(match), f"suffix without bound: {alternative[:60]}"
        longest = max(len(part) for part in "".join(item[-1] for item in match).split("|"))
        assert longest <= LONGEST_SUFFIX, f"suffix of {longest} characters: {alternative[:60]}"


def _without_lookbehind(alternative):
    """Its items but for what stands in (?<=...) and for the marks of plain groups."""
    found, inside = [], False
    for item in ITEM.finditer(alternative.replace("(?:", "(").replace("(?<=", "\0")):
        inside = (inside or item[0] == "\0") and item[0] != ")"
        if not inside and item[0] not in "()":
            found.append(item[0])
    return found


def _add_words(out, package):
    """Ids of strings, and norms that are not the lower-case form."""
    with open(os.path.join(package, "vocab", "lookups.bin"), "rb") as f:
        norms = msgpack.unpackb(f.read(), strict_map_key=False)["lexeme_norm"]
    ids = sorted(norms)
    out.strings("words.symbols", symbols.SYMBOLS)
    out.array("words.norm.ids", np.array(ids, dtype=np.uint64))
    out.strings("words.norm.norms", [norms[i] for i in ids])
    base = [(word, norm) for norm, words in symbols.BASE_NORMS.items() for word in words]
    out.strings("words.base.words", [word for word, _ in base])
    out.strings("words.base.norms", [norm for _, norm in base])


def add(out, package):
    """Adds the sections tokenizer.* and words.*."""
    with open(os.path.join(package, "tokenizer"), "rb") as f:
        tokenizer = msgpack.unpackb(f.read(), strict_map_key=False)
    assert tokenizer["token_match"] is None and tokenizer["faster_heuristics"] is True, "another tokenizer"
    _check_shape(tokenizer["prefix_search"], tokenizer["suffix_search"])
    for name in ("prefix_search", "suffix_search", "infix_finditer", "url_match"):
        out.array("tokenizer." + name, np.frombuffer(_to_pcre(tokenizer[name]).encode(), dtype=np.uint8))
    exceptions = sorted(tokenizer["exceptions"].items())
    for chunk, tokens in exceptions:
        assert "".join(t[ORTH] for t in tokens) == chunk and all(t[ORTH] for t in tokens), chunk
        assert all(set(t) <= {ORTH, NORM} for t in tokens), chunk
        # Blanks are chunks of their own, and one token.
        assert chunk.split() == [chunk] or (chunk.isspace() and len(tokens) == 1), chunk
    out.strings("tokenizer.exceptions", [chunk for chunk, _ in exceptions])
    ends = np.cumsum([0] + [len(tokens) for _, tokens in exceptions])
    out.array("tokenizer.exceptions.tokens", ends.astype(np.uint32))
    out.strings("tokenizer.exceptions.orths", [t[ORTH] for _, tokens in exceptions for t in tokens])
    out.strings("tokenizer.exceptions.norms", [t.get(NORM, "") for _, tokens in exceptions for t in tokens])
    _add_words(out, package)
