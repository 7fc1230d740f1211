"""Scores tolls, plans and stances against the marks of thirty real articles.

usage: score_judged.py PROGRAM [--part dev|test] [--strict] [--errors]

Marks: tests/judged, made as docs/judged_articles.md tells.  Articles: $AVERMENT_SHARED/corpora; without it, exits 77.

A line of the program and a mark match if a span of the line's evidence touches one of the mark's, and

  tolls    measure and bounds are equal, and so is a word of those counted where both name them
  plans    the status is one of the mark's, and a date of the schedule is the mark's or one is a part of the other; where the
           mark has no date there is none
  stances  the stance is equal, and the spans of holder and toward touch the mark's

Each takes part in one match at most; marks that are due come first.  Open marks count only with --strict.
--errors lists what is missed and what is wrong, with its words; use it with --part dev only.
FLOORS is what was measured when it was last written down, in per cent.  A run that is worse fails.
"""
import argparse
import collections
import gzip
import json
import os
import pathlib
import subprocess
import sys

CORPUS = pathlib.Path(os.environ.get("AVERMENT_SHARED", "../shared")) / "corpora/syria-2011-2014.jsonl.gz"
MARKS = pathlib.Path(__file__).resolve().parent.parent / "tests/judged"
TOPICS = ["tolls", "plans", "stances"]
FLOORS = {  # Part and topic: precision, recall.
    "dev tolls": (96, 72), "dev plans": (75, 40), "dev stances": (75, 55),
    "test tolls": (96, 74), "test plans": (40, 20), "test stances": (66, 25),
}
Mark = collections.namedtuple("Mark", "part article spans due values")


def spans_of(text):
    return [] if text == "-" else [tuple(map(int, span.split("-"))) for span in text.split(",")]


def marks_of(topic):
    head, *rows = (MARKS / (topic + ".tsv")).read_text().splitlines()
    for row in rows:
        values = dict(zip(head.removeprefix("# ").split("\t"), row.split("\t"), strict=True))
        spans = spans_of(values["spans"]) if "spans" in values else [(int(values["start"]), int(values["end"]))]
        yield Mark(values["part"], values["article"], spans, values["judged"] == "counts", values)


def touch(spans, others):
    return any(a < d and c < b for a, b in spans for c, d in others)


def places(items):
    return [(s["start"], s["end"]) for s in items]


def bounds(toll):
    low, high = toll.get("low"), toll.get("high")
    if toll.get("approximate") and low == high:
        return f"~{low}"
    return f"{'' if low is None else low}..{'' if high is None else high}"


def toll_fits(toll, mark, text):
    if toll["measure"] != mark["measure"] or bounds(toll) != mark["bounds"]:
        return False
    who = {word for a, b in spans_of(mark["who"]) for word in text[a:b].lower().split()}
    return not who or not toll.get("who") or not who.isdisjoint(toll["who"].lower().split())


def plan_fits(plan, mark, _):
    if plan["status"] not in mark["status"].split("/"):
        return False
    dates = [item["value"] for item in plan["schedule"]]
    if mark["date"] == "-":
        return not dates
    return any(d.startswith(mark["date"]) or mark["date"].startswith(d) for d in dates)


def stance_fits(stance, mark, _):
    return (stance["stance"] == mark["stance"] and touch(places([stance["holder"]]), spans_of(mark["holder"]))
            and touch(places([stance["toward"]]), spans_of(mark["toward"])))


FITS = {"tolls": toll_fits, "plans": plan_fits, "stances": stance_fits}


def shown(topic, item):
    if topic == "tolls":
        return f"{item['measure']} {bounds(item)} {item.get('who')}"
    if topic == "plans":
        return f"{item['what']}, {item['status']} {[s['value'] for s in item['schedule']]}"
    return f"{item['holder']['text']} {item['stance']} {item['toward']['text']}"


def score(topic, marks, articles, records, args):
    """(right, wrong, missed)"""
    left = collections.defaultdict(list)
    for mark in sorted(marks, key=lambda m: not m.due):
        left[mark.article].append(mark)
    right = wrong = 0
    for name, record in records.items():
        text, items = articles[name]["text"], list(record[topic])
        for mark in list(left[name]):
            fit = [i for i in items if touch(places(i["evidence"]), mark.spans) and FITS[topic](i, mark.values, text)]
            if fit:
                items.remove(fit[0])
                left[name].remove(mark)
                right += mark.due or args.strict
        wrong += len(items)
        for item in items if args.errors else []:
            at = item["evidence"][0]
            words = text[max(0, at["start"] - 80):at["end"] + 80].replace("\n", " ")
            print(f"wrong  {topic} {name}: {shown(topic, item)} [{item['rule']}] | {words}")
    missed = [m for ms in left.values() for m in ms if m.due or args.strict]
    for mark in missed if args.errors else []:
        start, end = mark.spans[0][0], mark.spans[-1][1] if len(mark.spans) == 1 else mark.spans[0][1]
        words = articles[mark.article]["text"][max(0, start - 80):end + 60].replace("\n", " ")
        print(f"missed {topic} {mark.article}: {list(mark.values.values())[2:]} | {words}")
    return right, wrong, len(missed)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--part", choices=["dev", "test"])
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    if not CORPUS.exists():
        print(f"no {CORPUS.name} beside the repository (AVERMENT_SHARED)")
        return 77
    marks = {topic: list(marks_of(topic)) for topic in TOPICS}
    failed = 0
    ids = sorted(map(json.loads, gzip.open(CORPUS, "rt", encoding="utf-8")), key=lambda a: a["id"])[10::20]
    for part in [args.part] if args.part else ["dev", "test"]:
        articles = {a["id"]: a for a in ids[part == "test"::2]}
        lines = "".join(json.dumps(a) + "\n" for a in articles.values())
        done = subprocess.run([args.program, "code", "-"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
        records = {r["document"]["id"]: r for r in map(json.loads, done.stdout.decode().splitlines())}
        for topic in TOPICS:
            of_part = [m for m in marks[topic] if m.part == part]
            right, wrong, missed = score(topic, of_part, articles, records, args)
            rates = 100 * right / max(right + wrong, 1), 100 * right / max(right + missed, 1)
            floors = (0, 0) if args.strict else FLOORS[f"{part} {topic}"]
            bad = any(rate < floor for rate, floor in zip(rates, floors))
            failed += bad
            print(f"{part} {topic:8} precision {rates[0] / 100:.2f} ({right} of {right + wrong})  recall {rates[1] / 100:.2f} "
                  f"({right} of {right + missed})" + (f"  FAIL: at least {floors[0]} and {floors[1]} %" if bad else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
