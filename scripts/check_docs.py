"""Runs the examples of the docs: check_docs.py [--update] FILE.md...

An example is a fenced block marked `console`: lines that start with "$ " are run by bash in the root of
the repository, with build/release first in the PATH, and what follows must be what they print to standard
output.  A line "..." stands for any number of lines, "…" inside a line for anything on it.  --update
writes what is printed today instead; output with such gaps is left as it is.
Checked besides: every relative link of the files leads to something.
"""
import os
import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
ROOT = pathlib.Path(__file__).resolve().parent.parent


def commands(block):
    """(command, expected lines) pairs."""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def output_of(command):
    env = {**os.environ, "PATH": f"{ROOT}/build/release:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120)
    return done.stdout.decode("utf-8", "replace").splitlines()


def matches(expected, printed):
    """Whether `printed` is `expected`, but for the gaps."""
    def pattern_of(line):
        return r"(?:.*\n)*?" if line.strip() == "..." else ".*".join(map(re.escape, line.rstrip().split("…"))) + r"[ ]*\n"
    pattern = "".join(map(pattern_of, expected))
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def main():
    update = "--update" in sys.argv
    paths = [pathlib.Path(a) for a in sys.argv[1:] if a != "--update"]
    ran = failed = 0
    for path in paths:
        text = path.read_text(encoding="utf-8")
        for link in LINK.findall(text):
            if not (path.parent / link).exists():
                failed += 1
                print(f"{path}: link to {link}, which is not there")

        def check(match):
            nonlocal ran, failed
            new, line = "", text[:match.start()].count("\n") + 1
            for command, expected in commands(match[1]):
                printed = output_of(command)
                ran += 1
                good = matches(expected, printed)
                if not good and update and not any(e.strip() == "..." or "…" in e for e in expected):
                    expected = printed
                elif not good:
                    failed += 1
                    print(f"{path}:{line}: $ {command}\n  expected:\n    " + "\n    ".join(expected) +
                          "\n  printed:\n    " + "\n    ".join(printed[:80]))
                new += "\n".join([f"$ {command}", *expected]) + "\n"
            return f"```console\n{new}```"

        changed = BLOCK.sub(check, text)
        if update and changed != text:
            path.write_text(changed, encoding="utf-8")
    print(f"{ran} examples in {len(paths)} files, {failed} failed")
    return 1 if failed or not ran else 0


if __name__ == "__main__":
    sys.exit(main())
