#!/usr/bin/env python3
"""Makes the large tables of CodeSets from the publishers' own files.

  make_tables.py icd10cm                 needs the Python package simple-icd-10-cm 1.5.0, which carries the CDC
                                         tabular XML, release of April 1 2026 (a work of the US government)
  make_tables.py hcpcs RECORD            RECORD is CMS's HCPCS contractor record, January 2026
  make_tables.py modifiers RECORD        (HCPC2026_JAN_ANWEB_01122026.txt, also a work of the US government)

Each writes Tables/<name>.tsv beside this folder and prints how many rows it made. The other tables are written by hand.

A table is UTF-8 text. Its first lines are its header, `# key: value`; `# columns:` is the last of them and names the
columns. Rows follow, one a line, columns parted by tabs, sorted by the bytes of the first column. `# sha256:` is taken
over the rows, in generated tables only. In the last column `~` stands for the whole last column of the nearest row above that has no `~`.
"""

import hashlib
import importlib.resources
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TABLES = Path(__file__).resolve().parent.parent / "Tables"


def write(name, header, columns, rows):
    rows = sorted(rows, key=lambda row: row[0].encode())
    for row in rows:
        if any(ord(character) < 32 for column in row for character in column):
            raise SystemExit(f"{name}: a control character in {row[0]}")
    body = "".join("\t".join(row) + "\n" for row in rows).encode()
    lines = ["# CleanClaim code table 1"]
    lines += [f"# {key}: {value}" for key, value in header.items()]
    lines += [f"# rows: {len(rows)}", f"# sha256: {hashlib.sha256(body).hexdigest()}"]
    lines += [f"# columns: {' '.join(columns)}", ""]
    (TABLES / f"{name}.tsv").write_bytes("\n".join(lines).encode() + body)
    print(f"{name}: {len(rows)} rows")


def diagnoses(tabular):
    """Every code of the tabular as (code without dot, billable, description), seventh characters spelled out."""

    def walk(node, inherited):
        own = node.find("sevenChrDef")
        if own is not None:
            inherited = [(e.get("char").strip(), " ".join(e.text.split())) for e in own.findall("extension")]
        code = node.findtext("name").strip().replace(".", "")
        description = " ".join(node.findtext("desc").split())
        children = node.findall("diag")
        if children:
            yield code, False, description
            for child in children:
                yield from walk(child, inherited)
        elif inherited and len(code) < 7:
            yield code, False, description
            for character, meaning in inherited:
                # Death before regaining consciousness has no later encounter.
                if re.fullmatch(r"S06.*[78]", code) and len(code) == 6 and character in "DS":
                    continue
                yield code.ljust(6, "X") + character, True, f"{description}, {meaning}"
        else:
            yield code, True, description

    for chapter in tabular.findall("chapter"):
        for section in chapter.findall("section"):
            for node in section.findall("diag"):
                yield from walk(node, None)


def make_icd10cm():
    resource = importlib.resources.files("simple_icd_10_cm.data") / "icd10c-tabular-April-1-2026.xml"
    entries = sorted(diagnoses(ElementTree.fromstring(resource.read_bytes())))
    rows, base = [], None
    for code, billable, description in entries:
        if base and description.startswith(base) and not description[len(base):][:1].isalnum():
            text = "~" + description[len(base):]
        else:
            text = base = description
        rows.append((code, "1" if billable else "0", text))
    header = {
        "set": "ICD-10-CM",
        "release": "FY2026 (April 1 2026)",
        "valid-from": "2025-10-01",
        "valid-to": "2026-09-30",
        "source": "CDC/NCHS tabular list XML, April 1 2026",
        "billable": sum(row[1] == "1" for row in rows),
    }
    write("icd10cm", header, ("code", "billable", "description"), rows)


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


# Codes outside the drug sections that the rules or a ketamine, infusion or mental-health practice speak of, with our
# own words where the publisher's take many lines; None keeps the publisher's.
NAMED = {
    "A0425": "Ground mileage, per statute mile",
    "C9399": None,
    "G0316": "Prolonged hospital visit, each 15 minutes beyond the total time",
    "G0402": "Medicare initial preventive visit",
    "G0438": "Medicare annual wellness visit, first",
    "G0439": "Medicare annual wellness visit, later",
    "G0444": "Annual depression screening, 5 to 15 minutes",
    "G0463": "Hospital outpatient clinic visit (facility)",
    "G2082": "Visit, up to 56 mg esketamine nasal self-administered, 2 hours of observation",
    "G2083": "Visit, more than 56 mg esketamine nasal self-administered, 2 hours of observation",
    "G2211": "Visit complexity of continuing care, added to an office visit",
    "G2212": "Prolonged office visit, each 15 minutes beyond the total time",
    "Q0138": None,
    "Q0139": None,
    "Q9991": None,
    "Q9992": None,
    "S0013": None,
    "S9083": "Urgent care centre, global fee",
    "S9088": "Services in an urgent care centre, added to the visit",
    "T1015": "Clinic visit, all-inclusive",
}


def make_hcpcs(path):
    entries = records(path, "3", "4")
    rows = []
    for code, (long, _, added, _, terminated) in entries.items():
        if code.startswith("J") or code in NAMED:
            rows.append((code, iso(added), iso(terminated), NAMED.get(code) or long))
    missing = set(NAMED) - set(entries)
    if missing:
        raise SystemExit(f"hcpcs: not in the record: {' '.join(sorted(missing))}")
    header = {
        "set": "HCPCS",
        "release": "January 2026, drug codes and those that the rules name",
        "valid-from": "2026-01-01",
        "valid-to": "2026-12-31",
        "source": "CMS HCPCS contractor record, 2026-01-12",
    }
    write("hcpcs", header, ("code", "from", "to", "description"), rows)


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


def make_modifiers(path):
    kinds = {code: kind for kind, codes in KINDS.items() for code in codes}
    rows = [(code, kinds.get(code, ""), "", "", words) for code, words in CPT_MODIFIERS.items()]
    entries = records(path, "7", "8")
    for code, (long, short, added, _, terminated) in entries.items():
        if code not in CPT_MODIFIERS:
            words = long if len(long) <= 90 else short
            rows.append((code, kinds.get(code, ""), iso(added), iso(terminated), words))
    unknown = set(kinds) - {row[0] for row in rows}
    if unknown:
        raise SystemExit(f"modifiers: not in the record: {' '.join(sorted(unknown))}")
    header = {
        "set": "modifier",
        "release": "January 2026",
        "source": "CMS HCPCS contractor record, 2026-01-12; CPT modifiers in our own words",
    }
    write("modifiers", header, ("code", "kind", "from", "to", "description"), rows)


if __name__ == "__main__":
    makers = {"icd10cm": make_icd10cm, "hcpcs": make_hcpcs, "modifiers": make_modifiers}
    if len(sys.argv) < 2 or sys.argv[1] not in makers:
        raise SystemExit(__doc__)
    makers[sys.argv[1]](*sys.argv[2:])
