"""Runs the program over hostile files: check_hostile.py PROGRAM FILE...

Every file must be coded (status 0: JSON records on standard output) or refused with a reason (status 3:
the file's name on standard error), within SECONDS and 2 GB, in every verb and format (long ones in two), as many
at a time as there are cores.  The counts on the last line of standard error must add up.
"""
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile
import time

SECONDS, MAX_KB = float(os.environ.get("HOSTILE_SECONDS", "120")), 2_000_000
RUNS = [["code", "--format", "jsonl"], ["code", "--format", "json"], ["code", "--format", "text"],
        ["parse", "--format", "conllu"], ["parse", "--format", "json"], ["explain", "--format", "json"]]
# Long files are read once for each way to print that has work of its own.
LONG, LONG_RUNS = 150_000, [RUNS[0], RUNS[2]]


def run(program, arguments, path):
    """Status (negative: a signal; None: too slow), output, errors, peak kB, seconds."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        child = subprocess.Popen([program, *arguments, path], stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        status = None
        while time.monotonic() - began < SECONDS:
            pid, code, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                status = os.waitstatus_to_exitcode(code)
                break
            time.sleep(0.01)
        else:
            child.kill()
            _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0  # Reaped above.
        out.seek(0), err.seek(0)
        return status, out.read(), err.read().decode("utf-8", "replace"), usage.ru_maxrss, time.monotonic() - began


def breach(arguments, path, status, out, err, kb):
    """What is wrong with this run, if anything."""
    if status is None:
        return f"still running after {SECONDS:.0f} s"
    if status not in (0, 3):
        return f"status {status}: {err[-300:]}"
    if kb > MAX_KB:
        return f"took {kb // 1000} MB"
    if status == 3 and os.path.basename(path) not in err:
        return f"refused without naming the file: {err[-300:]}"
    if arguments == ["code", "--format", "jsonl"]:
        records = [json.loads(line) for line in out.splitlines()]
        counts = [int(n) for n in re.findall(r"\d+", err.strip().splitlines()[-1])] if status == 3 else []
        if status == 3 and len(counts) >= 2 and len(records) not in counts:
            return f"{len(records)} records, but the counts say {err.strip().splitlines()[-1]}"
    elif arguments[-1] == "json":
        json.loads(out)
    return None


def judged(program, path, arguments):
    """Name of the run, what is wrong with it (None: nothing), peak kB, seconds."""
    status, out, err, kb, seconds = run(program, arguments, path)
    try:
        why = breach(arguments, path, status, out, err, kb)
    except (ValueError, UnicodeDecodeError) as e:
        why = f"output is no JSON: {e}"
    return f"{' '.join(arguments)} {os.path.basename(path)}", why, kb, seconds


def main():
    program, paths = sys.argv[1], sys.argv[2:]
    bad, runs, peak, slowest = 0, 0, (0, ""), (0.0, "")
    tasks = [(path, arguments) for path in paths
             for arguments in (RUNS if os.path.getsize(path) < LONG else LONG_RUNS)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, why, kb, seconds in pool.map(lambda task: judged(program, *task), tasks):
            if why:
                bad += 1
                print(f"{name}: {why.strip()}")
            runs, peak, slowest = runs + 1, max(peak, (kb, name)), max(slowest, (seconds, name))
    print(f"{len(paths)} files, {runs} runs, {bad} bad; peak {peak[0] // 1000} MB ({peak[1]}), "
          f"slowest {slowest[0]:.1f} s ({slowest[1]})")
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
