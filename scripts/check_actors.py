"""Compares the actor lexicon with an older public dictionary, for the names that both list.

  scripts/check_actors.py DICTIONARY [KNOWLEDGE]

DICTIONARY is a folder of .txt files of names and codes:

  NAME_OF_SOMEBODY_
  +ANOTHER_SPELLING_
      [CODE 030101-060430]  [CODE >080101]  [CODE <971231]  [CODE]

A code is a country or kind of body of three letters, then roles of three.  Nothing of it is kept: what is
printed are counts and the names on which the two disagree, ours after "here", theirs after "there".

  country  a name that is of a state or states in both: at least one is the same in both
  office   a person on the middle day of what two dated roles share, three months at least and before 2010, where
           theirs grow stale: both say that the person holds an office (in government, army, police, courts,
           parliament or an international body), or both that he does not.  Their ELI says nothing: it fills
           the years for which they have no role.
  world    a body is international or an NGO in both, or in neither
"""
import collections
import datetime
import pathlib
import re
import sys
import unicodedata

OFFICE = {"GOV", "MIL", "COP", "JUD", "SPY", "LEG", "IGO", "IGOUNO"}
WORLD = {"IGO", "IGOUNO", "NGO", "NGM", "MNC", "IMG", "INT", "NON"}
OLD_CODES = {"ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "KSV": "XKX", "YUG": "SRB", "SCG": "SRB", "SUN": "RUS",
             "CSK": "CZE", "DDR": "DEU"}
# Territories that have a code here and count as the state they belong to there, or in both.
BELONGS = {"GUF": "FRA", "PYF": "FRA", "NCL": "FRA", "GIB": "GBR", "BMU": "GBR", "CYM": "GBR", "GRL": "DNK",
           "FRO": "DNK", "GUM": "USA", "PRI": "USA", "VIR": "USA", "ABW": "NLD", "CUW": "NLD", "HKG": "CHN",
           "MAC": "CHN"}
FIRST, LAST, STALE = datetime.date(1, 1, 1), datetime.date(9999, 12, 31), datetime.date(2010, 1, 1)
SHARED = datetime.timedelta(90)

# from, to: the days between which it holds; dated: whether it says so
Role = collections.namedtuple("Role", "country sectors first last dated")


