"""Checks the rules of the house over the tracked files, printing file:line for each breach.

  layers     a folder of src/ includes only itself and the folders above it; public headers include
             nothing of src/; programs (*_test.cc, *_bench.cc, *_train.cc, *_fuzz.cc) may include anything
  headers    heavy headers stay in .cc files; the library never streams to the terminal
  length     over 400 lines only where the first lines say why ("Over 400 lines: ...")
  contract   a header opens with a comment, and so does a .cc over 80 lines that is no test
  paths      no path of one machine
  names      no two headers define a type of one name (the linker would mix them up silently)
  local      no two .cc of a folder define one file-local name (the sanitizer builds compile several as one)
  standard   a file includes what it uses of the standard library, or a header of ours that it includes does (builds
             with precompiled headers would not notice)
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
LOCAL = [re.compile(p) for p in (
    r"(?:struct|class|enum class|enum|union) (?:\w+::)*(\w+)[^;]*{",
    r"(?:(?:static|constexpr|inline|const) )*[\w:<>,*& ]+?[ *&](\w+\(.*[{,(])$",  # Overloads are told apart.
    r"(?:constexpr|const|static)\b[^=({]*?(\w+)(?:\[[^\]]*\])?(?: =| ?{|\()")]
LOCAL_PART = re.compile(r"^namespace {\n(.*?)^}  // namespace$", re.S | re.M)
STANDARD = {"algorithm": r"std::(?:ranges::)?(?:sort|find|find_if|any_of|all_of|none_of|count_if|min|max|lower_bound)\(",
            "array": r"std::array<", "chrono": r"std::chrono::", "cstdint": r"\bu?int(?:8|16|32|64)_t\b",
            "cstring": r"std::mem(?:cpy|cmp|set)\(", "functional": r"std::function<", "map": r"std::(?:multi)?map<",
            "memory": r"std::(?:unique_ptr|shared_ptr|make_unique|make_shared)<", "optional": r"std::optional<",
            "span": r"std::span\b", "string": r"std::string\b", "string_view": r"std::string_view\b",
            "unordered_map": r"std::unordered_map<", "variant": r"std::variant<", "vector": r"std::vector<"}
STANDARD = {name: re.compile(use) for name, use in STANDARD.items()}
# What another header of the standard library is sure to bring.
BRINGS = {"string": {"string_view", "cstdint"}, "vector": {"cstdint"}, "array": {"cstdint"}, "span": {"array"},
          "chrono": {"cstdint"}, "memory": {"cstdint"}, "string_view": {"cstdint"}, "unordered_map": {"cstdint"},
          "functional": {"cstdint"}, "cstddef": {"cstdint"}}
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


def check_local_names(files):
    """Yields (path, line, breach) for file-local names that another .cc of the folder defines, too."""
    defined = {}
    for path, text in files:
        if not path.startswith("src/") or not path.endswith(".cc") or PROGRAM.search(path):
            continue
        for part in LOCAL_PART.finditer(text):
            number = text.count("\n", 0, part.start(1))
            for number, line in enumerate(part[1].splitlines(), number + 1):
                found = next(filter(None, (p.match(line) for p in LOCAL)), None) if re.match(r"\w", line) else None
                first, at = defined.setdefault((stage_of(path), found[1]), (path, number)) if found else (path, 0)
                if first != path:
                    yield path, number, f"{found[1].rstrip(' {')} is a name of {first}:{at}"


def check_standard(files):
    """Yields (path, line, breach) for what is used of the standard library and included nowhere on the way."""
    own = {path: text for path, text in files if path.endswith((".h", ".cc")) and not path.startswith("tests/")}
    reached = {}

    def reach(path):
        if path not in reached:
            reached[path] = set()  # Against circles.
            for name in re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', own[path], re.M):
                ours = next((p for p in (name, f"include/{name}") if p in own), None)
                reached[path] |= reach(ours) if ours else {name, *BRINGS.get(name, ())}
        return reached[path]

    for path, text in own.items():
        code = re.sub(r"//.*", "", text)
        for name, use in STANDARD.items():
            if (used := use.search(code)) and name not in reach(path):
                yield path, code.count("\n", 0, used.start()) + 1, f"uses {used[0]} without <{name}>"


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
    for path, number, breach in [*found, *check_names(files), *check_local_names(files), *check_standard(files)]:
        print(f"{path}:{number}: {breach}")
        breaches += 1
    print(f"{len(paths)} files, {breaches} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
