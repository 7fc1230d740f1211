"""Checks what every file of knowledge/ owes its reviewer; the rules themselves are checked when loaded.

  text        UTF-8, no carriage returns, no tabs, no blanks at line ends, a line break at the end
  provenance  the first lines of a file, or the README of its folder for all, say source:, licence:, date:
              and reviewer:
  README      every folder has one, and it names every file of the folder
"""
import pathlib
import sys

HEADER_LINES = 15
MARKS = ("source:", "licence:", "date:", "reviewer:")


def text_breaches(path, raw):
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as e:
        yield 1, f"no UTF-8: {e}"
        return
    if not text.endswith("\n"):
        yield 1, "no line break at the end"
    for number, line in enumerate(text.split("\n"), 1):
        if "\r" in line or "\t" in line:
            yield number, "a carriage return or a tab"
        elif line != line.rstrip():
            yield number, "blanks at the end of the line"


def provenance_breaches(text, readme):
    head = (" ".join(text.splitlines()[:HEADER_LINES]) + " " + readme).lower()
    missing = [mark for mark in MARKS if mark not in head]
    if missing:
        yield 1, f"neither its first lines nor the README say {' '.join(missing)}"


def main():
    files = breaches = 0
    for folder in sorted({p.parent for p in pathlib.Path("knowledge").rglob("*.txt")}):
        readme_path = folder / "README.md"
        readme = readme_path.read_text(encoding="utf-8") if readme_path.exists() else ""
        if not readme:
            print(f"{folder}: no README.md")
            breaches += 1
        for path in sorted(folder.glob("*.txt")):
            files += 1
            raw = path.read_bytes()
            found = list(text_breaches(path, raw)) + list(provenance_breaches(raw.decode("utf-8", "replace"), readme))
            if readme and path.name not in readme:
                found.append((1, f"{readme_path} does not name it"))
            for number, why in found:
                print(f"{path}:{number}: {why}")
            breaches += len(found)
    print(f"{files} files of knowledge, {breaches} breaches")
    return 1 if breaches or not files else 0


if __name__ == "__main__":
    sys.exit(main())
