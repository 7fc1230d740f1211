"""Writes inputs made to break readers into a folder: hostile_inputs.py FOLDER [SIZE]

SIZE (default 1,000,000) is the length of the long ones; scripts/soak makes them longer.
"""
import json
import pathlib
import sys

folder, size = pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
folder.mkdir(parents=True, exist_ok=True)
deep = min(20000, size // 10)  # Of what nests.
word = "the minister said on Monday that "

TEXTS = {
    "one_token": "a" * size,
    "one_url": "http://" + "a/" * (size // 2),
    "one_sentence": word * (size // len(word)),
    "dots": "." * size,
    "blanks": " " * size,
    "line_breaks": "\n" * size,
    "paragraphs": "Yes.\n\n" * (size // 6),
    "quotes": '"' * (size // 10),
    "nested_quotes": '"he said, ' * deep + '"' * deep,
    "open_quotes": "\u201c" * deep + "He left.",
    "parentheses": "(" * deep * 2 + ")" * deep * 2,
    "conjunctions": "Syria and " * deep + "Iraq met.",
    "apposition": "Ban, the head, " * deep + "met.",
    "relative": "the man who saw " * deep + "left.",
    "digits": "1" * size,
    "dates": "on 7 May 2013 " * (size // 14),
    "ranges": "1-" * (size // 2),
    "hyphens": "a-" * (size // 2),
    "apostrophes": "a'" * (size // 2),
    "combining": "e" + "\u0301" * (size // 2),
    "emoji": "\U0001f469\u200d\U0001f680" * (size // 11),
    "right_to_left": "\u202e\u0645\u0631\u062d\u0628\u0627 " * (size // 14),
    "nul": "He\0 left\0." * (size // 10),
    "capitals": "THE MINISTER MET HIS COUNTERPART. " * (size // 34),
    "names": "Ban Ki-moon " * (size // 12),
    "separators": "a\u2028b\u2029c\u0085d\u000be\u000cf " * (size // 16),
    "nothing": "",
    "one_byte": "x",
}
BYTES = {
    "latin1.txt": "Le ministre a démissionné à Genève.".encode("latin-1") * 1000,
    "utf16.txt": "The minister left.".encode("utf-16"),
    "utf8_cut.txt": "Genève".encode()[:4],
    "surrogates.txt": b"\xed\xa0\x80\xed\xb0\x80" * 1000,
    "overlong.txt": b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf" * 1000,
    "every_byte.txt": bytes(range(256)) * (deep // 20),
    "bad_lines.jsonl": b'{"id": 1}\n{"text": 5}\n[]\n{"text": "x"\n\n"text"\n{"id": "a", "text": "He left."}\nnull\n{"text": null}\n',
    "deep.jsonl": b"[" * 100000 + b"\n" + b'{"text":' * 100000 + b"\n",
    "escapes.jsonl": b'{"id": "e", "text": "\\ud800 alone, \\udc00\\ud83d pairs, \\u0000 nul, \\ud83d\\ude00"}\n',
    "bad_utf8.jsonl": b'{"id": "u", "text": "caf\xe9 \xff\xfe"}\n',
    "one_row.jsonl": json.dumps({"id": "x" * 10000, "title": "t" * size, "text": "He left. " * (size // 9)}).encode() + b"\n",
    "twice.jsonl": b'{"id": "a", "text": "One.", "text": "Two.", "id": "b"}\n',
    "bad_dates.jsonl": b"".join(b'{"id": "d", "text": "He left on Monday.", "published": "%s"}\n' % d for d in
                                [b"", b"2013-02-30", b"tomorrow", b"0000-00-00", b"99999-01-01", b"2013-05-07T25:61:00Z", b"-1"]),
    "no_line_end.jsonl": b'{"id": "n", "text": "He left."}',
    "crlf.jsonl": b'\xef\xbb\xbf{"id": "c", "text": "He left."}\r\n\r\n{"id": "d", "text": "She stayed."}\r\n',
    "empty.jsonl": b"",
}
for name, text in TEXTS.items():
    (folder / (name + ".txt")).write_bytes(text.encode("utf-8"))
for name, data in BYTES.items():
    (folder / name).write_bytes(data)
