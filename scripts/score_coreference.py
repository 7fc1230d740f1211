"""Scores who is who: the mentions of each record's actors against annotated articles.

usage: score_coreference.py plain ARTICLES OUT           writes the articles without their annotation
       score_coreference.py score ARTICLES RECORDS.jsonl [--floor PERCENT] [--errors]
       score_coreference.py check                        known answers of the scorer itself

The annotation: tests/coreference/articles/README.md.  MUC, B-cubed, CEAF-e (phi4, the best one-to-one
assignment) and their mean F1, the CoNLL F1, as the CoNLL-2012 scorer defines them (its version 8: mentions
that only one side has are not added to the other), summed over all articles before they are divided.

  mentions     equal where their words are, a leading article aside
  singletons   none on either side: the annotation has none, and actors of one mention are left out
  several      "a+b" is an entity of its own; "together" counts the phrases for several whose members are all named

"links" looks at each mention but the first of its actor: right where the annotation gives it the entity that
most of the actor's other annotated mentions have.
"""
import argparse
import collections
import json
import pathlib
import re
import sys

KINDS = ["name", "nominal", "pronoun"]
ARTICLES = {"the", "a", "an"}
DETERMINERS = ARTICLES | {"this", "that", "these", "those", "both", "his", "her", "its", "their", "our", "my"}
PRONOUNS = set("i me my we us our he him his she her it its they them their himself herself itself themselves "
               "who whom whose which".split()) | {"each other", "one another"}
Mention = collections.namedtuple("Mention", "start end kind")


# ------------------------------------------------------------------------------------------ reading

def kind_of(words):
    """Of annotated words: a determiner makes a description, a capital at the end a name."""
    if words.lower() in PRONOUNS:
        return "pronoun"
    if words.split()[0].lower() in DETERMINERS - ARTICLES:
        return "nominal"
    inner = without_article(words)
    if inner != words and inner[:1].islower():
        return "nominal"
    return "name" if inner.split()[-1][:1].isupper() else "nominal"


def without_article(words):
    first, blank, rest = words.partition(" ")
    return rest if blank and first.lower() in ARTICLES else words


def bare(text, start, end, kind):
    """The mention without a leading article."""
    return Mention(end - len(without_article(text[start:end])), end, kind)


def read_annotated(annotated):
    """The article and its entities: {key: [Mention]}."""
    plain, open_at, entities = "", [], collections.defaultdict(list)
    for piece in re.split(r"(\[|\|[\w+]+\])", annotated):
        if piece == "[":
            open_at.append(len(plain))
        elif piece.startswith("|") and piece.endswith("]"):
            if not open_at:
                raise SystemExit(f"no bracket opens for {piece} behind: {plain[-40:]}")
            start = open_at.pop()
            entities[piece[1:-1]].append(bare(plain, start, len(plain), kind_of(plain[start:])))
        else:
            if "|" in piece or "]" in piece:
                raise SystemExit(f"a stray sign: {piece[:60]}")
            plain += piece
    if open_at:
        raise SystemExit(f"a bracket stays open: {plain[open_at[-1]:][:60]}")
    return plain, dict(entities)


def annotated_articles(folder):
    """(id, text, entities) of each article in the folder."""
    return [(path.stem, *read_annotated(path.read_text())) for path in sorted(pathlib.Path(folder).glob("*.txt"))]


def entities_of(record, text):
    """{actor's id: [Mention]}, singletons too."""
    return {a["id"]: [bare(text, m["start"], m["end"], m["kind"]) for m in a["mentions"]] for a in record["actors"]}


def place(mention):
    return mention.start, mention.end


# ---------------------------------------------------------------------------------------- measures

