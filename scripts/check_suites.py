"""Runs suites of sentences with traps and twins: check_suites.py [--errors] PROGRAM DECOYS.txt... TOPICS.txt...

A line "- TYPES | text" of a file of decoys must not have an event of these types (`*`: of any) with status
actual, "+ TYPES | text" must have one.  In tolls.txt, plans.txt and stances.txt "- | text" must have no toll, plan
or stance, "+ ITEMS | text" must have the items, written as the heads of the files say.  Every text is
an article published on 25 June 2013.  Prints the rates; --errors prints the sentences as well.

The rates that are allowed stand in LIMITS: what was measured when it was last written down, in per cent.  A run that is worse
fails.
"""
import json
import pathlib
import re
import subprocess
import sys

PUBLISHED = "2013-06-25"
LIMITS = {  # File: traps wrong, twins missed.
    "decoys": (2.7, 2.7), "tolls": (1.4, 0), "plans": (0, 10), "stances": (0, 2.5),
}


def rows_of(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = re.fullmatch(r"([-+]) (.*?)\| (.+)", line)
        if not match:
            sys.exit(f"{path}:{number}: expected `- ... | text` or `+ ... | text`")
        yield number, match[1] == "+", match[2].strip(), match[3]


def toll_of(item):
    measure, number = item.split()
    if number.startswith("~"):
        return measure, int(number[1:]), int(number[1:])
    low, high = number.split("..")
    return measure, int(low) if low else None, int(high) if high else None


def decoy_fits(record, wanted):
    types = wanted.split("/")
    return any(e["status"] == "actual" and (wanted == "*" or e["type"] in types) for e in record["events"])


def tolls_fit(record, wanted):
    found = [(t["measure"], t["low"], t["high"]) for t in record["tolls"]]
    return bool(found) if not wanted else all(toll_of(item.strip()) in found for item in wanted.split(";"))


def plans_fit(record, wanted):
    if not wanted:
        return bool(record["plans"])
    word, *dates = [part.strip() for part in wanted.split(";")]
    for plan in record["plans"]:
        schedule = [f"{s['standing']} {s['value']}" for s in plan["schedule"]]
        if word in plan["what"].lower() and all(date in schedule for date in dates):
            return True
    return False


def stances_fit(record, wanted):
    if not wanted:
        return bool(record["stances"])

    def names(text, name):
        short = name.removeprefix("the ").removeprefix("The ")
        return short in text or text.removeprefix("the ") in short

    # Its words, or the name of the actor that they speak of: "Yemen's president, Ali Xample".
    known = {actor["id"]: actor["name"] for actor in record["actors"]}

    def is_one(party, name):
        return names(party["text"], name) or names(known[party["actor"]], name)

    holder, stance, toward = re.fullmatch(r"(.+) (supports|opposes) (.+)", wanted).groups()
    return any(s["stance"] == stance and is_one(s["holder"], holder) and is_one(s["toward"], toward)
               for s in record["stances"])


FITS = {"tolls": tolls_fit, "plans": plans_fit, "stances": stances_fit}


def main():
    errors = "--errors" in sys.argv
    program, *paths = [a for a in sys.argv[1:] if a != "--errors"]
    rows = [(pathlib.Path(p), *row) for p in paths for row in rows_of(pathlib.Path(p))]
    articles = "".join(json.dumps({"id": str(i), "text": row[-1], "published": PUBLISHED}) + "\n" for i, row in enumerate(rows))
    done = subprocess.run([program, "code", "-"], input=articles.encode(), stdout=subprocess.PIPE, check=True)
    records = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    counts, groups = {}, {}
    for (path, number, must, wanted, text), record in zip(rows, records, strict=True):
        fits = FITS.get(path.stem, decoy_fits)(record, wanted)
        group = path.stem if path.stem in FITS else "decoys"
        for table, key in ((counts, path.stem), (groups, group)):
            row = table.setdefault(key, [0, 0, 0, 0])
            row[2 if must else 0] += 1
            row[3 if must else 1] += fits != must
        if errors and fits != must:
            print(f"{path}:{number}: {'missed' if must else 'wrong'} {wanted} | {text}")
    failed = 0
    for name, (traps, wrong, twins, missed) in {**counts, **{g: c for g, c in groups.items() if g not in counts}}.items():
        rates = 100 * wrong / max(traps, 1), 100 * missed / max(twins, 1)
        limits = LIMITS.get(name, (100, 100))
        bad = any(rate > limit + 1e-9 for rate, limit in zip(rates, limits))
        failed += bad
        print(f"{name}: traps wrong {wrong}/{traps} {rates[0]:.1f} %, twins missed {missed}/{twins} {rates[1]:.1f} %"
              + (f"  FAIL: allowed {limits[0]} and {limits[1]}" if bad else ""))
    return 1 if failed or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
