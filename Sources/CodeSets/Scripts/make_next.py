#!/usr/bin/env python3
"""Makes Words/icd10cm-2027.tsv: what ICD-10-CM of fiscal year 2027 changes against the tabular list of April 1 2026.

  make_next.py DELTA COMPOSED [FOLDER]   DELTA has the columns action, code, description, source, as they were read on
                                         2026-11-28 in copies of CDC's files (works of the US government); in COMPOSED, of
                                         the same form, are long titles made by rule for codes whose title CDC shortened

A source of S is CDC's shortened title: it is marked in the table, and the composed title is only searched for.
"""

import sys
from pathlib import Path

from make_words import WORDS, write


def rows(path):
    for line in Path(path).read_text(encoding="utf-8").splitlines()[1:]:
        if line and not line.startswith("#"):
            yield line.split("\t")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        raise SystemExit(__doc__)
    composed = {(action, code): text for action, code, text, _ in rows(sys.argv[2])}
    changes = [
        (code, action, "short" if source == "S" else "", text, composed.get((action, code), ""))
        for action, code, text, source in rows(sys.argv[1])
    ]
    header = {
        "set": "ICD-10-CM",
        "release": "FY2027",
        "valid-from": "2026-10-01",
        "valid-to": "2027-09-30",
        "source": "CDC tabular list of April 1 2026 with the changes of FY2027 as read on 2026-11-28",
        "whole": "yes",
    }
    target = Path(sys.argv[3]) if len(sys.argv) == 4 else WORDS
    write(target, "icd10cm-2027", header, ("code", "action", "title", "description", "keywords"), changes)