def best_assignment(gain):
    """The greatest sum of gain[row][column], each row and column used once at most (Hungarian method)."""
    rows, columns = len(gain), len(gain[0]) if gain else 0
    if rows > columns:
        return best_assignment([list(column) for column in zip(*gain)])
    inf = float("inf")
    u, v, row_of, way = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], column = row, 0
        least, used = [inf] * (columns + 1), [False] * (columns + 1)
        while row_of[column]:
            used[column] = True
            delta, chosen = inf, 0
            for j in range(1, columns + 1):
                if used[j]:
                    continue
                cost = -gain[row_of[column] - 1][j - 1] - u[row_of[column]] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < delta:
                    delta, chosen = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    u[row_of[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = chosen
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    return sum(gain[row_of[j] - 1][j - 1] for j in range(1, columns + 1) if row_of[j])


def muc(key, response):
    """(links of the key that the response has, links of the key)."""
    where = {m: i for i, entity in enumerate(response) for m in entity}
    parts = [len({where.get(m, (m,)) for m in entity}) for entity in key]
    return sum(len(e) - p for e, p in zip(key, parts)), sum(len(e) - 1 for e in key)


def b_cubed(key, response):
    return sum(len(k & r) ** 2 / len(k) for k in key for r in response), sum(map(len, key))


def ceaf_e(key, response):
    gain = [[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key]
    return best_assignment(gain) if key and response else 0.0, len(key)


class Figures:
    """Recall and precision, summed over articles."""

    def __init__(self):
        self.sums = collections.defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])

    def add(self, name, recalled, recall_of, precise, precision_of):
        for i, value in enumerate((recalled, recall_of, precise, precision_of)):
            self.sums[name][i] += value

    def add_entities(self, key, response):
        """Lists of sets of mentions, without singletons."""
        for name, measure in (("MUC", muc), ("B-cubed", b_cubed), ("CEAF-e", ceaf_e)):
            self.add(name, *measure(key, response), *measure(response, key))

    def of(self, name):
        """(P, R, F) in percent."""
        a, b, c, d = self.sums[name]
        r, p = a / b if b else 0.0, c / d if d else 0.0
        return 100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0.0

    def conll(self):
        return sum(self.of(name)[2] for name in ("MUC", "B-cubed", "CEAF-e")) / 3


# ----------------------------------------------------------------------------------------- scoring

def score_mentions(figures, gold, ours):
    linked = {place(m): m.kind for ms in ours.values() if len(ms) > 1 for m in ms}
    found = {place(m) for ms in ours.values() for m in ms}
    wanted = {place(m): m.kind for ms in gold.values() if len(ms) > 1 for m in ms}
    for kind in KINDS:
        of_kind = [p for p, k in wanted.items() if k == kind]
        of_ours = [p for p, k in linked.items() if k == kind]
        figures.add(f"mentions, {kind}s", sum(p in linked for p in of_kind), len(of_kind),
                    sum(p in wanted for p in of_ours), len(of_ours))
    figures.add("mentions", sum(p in linked for p in wanted), len(wanted), sum(p in wanted for p in linked), len(linked))
    figures.add("mentions, linked or not", sum(p in found for p in wanted), len(wanted), 0, 0)


def score_links(figures, gold, ours, complain):
    entity_of = {place(m): key for key, ms in gold.items() for m in ms}
    right = set()
    for mentions in ours.values():
        mentions = sorted(mentions)
        for i, m in enumerate(mentions):
            others = collections.Counter(entity_of[place(o)] for o in mentions[:i] + mentions[i + 1:] if place(o) in entity_of)
            is_right = bool(others) and entity_of.get(place(m)) == others.most_common(1)[0][0]
            if is_right:
                right.add(place(m))
            if i:
                figures.add(f"links, {m.kind}s", 0, 0, is_right, 1)
                figures.add("links", 0, 0, is_right, 1)
                if not is_right:
                    complain("wrong", m, f"{entity_of.get(place(m))} among {dict(others)}")
    for key, mentions in gold.items():
        for i, m in enumerate(sorted(mentions)):
            if i:
                figures.add(f"links, {m.kind}s", place(m) in right, 1, 0, 0)
                figures.add("links", place(m) in right, 1, 0, 0)
                if place(m) not in right:
                    complain("missed", m, key)


def score_together(figures, gold, record, text):
    """Phrases for several actors: right where exactly those are their members."""
    ours = entities_of(record, text)
    entity_of = {place(m): key for key, ms in gold.items() for m in ms}

    def entity(actor):
        keys = collections.Counter(entity_of[place(m)] for m in ours[actor] if place(m) in entity_of)
        return keys.most_common(1)[0][0] if keys else None

    said = {}
    for a in record["actors"]:
        if a.get("members"):
            key = "+".join(sorted(str(entity(m)) for m in a["members"]))
            said.update({place(m): key for m in ours[a["id"]]})
    wanted = {place(m): "+".join(sorted(key.split("+"))) for key, ms in gold.items() if "+" in key for m in ms}
    hits = sum(said.get(p) == key for p, key in wanted.items())
    figures.add("together", hits, len(wanted), hits, len(said))


def score(articles, records, errors=False):
    figures = Figures()
    for name, text, gold in articles:
        record = records[name]
        ours = entities_of(record, text)

        def complain(what, m, detail):
            if errors:
                before = text[max(0, m.start - 60):m.start].replace("\n", " ")
                print(f"{what:7} {m.kind:8} {name}: {before} [{text[m.start:m.end]}] {detail}")

        figures.add_entities([{place(m) for m in ms} for ms in gold.values() if len(ms) > 1],
                             [{place(m) for m in ms} for ms in ours.values() if len(ms) > 1])
        score_mentions(figures, gold, ours)
        score_links(figures, gold, ours, complain)
        score_together(figures, gold, record, text)
    return figures


def read_records(path):
    records = map(json.loads, pathlib.Path(path).read_text().splitlines())
    return {pathlib.Path(r["document"]["id"]).stem: r for r in records}


# ------------------------------------------------------------------------------------------- check

def expect(got, wanted, what):
    if any(abs(g - w) > 0.05 for g, w in zip(got, wanted, strict=True)):
        raise SystemExit(f"{what}: got {got}, expected {wanted}")


def figures_of(key, response):
    figures = Figures()
    figures.add_entities([set(e) for e in key], [set(e) for e in response])
    return figures


def check():
    """Worked out by hand from the definitions."""
    f = figures_of(["abc", "defg"], ["ab", "cd", "fghi"])
    expect(f.of("MUC"), (40.0, 40.0, 40.0), "MUC")                 # 2 of 5 links, both ways
    expect(f.of("B-cubed"), (50.0, 41.67, 45.45), "B-cubed")       # (2+1+1)/8; (5/3+5/4)/7
    expect(f.of("CEAF-e"), (43.33, 65.0, 52.0), "CEAF-e")          # (4/5+4/8)/3; /2
    expect((f.conll(),), (45.82,), "CoNLL")
    f = figures_of(["ab", "cd"], ["ab", "cd"])
    expect((f.conll(),), (100.0,), "a perfect answer")
    f = figures_of(["ab", "cd"], [])
    expect((f.conll(),), (0.0,), "no answer")
    f = figures_of(["ab", "cd"], ["abcd"])
    expect(f.of("MUC"), (66.67, 100.0, 80.0), "MUC of one heap")
    expect(f.of("B-cubed"), (50.0, 100.0, 66.67), "B-cubed of one heap")
    expect(f.of("CEAF-e"), (66.67, 33.33, 44.44), "CEAF-e of one heap")   # one pair: 4/6
    expect((best_assignment([[3, 2, 2], [1, 0, 2], [2, 2, 0]]),), (7,), "assignment")
    expect((best_assignment([[5, 4], [4, 1], [0, 3]]),), (8,), "assignment, more rows than columns")
    text, entities = read_annotated("[[His|a] aide|b] met [the US envoy|c] and [Ann Lee|a+b].")
    if text != "His aide met the US envoy and Ann Lee." or entities["c"] != [Mention(17, 25, "nominal")]:
        raise SystemExit(f"reading: {text!r} {entities}")
    if [m.kind for k in ("a", "b", "a+b") for m in entities[k]] != ["pronoun", "nominal", "name"]:
        raise SystemExit(f"kinds: {entities}")
    article = [("x", text, {"a": [Mention(0, 3, "pronoun"), Mention(30, 37, "name")]})]
    record = {"actors": [{"id": "a1", "mentions": [{"start": 0, "end": 3, "kind": "pronoun"},
                                                   {"start": 30, "end": 37, "kind": "name"}]}]}
    f = score(article, {"x": record})
    expect((f.conll(), f.of("links")[0], f.of("mentions")[1]), (100.0, 100.0, 100.0), "a record")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["plain", "score", "check"])
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--floor", type=float, default=0.0)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    if args.what == "check":
        check()
        print("the scorer gives the known answers")
    elif args.what == "plain":
        for name, text, _ in annotated_articles(args.paths[0]):
            (pathlib.Path(args.paths[1]) / (name + ".txt")).write_text(text)
    else:
        figures = score(annotated_articles(args.paths[0]), read_records(args.paths[1]), args.errors)
        for name in figures.sums:
            p, r, f = figures.of(name)
            print(f"{name:24} P {p:5.1f}  R {r:5.1f}  F {f:5.1f}")
        print(f"CoNLL F1 {figures.conll():.1f}")
        if figures.conll() < args.floor:
            sys.exit(f"below the floor of {args.floor}")


if __name__ == "__main__":
    main()