def fold(name):
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[-_'\s]+", " ", plain.replace(".", "")).lower().split())


def day(year, month=1, of_month=1):
    month, of_month = min(max(month, 1), 12), max(of_month, 1)
    while of_month > 28:
        try:
            return datetime.date(year, month, of_month)
        except ValueError:
            of_month -= 1
    return datetime.date(year, month, of_month)


def our_day(written, last):
    parts = [int(p) for p in written.split("-")]
    if len(parts) == 3:
        return datetime.date(*parts)
    if not last:
        return day(*parts)
    end = day(parts[0] + 1) if len(parts) == 1 or parts[1] == 12 else day(parts[0], parts[1] + 1)
    return end - datetime.timedelta(1)


def our_role(written):
    words = written.split()
    first, last, dated = FIRST, LAST, False
    if len(words) > 2 and ".." in words[2]:
        begin, end = words[2].split("..")
        first = our_day(begin, False) if begin else FIRST
        last = our_day(end, True) if end else LAST
        dated = True
    return Role("" if words[0] == "-" else words[0], set(words[1].split("+")) - {"-"}, first, last, dated)


def ours(knowledge):
    people, bodies, countries = collections.defaultdict(list), collections.defaultdict(list), {}
    for path in sorted(knowledge.glob("people*.txt")) + [knowledge / "bodies.txt"]:
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = re.match(r"(man|woman|group|organization|people) (.+?) : (.+)$", line)
            if not entry:
                continue
            kind = people if entry[1] in ("man", "woman") else bodies
            roles = [our_role(r) for r in re.sub(r"\s#.*", "", entry[3]).split(";")]
            for name in entry[2].split(","):
                if "*" not in name:
                    kind[fold(name)].append(roles)
    for line in (knowledge / "countries.txt").read_text(encoding="utf-8").splitlines():
        entry = re.match(r"([A-Z]{3}) ([^|]+)\|", line)
        for name in entry[2].split(",") if entry else []:
            countries[fold(name)] = entry[1]
    return people, bodies, countries


def their_day(written, last):
    digits = re.sub(r"\D", "", written)
    if len(digits) == 6:
        year = int(digits[:2])
        digits = str(1900 + year if year > 20 else 2000 + year) + digits[2:]
    if len(digits) != 8:
        return None
    try:
        return day(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def their_role(code, dates):
    country, rest = code[:3], code[3:]
    sectors = {rest[i:i + 3] for i in range(0, len(rest), 3)}
    if country in WORLD or country in ("ELI", "GOV", "MIL", "REB", "OPP"):
        sectors, country = sectors | {country}, ""
    first, last = FIRST, LAST
    dated = bool(dates)
    if dated:
        if dates[0] == ">":
            first = their_day(dates, False)
        elif dates[0] == "<":
            last = their_day(dates, True)
        else:
            begin, _, end = dates.partition("-")
            first, last = their_day(begin, False), their_day(end, True)
        if not first or not last or last < first:
            return None
    return Role(OLD_CODES.get(country, country), sectors, first, last, dated)


def same_country(ours_of, theirs_of):
    states = [codes | {BELONGS[c] for c in codes if c in BELONGS} for codes in (ours_of, theirs_of)]
    return bool(states[0] & states[1])


def theirs(folder, known):
    """Codes of regions ("Middle East") name no country."""
    entries = collections.defaultdict(list)
    for path in sorted(folder.glob("*.actors.txt")):
        names, roles = [], []
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines() + [""]:
            text = line.split(";")[0].split("#")[0].strip()
            codes = re.findall(r"\[([A-Z]{3,})\s*([<>]?\s*\d[\d-]*)?\s*\]", text)
            name = re.sub(r"[\[{].*", "", text).strip()
            if name and not name.startswith("+"):
                if roles:
                    names, roles = [], []
                names.append(name)
            elif name:
                names.append(name[1:])
            for code, dates in codes:
                role = their_role(code, dates.replace(" ", ""))
                roles += [role] if role else []
            if codes:
                for n in names:
                    entries[fold(n)] = roles
    return {name: [r if r.country in known else r._replace(country="") for r in roles]
            for name, roles in entries.items()}


def in_office(role):
    return bool(role.sectors & OFFICE)


def office_days(here, there):
    """The middle days of what two dated roles share, each with what is said here and there."""
    for a in here:
        for b in there:
            first, last = max(a.first, b.first), min(a.last, b.last, STALE)
            if not (a.dated and b.dated) or "ELI" in b.sectors or last - first < SHARED:
                continue
            middle = first + (last - first) / 2
            others = [r for r in there if r.dated and "ELI" not in r.sectors and r.first <= middle <= r.last]
            yield middle, a, min(others, key=lambda r: r.last - r.first)  # The narrowest speaks.


def shown(roles):
    return " ".join(sorted({r.country + "+".join([""] + sorted(r.sectors)) for r in roles}))


class Count:
    def __init__(self, what):
        self.what, self.agree, self.differ = what, 0, []

    def add(self, agrees, text):
        if agrees:
            self.agree += 1
        else:
            self.differ.append(text)

    def print(self):
        total = self.agree + len(self.differ)
        print(f"{self.what}: {self.agree} of {total} agree" + (f" ({100 * self.agree / total:.1f} %)" if total else ""))
        for text in self.differ:
            print("  " + text)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    root = pathlib.Path(__file__).resolve().parent.parent
    knowledge = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else root / "knowledge" / "actor"
    people, bodies, countries = ours(knowledge)
    others = theirs(pathlib.Path(sys.argv[1]), set(countries.values()))
    named, country, office, body, world = (Count(w) for w in ("names of states", "people: country", "people: office",
                                                              "bodies: country", "bodies: international or NGO"))
    both = 0
    for name in sorted(set(countries) & set(others)):
        codes = {r.country for r in others[name]} - {""}
        if codes:
            named.add(same_country({countries[name]}, codes), f"{name}: here {countries[name]}, there {' '.join(sorted(codes))}")
    for name in sorted(set(people) & set(others)):
        both += 1
        there = others[name]
        here = [r for roles in people[name] for r in roles]
        ours_of, theirs_of = ({r.country for r in roles} - {""} for roles in (here, there))
        if ours_of and theirs_of:
            country.add(same_country(ours_of, theirs_of), f"{name}: here {shown(here)}, there {shown(there)}")
        for middle, a, b in office_days(here, there):
            office.add(in_office(a) == in_office(b), f"{name} on {middle}: here {shown([a])}, there {shown([b])}")
    for name in sorted(set(bodies) & set(others)):
        both += 1
        there = others[name]
        here = [r for roles in bodies[name] for r in roles]
        ours_of, theirs_of = ({r.country for r in roles} - {""} for roles in (here, there))
        if ours_of and theirs_of:
            body.add(same_country(ours_of, theirs_of), f"{name}: here {shown(here)}, there {shown(there)}")
        is_world = [any(r.sectors & {"IGO", "NGO", "NGM"} for r in roles) for roles in (here, there)]
        world.add(is_world[0] == is_world[1], f"{name}: here {shown(here)}, there {shown(there)}")
    print(f"{len(people)} names of people and {len(bodies)} of bodies here, {len(others)} names there, {both} in both")
    for count in (named, country, office, body, world):
        count.print()


if __name__ == "__main__":
    main()
