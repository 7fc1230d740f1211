"""The lemmatizer's tables: for each part of speech the known base forms, the exceptions and the suffix rules.

  lemmas.pos             strings: the parts of speech that have tables, "NOUN" ...
  lemmas.POS.index       strings, ascending: the known base forms
  lemmas.POS.exceptions  strings, ascending: forms whose lemmas are listed; those of exception i are
                         lemmas.POS.forms (strings) from lemmas.POS.forms_of[i] to [i + 1] (u32)
  lemmas.POS.old, .new   strings: a suffix and what replaces it, in order
"""
from pathlib import Path

import msgpack
import numpy as np

M64 = 2**64 - 1


def string_id(text):
    """spaCy's hash of a string: MurmurHash2, 64 bits, seed 1."""
    data, m = text.encode("utf-8"), 0xC6A4A7935BD1E995
    h = 1 ^ (len(data) * m & M64)
    whole = len(data) & ~7
    for at in range(0, whole, 8):
        k = int.from_bytes(data[at:at + 8], "little") * m & M64
        k = (k ^ k >> 47) * m & M64
        h = (h ^ k) * m & M64
    if data[whole:]:
        h = (h ^ int.from_bytes(data[whole:], "little")) * m & M64
    h = (h ^ h >> 47) * m & M64
    return h ^ h >> 47


# Tables are keyed by hash, except for strings that are spaCy symbols: "punct" is also a relation.
SYMBOLS = {445: "PUNCT"}
POS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE".split()


def ascending(strings):
    return sorted(set(strings), key=lambda s: s.encode("utf-8"))


def add(container, package_dir):
    lookups = msgpack.unpackb((Path(package_dir) / "lemmatizer/lookups/lookups.bin").read_bytes(),
                              strict_map_key=False)
    assert set(lookups) == {"lemma_rules", "lemma_exc", "lemma_index"}, set(lookups)
    names = {**{string_id(pos.lower()): pos for pos in POS}, **SYMBOLS}
    found = sorted({names[key] for table in lookups.values() for key in table})
    keys = {pos: key for key, pos in names.items() if any(key in table for table in lookups.values())}
    container.strings("lemmas.pos", found)
    for pos in found:
        index = lookups["lemma_index"].get(keys[pos], [])
        exceptions = lookups["lemma_exc"].get(keys[pos], {})
        rules = lookups["lemma_rules"].get(keys[pos], [])
        words = ascending(exceptions)
        container.strings(f"lemmas.{pos}.index", ascending(index))
        container.strings(f"lemmas.{pos}.exceptions", words)
        container.strings(f"lemmas.{pos}.forms", [form for word in words for form in exceptions[word]])
        counts = [len(exceptions[word]) for word in words]
        container.array(f"lemmas.{pos}.forms_of", np.cumsum([0] + counts).astype(np.uint32))
        container.strings(f"lemmas.{pos}.old", [old for old, _ in rules])
        container.strings(f"lemmas.{pos}.new", [new for _, new in rules])
