"""The schema against records that must pass and records that must not.

usage: check_schema.py        (in the repository's root)

Must pass: tests/record/*.json and the example of docs/record_format.md, whose spans are checked too.
Must not: the same records with one thing spoiled.
"""
import copy
import json
import pathlib
import re
import sys

import jsonschema

# What to spoil: the path to a value, and the value to put there.
SPOILED = [
    (["record"], 2),
    (["document", "published"], "4 May 2014"),
    (["document", "published_basis"], "guessed"),
    (["document", "colour"], "blue"),
    (["document", "sha256"], ""),
    (["sentences", 0, "end"], 0),
    (["actors", 0, "id"], "e1"),
    (["actors", 0, "sector"], "GOV,MIL"),
    (["actors", 0, "mentions"], []),
    (["times", 0, "rule"], ""),
    (["times", 0, "mod"], "SOON"),
    (["attributions", 0, "content"], []),
    (["events", 0, "type"], "MEET"),
    (["events", 0, "status"], "likely"),
    (["events", 0, "confidence"], 1.5),
    (["events", 0, "evidence"], []),
    (["events", 0, "sources", 0, "actor"], None),
    (["events", 0, "rule"], None),
    (["tolls"], [{"id": "l1", "measure": "killed", "scope": "incident", "evidence": [], "rule": "toll/x"}]),
]


def doc_example(path):
    """The article and the record that the documentation shows."""
    page = path.read_text(encoding="utf-8")
    article = re.search(r"```text\n(.*?)\n```", page, re.S).group(1)
    return article, json.loads(re.search(r"```json\n(.*?)\n```", page, re.S).group(1))


def spans(value):
    if isinstance(value, dict):
        if "start" in value and "text" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for v in value:
            yield from spans(v)


def spoil(record, path, value):
    spoiled = copy.deepcopy(record)
    at = spoiled
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return spoiled


def main():
    schema = json.loads(pathlib.Path("docs/record.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    page = pathlib.Path("docs/record_format.md")
    article, example = doc_example(page)
    records = {str(p): json.loads(p.read_text(encoding="utf-8")) for p in sorted(pathlib.Path("tests/record").glob("*.json"))}
    records[str(page)] = example

    failures = []
    for name, record in records.items():
        failures += [f"{name}: {e.json_path}: {e.message}" for e in validator.iter_errors(record)]
    for s in spans(example):
        if article[s["start"]:s["end"]] != s["text"]:
            failures.append(f"{page}: span {s['start']}:{s['end']} is not {s['text']!r}")
    for path, value in SPOILED:
        if validator.is_valid(spoil(records["tests/record/by_hand.json"], path, value)):
            failures.append(f"the schema lets pass {'.'.join(map(str, path))} = {value!r}")

    for failure in failures:
        print(failure)
    print(f"{len(records)} records, {len(SPOILED)} spoiled ones, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
