"""What parity_compare.py and check_parity.py share: the corpus in a fixed order, and our parse of it."""
import gzip
import json
import os
import subprocess
import tempfile

FIELDS = ("text", "space", "norm", "tag", "pos", "morph", "lemma", "head", "dep", "sentence_start", "entity")
STEP = 97  # Articles are taken in strides, so that any number of tokens has all sources.


def articles(path):
    """(place in the file, text) of every article, strided."""
    with gzip.open(path, "rt", encoding="utf-8") as f:
        rows = f.readlines()
    for offset in range(STEP):
        for place in range(offset, len(rows), STEP):
            yield place, json.loads(rows[place])["text"]


def parse(binary, model, texts):
    """Our units of each text: [{"text", "tokens"}] (see `averment parse --format json`)."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for i, text in enumerate(texts):
            f.write(json.dumps({"id": str(i), "text": text}) + "\n")
        f.flush()
        run = subprocess.run([binary, "parse", "--model", model, "--format", "json", "--threads", "1", f.name],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if run.returncode != 0:
        raise SystemExit(f"{os.path.basename(binary)} parse: status {run.returncode}: {run.stderr.decode()[-500:]}")
    return [article["units"] for article in json.loads(run.stdout)]


def batches(items, size):
    """Lists of at most `size` items, in order."""
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
