"""Writes demo/articles.jsonl from demo/articles/*.txt; with --check only says whether it is up to date.

An article's title is its first line that is no date line; its day begins its file's name.
"""
import json
import pathlib
import sys

DEMO = pathlib.Path(__file__).resolve().parent.parent / "demo"


def row(path):
    text = path.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.strip() and not line.startswith("Last updated"))
    fields = {"id": path.stem, "title": title.strip(), "published": path.name[:10], "source": "Averment demo", "text": text}
    return json.dumps(fields, ensure_ascii=False) + "\n"


def main():
    target = DEMO / "articles.jsonl"
    rows = "".join(row(path) for path in sorted((DEMO / "articles").glob("*.txt")))
    if sys.argv[1:] == ["--check"]:
        if target.read_text(encoding="utf-8") != rows:
            sys.exit(f"{target} is out of date: run scripts/demo_jsonl.py")
    else:
        target.write_text(rows, encoding="utf-8")


if __name__ == "__main__":
    main()
