#!/usr/bin/env python3
"""Writes WidthTable.swift from the files of the Unicode Character Database.

Usage: make_widths.py FOLDER > Sources/TextKit/WidthTable.swift

FOLDER holds EastAsianWidth.txt, HangulSyllableType.txt and extracted/DerivedGeneralCategory.txt, as Debian's package
unicode-data lays them out (`apt-get download unicode-data`, `dpkg -x`, usr/share/unicode).
"""

import os
import re
import sys

LINE = re.compile(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)")
# Places that no sign has yet are wide where the file's head says so: in its CJK blocks and planes.
UNASSIGNED = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)]


def read(folder, name, values):
    """The scalars of a file that have one of the values, and what the file calls itself."""
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        title = file.readline().strip("# \n")
        scalars = set()
        for line in file:
            match = LINE.match(line)
            if match and match[3] in values:
                scalars.update(range(int(match[1], 16), int(match[2] or match[1], 16) + 1))
    return title, scalars


def ranges(scalars):
    found = []
    for scalar in sorted(scalars):
        if found and found[-1][1] == scalar - 1:
            found[-1][1] = scalar
        else:
            found.append([scalar, scalar])
    return found


def table(name, comment, scalars):
    lines = [f"/// {comment}", f"let {name}: [ClosedRange<UInt32>] = ["]
    line = "   "
    for first, last in ranges(scalars):
        item = f" 0x{first:04X}...0x{last:04X},"
        if len(line + item) > 120:
            lines.append(line)
            line = "   "
        line += item
    return lines + [line, "]"]


def main(folder):
    width_title, wide = read(folder, "EastAsianWidth.txt", {"W", "F"})
    category_title, marks = read(folder, "extracted/DerivedGeneralCategory.txt", {"Mn", "Me", "Cf"})
    syllable_title, jamo = read(folder, "HangulSyllableType.txt", {"V", "T"})
    for first, last in UNASSIGNED:
        wide.update(range(first, last + 1))
    zero = {scalar for scalar in marks | jamo if scalar >= 0x300}
    lines = [
        f"// Made by Scripts/make_widths.py from {width_title},",
        f"// {category_title} and {syllable_title} of the",
        "// Unicode Character Database; not edited by hand.",
        "",
        "/// The version of the Unicode Standard that the tables are made from.",
        f"let unicodeVersion = \"{re.search(r'-([0-9.]+)[.]txt', width_title)[1]}\"",
        "",
    ]
    lines += table("wideRanges", "Two columns: East Asian Width W and F.", wide - zero)
    lines += [""]
    lines += table(
        "zeroWidthRanges",
        "No column of their own: marks, format characters, and the middle and last letters of a Korean syllable.",
        zero,
    )
    print("\n".join(lines))


main(sys.argv[1])
