"""Checks the rules of the house over the tracked files, printing file:line for each breach.

  layers     a folder of src/ includes only itself and the folders above it; public headers include
             nothing of src/; programs (*_test.cc, *_bench.cc, *_train.cc, *_fuzz.cc) may include anything
  headers    heavy headers stay in .cc files; the library never streams to the terminal
  length     over 400 lines only where the first lines say why ("Over 400 lines: ...")
  contract   a header opens with a comment, and so does a .cc over 80 lines that is no test
  paths      no path of one machine
  names      no two headers define a type of one name (the linker would mix them up silently)
"""
import re
import subprocess
import sys

ORDER = ["base", "knowledge", "text", "syntax", "mentions", "discourse", "events", "record", "", "examples", "cli", "testing"]
HEAVY = re.compile(r"nlohmann/|CLI/|simdjson|fmt/|<regex>|pcre2")
PRINTING = re.compile(r"<iostream>|<print>")
MACHINE = re.compile(r"/(work|root|home)/\w|[.]library")
PROGRAM = re.compile(r"_(test|bench|train|fuzz|main)\.cc$")
TYPE = re.compile(r"(?:struct|class|enum class) (\w+)[^;]*{")
INCLUDE = re.compile(r'\s*#\s*include\s*([<"][^>"]+[>"])')
MAX_LINES = 400
SHORT = 80  # A .cc this short is told by its header.


def stage_of(path):
    """The folder of src/ that a path lies in; "" for src/ itself, None outside."""
    if not path.startswith("src/"):
        return None
    return path.split("/")[1] if path.count("/") > 1 else ""


def check_include(path, name):
    """Why `path` may not include `name`, if so."""
    stage, public = stage_of(path), path.startswith("include/")
    target = stage_of(name.strip('"<>'))
    if public and target is not None:
        return f"a public header includes {name}"
    if path.endswith(".h") and HEAVY.search(name):
        return f"{name} is heavy; include it in a .cc"
    if PROGRAM.search(path):
        return None
    if stage is not None and target is not None:
        if target not in ORDER:
            return f"no such stage: {name}"
        if ORDER.index(target) > ORDER.index(stage):
            return f"{stage or 'src'} may not include {name}: that stage comes later"
    if stage is not None and stage not in ("cli", "testing") and PRINTING.search(name):
        return f"the library does not print: {name}"
    return None


def check_file(path, text):
    """Yields (line, breach)."""
    lines = text.splitlines()
    code = path.endswith((".cc", ".h"))
    if code or path.endswith(".py") or path.startswith("scripts/"):
        if len(lines) > MAX_LINES and not any("Over 400 lines:" in line for line in lines[:15]):
            yield 1, f"{len(lines)} lines, and the first ones do not say why"
    if code and not (lines and lines[0].startswith("//")):
        if path.endswith(".h") or (path.startswith("src/") and len(lines) > SHORT and not PROGRAM.search(path)):
            yield 1, "does not open with a comment"
    for number, line in enumerate(lines, 1):
        if MACHINE.search(line):
            yield number, "a path of one machine"
        include = INCLUDE.match(line) if code else None
        breach = check_include(path, include[1]) if include else None
        if breach:
            yield number, breach


def check_names(files):
    """Yields (path, line, breach) for types that a header before defines, too.  `files`: (path, text)."""
    defined = {}
    for path, text in files:
        if not path.endswith(".h"):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            name = TYPE.match(line)
            if not name:
                continue
            first = defined.setdefault(name[1], f"{path}:{number}")
            if first != f"{path}:{number}":
                yield path, number, f"{name[1]} is the name of a type of {first}"


def main():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True, check=True)
    paths, breaches = listed.stdout.splitlines(), 0
    for stage in {stage_of(p) for p in paths} - {None} - set(ORDER):
        print(f"src/{stage}: unknown to scripts/check_layers.py; put it in its place in ORDER")
        breaches += 1
    files = []
    for path in paths:
        try:
            with open(path, encoding="utf-8") as f:
                files.append((path, f.read()))
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # Binary test data, or deleted and not yet committed.
    found = [(path, number, breach) for path, text in files for number, breach in check_file(path, text)]
    for path, number, breach in [*found, *check_names(files)]:
        print(f"{path}:{number}: {breach}")
        breaches += 1
    print(f"{len(paths)} files, {breaches} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
