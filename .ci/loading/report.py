"""The figures of shifts, as a table."""
import os
import statistics


def part(durations, share):
    """The duration that so many of all are not longer than, in milliseconds."""
    ordered = sorted(durations)
    return 1000 * ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else float("nan")


def times(durations):
    return f"{part(durations, 0.5):,.0f} / {part(durations, 0.99):,.0f} / {part(durations, 1):,.0f} ms"


def figures(shift, lost):
    """What a shift came to: names and values, in the order of the table."""
    ledger, minutes = shift.ledger, shift.seconds / 60
    counts = ledger.counts
    # A save that a fail-over has held up says nothing of how long saves take.
    held, free = [], []
    for began, seconds in ledger.saves:
        is_held = shift.outage and began < shift.outage[1] + 10 and began + seconds > shift.outage[0]
        (held if is_held else free).append(seconds)
    billers = shift.billers
    rows = {
        "desks, minutes": f"{len(billers)}, {minutes:.1f}",
        "claims begun": f"{counts.get('claims', 0):,} ({counts.get('claims', 0) / minutes:.1f} a minute)",
        "claims changed later, read, read while open elsewhere": ", ".join(
            f"{counts.get(name, 0):,}" for name in ("claims changed", "claims read", "read while open elsewhere")),
        "comments, answers": f"{counts.get('comments', 0):,}, {counts.get('answers', 0):,}",
        "claims given, taken over": f"{counts.get('claims given', 0)}, {counts.get('claims taken over', 0)}",
        "submissions, and those that came second": ", ".join(
            str(counts.get(name, 0)) for name in ("submissions", "submissions that came second")),
        "conflicts": f"{counts.get('conflicts', 0)}",
        "words said to be saved; lost": f"{len(ledger.saved):,}; {len(lost)}",
        f"a save: p50 / p99 / longest of {len(free):,}": times(free),
        f"a key: p50 / p99 / longest of {len(ledger.keys):,}": times([seconds for _, seconds in ledger.keys]),
        "a save while the server was gone: longest": f"{max(held):.1f} s of {len(held)}" if held else "",
        "memory of a desk: median, most": f"{statistics.median(b.memory for b in billers):,.0f}, "
                                          f"{max(b.memory for b in billers):,} MB",
        "processor of a desk": f"{100 * statistics.mean(b.processor_time for b in billers) / shift.seconds:.1f} %",
        "processor of the server and its standby": f"{100 * shift.server_seconds / shift.seconds:.1f} %"
                                                   if shift.server_time else "",
        "keys in vain while the server was gone": str(counts.get("keys in vain", 0)) if shift.outage else "",
        "new starts of a program": f"{counts.get('new starts', 0)}",
    }
    return rows


def table(columns):
    """Markdown of several shifts, by their names; figures that have their count in the name have it in the value."""
    names = list(columns)
    lines = [f"| | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    values = [list(rows.items()) for rows in columns.values()]
    for row in zip(*values):
        head = row[0][0].split(" of ")[0] if " longest of " in row[0][0] else row[0][0]
        cells = [f"{value} of {name.rsplit(' of ', 1)[1]}" if " longest of " in name else value for name, value in row]
        lines.append(f"| {head} | {' | '.join(cells)} |")
    return "\n".join(lines)


def machine():
    """The machine, in words."""
    with open("/proc/meminfo", encoding="ascii") as file:
        memory = int(file.readline().split()[1]) // 1024 // 1024
    return f"{os.cpu_count()} processors, {memory} GB of memory, load {os.getloadavg()[0]:.1f} at the end"
