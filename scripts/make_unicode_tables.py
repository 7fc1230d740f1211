#!/usr/bin/env python3.11
"""Writes src/base/unicode_tables.cc: what Python 3.11 says of characters, as tables of ranges.

The model was trained on features that Python computed, so the tables are made from Python's own
answers, not from the Unicode files: str.isspace, isalpha, isdigit, isupper, islower, lower.  Python
3.11 holds Unicode 14.0 (unicodedata.unidata_version); another version would give other tables and
is refused.  Data files of Unicode: https://www.unicode.org/license.txt

    python3.11 scripts/make_unicode_tables.py > src/base/unicode_tables.cc
"""
import sys
import unicodedata

LAST = 0x10FFFF
SCALARS = [c for c in range(LAST + 1) if not 0xD800 <= c <= 0xDFFF]


def ranges(holds):
    """The maximal ranges of scalars for which `holds`."""
    found = []
    for c in SCALARS:
        if holds(chr(c)):
            if found and found[-1][1] == c - 1:
                found[-1][1] = c
            else:
                found.append([c, c])
    return found


def ignorable(c):
    """Case_Ignorable, seen through the rule for a final sigma, which skips such characters."""
    return ("A" + c + "\u03a3").lower()[-1] == "\u03c2" and (c + "\u03a3").lower()[-1] == "\u03c3"


def cased(c):
    """Cased and not Case_Ignorable, seen through the same rule."""
    return (c + "\u03a3").lower()[-1] == "\u03c2"


def lower_ranges():
    """[first, last, step, delta]: runs of characters whose lower case is `delta` away; step 2 where
    upper and lower case alternate."""
    pairs = [(c, ord(chr(c).lower()) - c) for c in SCALARS if len(chr(c).lower()) == 1 and chr(c).lower() != chr(c)]
    runs = []
    for c, delta in pairs:
        if runs and runs[-1][3] == delta:
            first, last, step, _ = runs[-1]
            gap = c - last
            if gap == step or (first == last and gap == 2):
                runs[-1][1:3] = [c, gap]
                continue
        runs.append([c, c, 1, delta])
    return runs


def table(kind, name, rows):
    """A C++ array; as many rows on a line as fit."""
    print(f"const {kind} {name}[] = {{")
    line = "   "
    for row in rows:
        item = " {" + ", ".join(hex(x) if i < 2 else str(x) for i, x in enumerate(row)) + "},"
        if len(line) + len(item) > 98:
            print(line)
            line = "   "
        line += item
    print(line)
    print("};")
    print(f"const size_t {name}Size = {len(rows)};")
    print()


def main():
    if unicodedata.unidata_version != "14.0.0":
        sys.exit(f"Unicode {unicodedata.unidata_version}: run this with Python 3.11, which holds 14.0.0")
    print("// Made by scripts/make_unicode_tables.py from Python 3.11's str methods (Unicode 14.0.0).")
    print("// Do not edit.  Over 400 lines: a table, made by a program.")
    print()
    print('#include "src/base/unicode_tables.h"')
    print()
    print("// clang-format off")
    print("namespace averment::internal {")
    print()
    table("CharRange", "kSpace", ranges(str.isspace))
    table("CharRange", "kAlpha", ranges(str.isalpha))
    table("CharRange", "kDigit", ranges(str.isdigit))
    table("CharRange", "kUpper", ranges(str.isupper))
    table("CharRange", "kLower", ranges(str.islower))
    table("CharRange", "kCased", ranges(cased))
    table("CharRange", "kCaseIgnorable", ranges(ignorable))
    table("LowerRange", "kToLower", lower_ranges())
    print("}  // namespace averment::internal")
    odd = [c for c in SCALARS if len(chr(c).lower()) > 1]
    assert odd == [0x130], odd  # unicode.cc knows this one.


if __name__ == "__main__":
    main()
