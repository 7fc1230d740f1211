#!/usr/bin/python3
"""Turns an unpacked spaCy English pipeline into the flat file that src/base/model_file.h describes.

usage: convert.py --package DIR --out FILE

DIR holds config.cfg, meta.json and the components' folders.  Needs Debian's python3-numpy, python3-msgpack
and python3-xxhash; spaCy itself is not needed.
"""
import argparse
import json
import os

import xxhash

import attribute_ruler
import container
import lemmatizer
import tokenizer
import weights


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--package", required=True)
    args.add_argument("--out", required=True)
    args = args.parse_args()
    with open(os.path.join(args.package, "meta.json"), encoding="utf-8") as f:
        meta = json.load(f)
    size = "md" if meta["vectors"]["vectors"] else "sm"
    out = container.Container()
    out.strings("meta.name", [f"en_core_web_{size} {meta['version']}"])
    for part in (tokenizer, weights, attribute_ruler, lemmatizer):
        part.add(out, args.package)
    out.write(args.out + ".part", lambda data: xxhash.xxh3_64(data).intdigest())
    os.replace(args.out + ".part", args.out)


if __name__ == "__main__":
    main()
