"""Runs a command and prints its peak memory, time and lines of output: measure.py COMMAND..."""
import os
import subprocess
import sys
import time

began = time.monotonic()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)
size = lines = 0
while block := child.stdout.read(1 << 20):
    size, lines = size + len(block), lines + block.count(b"\n")
_, status, usage = os.wait4(child.pid, 0)
child.returncode = os.waitstatus_to_exitcode(status)
print(f"{' '.join(sys.argv[1:])}: status {child.returncode}, {lines} lines, {size / 1e6:.1f} MB out, "
      f"{time.monotonic() - began:.1f} s, {usage.ru_utime + usage.ru_stime:.1f} s cpu, peak {usage.ru_maxrss / 1000:.0f} MB")
sys.exit(child.returncode)
