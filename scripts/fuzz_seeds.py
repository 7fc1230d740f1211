"""Writes the seeds of the fuzz targets: fuzz_seeds.py FOLDER makes FOLDER/{record,jsonl,model_file}/."""
import pathlib
import sys

import numpy as np
import xxhash

sys.path.insert(0, str(pathlib.Path(__file__).parent / "convert"))
from container import Container  # noqa: E402

TEXTS = [
    "GENEVA, May 7 2013 - The minister said on Tuesday that talks would resume next week.",
    "\u201cWe will not go,\u201d he told reporters. \u201cNot now.\u201d She disagreed.",
    "Two ministers met in Moscow on 7 May 2013 and agreed to call a conference \"as soon as possible\".",
    "A headline\n\nBEIRUT (Wire) -- Rebels shelled the town, killing at least 12 people, an aide said.\n\nLast updated 3 June.",
    "The envoy, Lakhdar Brahimi, urged both sides to attend; the opposition refused, saying it wouldn't.",
    "U.S. $3.5m 10-15% http://a.example/x?y=1 e-mail@a.example :-) \u00e9\u0301 \u202e \ufeff\u2028",
    "line one\r\nline two\rline three\u0085line four\x0b\x0c\x00",
]
ROWS = [
    '{"id": "a", "text": "He left.", "title": null, "published": "2013-05-07", "source": "s", "url": "u"}\n',
    '{"text": "\\u201cYes\\u201d, she said.", "x": [1, {"y": -2.5e3}], "published": "2013-05-07T10:00:00+02:00"}\n\n{"id": 1}\n',
    '[]\n"text"\nnull\n{"text": 5}\n{"text": "\\ud83d\\ude00 \\ud800"}\n',
]


def model(strings):
    """A small model file; its sections are those that the target asks for."""
    container = Container()
    container.array("a", np.arange(6, dtype=np.float32).reshape(2, 3))
    container.array("b", np.arange(5, dtype=np.uint64))
    container.array("c", np.zeros((0, 4), dtype=np.int32))
    container.strings("s", strings)
    return container


folder = pathlib.Path(sys.argv[1])
for name, texts in (("record", TEXTS), ("jsonl", ROWS)):
    (folder / name).mkdir(parents=True, exist_ok=True)
    for i, text in enumerate(texts):
        (folder / name / f"{i}").write_bytes(text.encode("utf-8"))
for article in sorted(pathlib.Path("demo/articles").glob("*.txt"))[:4]:
    (folder / "record" / article.name).write_bytes(article.read_bytes()[:2000])
(folder / "model_file").mkdir(parents=True, exist_ok=True)
for i, strings in enumerate(([], ["", "one", "zw\u00f6lf"])):
    model(strings).write(folder / "model_file" / f"{i}", lambda rest: xxhash.xxh3_64_intdigest(rest))
