"""Sentences of our own, written out from the patterns of training/events (its README has the format)."""
import hashlib
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "training" / "events"
MOST = 24  # Sentences from one pattern.
IRREGULAR = {
    "took": "taken", "gave": "given", "wrote": "written", "withdrew": "withdrawn", "drove": "driven", "broke": "broken",
    "threw": "thrown", "forgave": "forgiven", "spoke": "spoken", "saw": "seen", "flew": "flown", "stole": "stolen",
    "froze": "frozen", "chose": "chosen", "began": "begun", "became": "become", "came": "come", "overran": "overrun",
    "was": "been", "swore": "sworn", "tore": "torn", "went": "gone", "rang": "rung", "blew": "blown", "beat": "beaten",
    "shot": "shot",
}
BEFORE = ["", "", "", "", "On Monday, ", "Last week, ", "In a statement on Friday, officials said ", "It said ", "Later, ",
          "According to the report, ", "Amid growing tension, ", "Two days after the vote, "]
BEHIND = ["", "", "", " on Tuesday", " last week", ", officials said", ", according to local media", " in March",
          ", state television reported", " after months of tension", " for the first time in years", " earlier this year",
          ", a spokesman said on Thursday", ", despite calls for calm", " as fears of a wider conflict grew"]


def pick(items, *key):
    """One of them, the same on every machine."""
    return items[int(hashlib.sha256("|".join(map(str, key)).encode()).hexdigest(), 16) % len(items)]


def read_roles():
    roles = {}
    for line in (FOLDER / "roles.txt").read_text().splitlines():
        if line.startswith("role "):
            _, name, rest = line.split(None, 2)
            roles[name] = [x.strip() for x in rest.split(";")]
    return roles


def read_patterns():
    """Yields (type, pattern)."""
    kind = None
    for path in sorted(FOLDER.glob("*.txt")):
        if path.name == "roles.txt":
            continue
        for line in path.read_text().splitlines():
            if line.startswith("type "):
                kind = line.split()[1]
            elif line.startswith("  "):
                yield kind, line.strip()


def alternatives(pattern):
    """The sentences of a pattern: at most MOST of them, chosen evenly."""
    parts = [p[1:-1].split("|") if p.startswith("(") else [p] for p in re.findall(r"\([^()]*\)|[^()]+", pattern)]
    for i, part in enumerate(parts):  # The sign of the first alternative is for all of them.
        if len(part) > 1 and part[0].startswith("="):
            parts[i] = ["=" + p.lstrip("=") for p in part]
    total = 1
    for part in parts:
        total *= len(part)
    numbers = range(total)
    if total > MOST:
        numbers = sorted(range(total), key=lambda n: hashlib.sha256(f"{pattern}{n}".encode()).hexdigest())[:MOST]
    for n in numbers:
        words = []
        for part in parts:
            words.append(part[n % len(part)])
            n //= len(part)
        yield re.sub(r"\s+", " ", "".join(words)).replace(" ,", ",")


def participle(verb):
    first, _, rest = verb.partition(" ")
    return IRREGULAR.get(first, first) + (" " + rest if rest else "")


def inflect(sentence, n):
    """Verbs in one of their forms; `=` may turn the sentence round."""
    passive = re.match(r"^(S:\w+) =([\w-]+) (T:\w+)(.*)$", sentence)
    if passive and n % 3 == 2:
        source, verb, target, rest = passive.groups()
        return f"{target} {'were' if n % 2 else 'was'} {participle(verb)} by {source}{rest}"

    def form(m):
        return ("has " + participle(m.group(1))) if n % 3 == 1 else m.group(1)
    return re.sub(r"[=~]([\w-]+)", form, sentence)


def fill(sentence, roles):
    """The text, and where S and T stand in it."""
    spans, text, at, taken = {}, "", 0, set()
    for m in re.finditer(r"([STA])2?:(\w+)", sentence):
        text += sentence[at:m.start()]
        names = [x for x in roles[m.group(2)] if x.lower() not in taken]
        name = pick(names, sentence, m.group(0))
        taken.add(name.lower())
        name = name.removesuffix("+").strip()
        if not text.strip() and name[0].islower():
            name = name[0].upper() + name[1:]
        spans[m.group(1)] = (len(text), len(text) + len(name))
        text += name
        at = m.end()
    return text + sentence[at:], spans


def sentences():
    """Rows {id, type, text, source, target}; positions in characters."""
    roles = read_roles()
    for number, (kind, pattern) in enumerate(read_patterns()):
        for n, sentence in enumerate(alternatives(pattern)):
            sentence = inflect(sentence, n)
            text, spans = fill(sentence, roles)
            if "S" not in spans or "T" not in spans:
                raise SystemExit(f"training/events: no S or T: {pattern}")
            before, behind = pick(BEFORE, sentence, "before"), pick(BEHIND, sentence, "behind")
            if before and text.split()[0] in ("The", "A", "An", "Two", "Thousands", "Hundreds", "Talks", "Police"):
                text = text[0].lower() + text[1:]
            text = before + text[0:1] + text[1:] + behind + "."
            shift = len(before)
            yield {"id": f"own-{number}-{n}", "type": kind, "text": text,
                   "source": [x + shift for x in spans["S"]], "target": [x + shift for x in spans["T"]]}


if __name__ == "__main__":
    for row in sentences():
        print(row["type"], "|", row["text"][slice(*row["source"])], ">", row["text"][slice(*row["target"])], "|", row["text"])
