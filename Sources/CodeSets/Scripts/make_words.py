#!/usr/bin/env python3
"""Makes Words/hcpcs.tsv and Words/modifiers.tsv from CMS's HCPCS contractor record of January 2026.

  make_words.py RECORD [FOLDER]      RECORD is HCPC2026_JAN_ANWEB_01122026.txt, a work of the US government;
                                     FOLDER is where the files go, without it the folder Words beside this one

The other files of Words are written by hand. make_tables makes the tables that ship of them all.
"""

import sys
from pathlib import Path

WORDS = Path(__file__).resolve().parent.parent / "Words"


def write(folder, name, header, columns, rows):
    rows = sorted(rows, key=lambda row: row[0].encode())
    for row in rows:
        if any(ord(character) < 32 for column in row for character in column):
            raise SystemExit(f"{name}: a control character in {row[0]}")
    lines = [f"# {key}: {value}" for key, value in header.items()]
    lines += [f"# columns: {' '.join(columns)}"]
    lines += ["\t".join(row) for row in rows]
    (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows)} rows")


def records(path, first, following):
    """The contractor record's entries: (code, long description, short, added, effective, terminated)."""
    entries = {}
    for line in Path(path).read_text(encoding="latin-1").splitlines():
        line = line.ljust(320)
        code, kind, text = line[0:5].strip(), line[10], line[11:91].strip()
        if kind == first:
            entries[code] = [text, line[91:119].strip(), line[268:276], line[276:284], line[284:292]]
        elif kind == following and code in entries:
            entries[code][0] += " " + text
    return {code: tuple(" ".join(part.split()) for part in entry) for code, entry in entries.items()}


def iso(day):
    return f"{day[0:4]}-{day[4:6]}-{day[6:8]}" if day.isdigit() and len(day) == 8 else ""


# The quarter that the record is the list of: CMS adds codes in January, April, July and October.
QUARTER = {"valid-from": "2026-01-01", "valid-to": "2026-03-31"}
SOURCE = "CMS HCPCS contractor record, 2026-01-12"


def make_hcpcs(path, folder):
    rows = [
        (code, iso(added), iso(terminated), short, long)
        for code, (long, short, added, _, terminated) in records(path, "3", "4").items()
    ]
    header = {
        "set": "HCPCS",
        "release": "January 2026",
        "published": "2026-01-12",
        **QUARTER,
        "source": SOURCE,
        "whole": "yes",
    }
    write(folder, "hcpcs", header, ("code", "from", "to", "short", "description"), rows)


# CPT modifiers belong to the AMA: these are our own short words.
CPT_MODIFIERS = {
    "22": "more work than usual",
    "23": "unusual anesthesia",
    "24": "unrelated visit in a postoperative period",
    "25": "separate, significant visit on the day of another service",
    "26": "professional part only",
    "27": "several outpatient hospital visits on one day",
    "32": "mandated service",
    "33": "preventive service",
    "47": "anesthesia by the surgeon",
    "50": "both sides",
    "51": "several procedures",
    "52": "reduced service",
    "53": "stopped procedure",
    "54": "surgical care only",
    "55": "care after surgery only",
    "56": "care before surgery only",
    "57": "visit that led to the decision for surgery",
    "58": "staged or related procedure after surgery",
    "59": "distinct service: other site, session or encounter",
    "62": "two surgeons",
    "63": "infant under 4 kg",
    "66": "surgical team",
    "73": "outpatient procedure stopped before anesthesia",
    "74": "outpatient procedure stopped after anesthesia began",
    "76": "same procedure again, same clinician",
    "77": "same procedure again, other clinician",
    "78": "return to the operating room, related",
    "79": "unrelated procedure after surgery, same clinician",
    "80": "assistant surgeon",
    "81": "minimum assistant surgeon",
    "82": "assistant surgeon, no resident available",
    "90": "outside laboratory",
    "91": "laboratory test repeated",
    "92": "other laboratory platform",
    "93": "telehealth by audio only",
    "95": "telehealth by live audio and video",
    "96": "habilitative service",
    "97": "rehabilitative service",
    "99": "more than four modifiers apply",
    "1P": "quality measure not met, medical reason",
    "2P": "quality measure not met, patient reason",
    "3P": "quality measure not met, system reason",
    "8P": "quality measure not met, reason not given",
    "P1": "anesthesia, healthy patient",
    "P2": "anesthesia, mild systemic disease",
    "P3": "anesthesia, severe systemic disease",
    "P4": "anesthesia, disease that threatens life",
    "P5": "anesthesia, not expected to live without the operation",
    "P6": "anesthesia, organ donor",
}

KINDS = {
    "anesthesia": "23 47 AA AD G8 G9 P1 P2 P3 P4 P5 P6 QK QS QX QY QZ".split(),
    "telehealth": "93 95 FQ FR G0 GQ GT".split(),
    "waste": "JW JZ".split(),
    "visit": "24 25 57".split(),
    "distinct": "59 XE XP XS XU".split(),
    "repeat": "76 77 91".split(),
    "waiver": "GA GX GY GZ".split(),
    "side": "50 E1 E2 E3 E4 F1 F2 F3 F4 F5 F6 F7 F8 F9 FA LT RT T1 T2 T3 T4 T5 T6 T7 T8 T9 TA".split(),
    "drug": "JA JB JG KD KO KP KQ TB".split(),
}


def make_modifiers(path, folder):
    kinds = {code: kind for kind, codes in KINDS.items() for code in codes}
    rows = [(code, kinds.get(code, ""), "", "", words) for code, words in CPT_MODIFIERS.items()]
    entries = records(path, "7", "8")
    for code, (long, _, added, _, terminated) in entries.items():
        if code not in CPT_MODIFIERS:
            rows.append((code, kinds.get(code, ""), iso(added), iso(terminated), long))
    unknown = set(kinds) - {row[0] for row in rows}
    if unknown:
        raise SystemExit(f"modifiers: not in the record: {' '.join(sorted(unknown))}")
    header = {
        "set": "modifier",
        "release": "January 2026",
        "published": "2026-01-12",
        **QUARTER,
        "source": f"{SOURCE}; CPT modifiers in our own words",
        "whole": "yes",
    }
    write(folder, "modifiers", header, ("code", "kind", "from", "to", "description"), rows)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    target = Path(sys.argv[2]) if len(sys.argv) == 3 else WORDS
    make_hcpcs(sys.argv[1], target)
    make_modifiers(sys.argv[1], target)
