"""Writes the flat model file that src/base/model_file.h describes."""
import struct

import numpy as np

MAGIC, FORMAT, ALIGN = b"AVMODEL\n", 1, 64
TYPES = {"uint8": 1, "uint16": 2, "uint32": 3, "uint64": 4, "int32": 5, "float32": 6}


class Container:
    """Collects named sections, then writes them in the order they were added."""

    def __init__(self):
        self.sections = []

    def array(self, name, values):
        """A numeric array of up to four dimensions; its dtype must be one of TYPES."""
        values = np.ascontiguousarray(values)
        assert len(name.encode()) < 48 and values.ndim <= 4 and values.dtype.name in TYPES, (name, values.dtype)
        assert name not in [n for n, _ in self.sections], name
        self.sections.append((name, values))

    def strings(self, name, strings):
        """A list of strings: NAME.at and NAME.bytes."""
        encoded = [s.encode("utf-8") for s in strings]
        ends = np.cumsum([0] + [len(e) for e in encoded])
        self.array(name + ".at", ends.astype(np.uint32))
        self.array(name + ".bytes", np.frombuffer(b"".join(encoded), dtype=np.uint8))

    def write(self, path, checksum):
        """`checksum` maps bytes to an XXH3-64 number."""
        offset = -(-(32 + 96 * len(self.sections)) // ALIGN) * ALIGN
        table, body = b"", b""
        start = offset
        for name, values in self.sections:
            dims = list(values.shape) + [1] * (4 - values.ndim)
            data = values.tobytes()
            table += struct.pack("<48sII4IQQQ", name.encode(), TYPES[values.dtype.name], values.ndim, *dims,
                                 start + len(body), len(data), 0)
            body += data + b"\0" * (-len(data) % ALIGN)
        rest = table.ljust(offset - 32, b"\0") + body
        size = 32 + len(rest)
        with open(path, "wb") as f:
            f.write(struct.pack("<8sIIQQ", MAGIC, FORMAT, len(self.sections), size, checksum(rest)) + rest)
