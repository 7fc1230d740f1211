"""Checks records against docs/record.schema.json and against what a schema cannot say.

usage: check_records.py RECORDS.jsonl ARTICLES_FOLDER

Each record belongs to ARTICLES_FOLDER/ID or ARTICLES_FOLDER/ID.txt.  Checked besides the schema: every
span's text is what the article holds there (in code points); ids are unique and references exist; every
finding names its rule.
"""
import hashlib
import json
import pathlib
import sys

import jsonschema

LISTS = ["actors", "times", "places", "attributions", "events", "plans", "tolls", "stances"]
# Fields that refer to other items, wherever they stand.
REFERENCES = {"actor", "source", "within", "time", "place", "attribution", "disputed_by", "of", "same_as", "members"}


def walk(value, key=None):
    """Every (key, value) below `value`, itself included."""
    yield key, value
    if isinstance(value, dict):
        for k, v in value.items():
            yield from walk(v, k)
    elif isinstance(value, list):
        for v in value:
            yield from walk(v, key)


def article_of(record, folder):
    name = pathlib.Path(record["document"]["id"]).name
    for path in (folder / name, folder / (name + ".txt")):
        if path.is_file():
            return path
    raise SystemExit(f"no article for {record['document']['id']} in {folder}")


def breaches(record, text):
    """Yields what is wrong, in words."""
    ids = [item["id"] for name in LISTS for item in record.get(name) or []]
    for again in {i for i in ids if ids.count(i) > 1}:
        yield f"id {again} stands twice"
    for name in LISTS:
        for item in record.get(name) or []:
            if name != "actors" and not item.get("rule"):
                yield f"{item['id']}: no rule"
            for key, value in walk(item):
                if key in REFERENCES and isinstance(value, str) and value not in ids:
                    yield f"{item['id']}: {key} refers to {value}, which is not there"
    for _, value in walk(record):
        if isinstance(value, dict) and "start" in value and "end" in value:
            start, end = value["start"], value["end"]
            if not 0 <= start <= end <= len(text):
                yield f"span {start}:{end} lies outside the article"
            elif "text" in value and value["text"] != text[start:end]:
                yield f"span {start}:{end} says {value['text']!r}, the article {text[start:end]!r}"


def main():
    records, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    with open("docs/record.schema.json", encoding="utf-8") as f:
        schema = json.load(f)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failed, items, lines = 0, 0, pathlib.Path(records).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        record = json.loads(line)
        path = article_of(record, folder)
        raw = path.read_bytes()
        found = [f"schema: {'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(record)]
        found += breaches(record, record["document"].get("text") or raw.decode("utf-8"))
        if record["document"].get("sha256") != hashlib.sha256(raw).hexdigest():
            found.append("document.sha256 is not the article's")
        items += sum(len(record.get(name) or []) for name in LISTS)
        for why in found:
            print(f"{records}:{number}: {path.name}: {why}")
        failed += bool(found)
    articles = len(list(folder.glob("*.txt")))
    if len(lines) != articles:
        raise SystemExit(f"{articles} articles, but {len(lines)} records")
    print(f"{len(lines)} records, {items} items, {failed} records with breaches")
    return 1 if failed or not lines else 0


if __name__ == "__main__":
    sys.exit(main())
