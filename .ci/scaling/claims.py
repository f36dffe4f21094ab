"""Files for a store of any size: claims of people who do not exist, and remittances for some of them."""
import datetime
import pathlib

FIXTURE = (pathlib.Path(__file__).resolve().parent.parent.parent
           / "Tests/ClaimExchangeTests/Fixtures/subscriber.837")
TODAY = datetime.date(2026, 11, 23)
LAST = "RIVERA OSEI NOVAK QUILL MARLOW TAMBE FJORD HADDAD LINDQVIST MOREAU OKAFOR TANAKA".split()
FIRST = "DANA KOFI IDA ZED ABE UMA LIV SAM ANA LI NIA TOM".split()
PAYERS = [("MEDICAL MUTUAL", "29076"), ("AETNA", "60054"), ("CIGNA", "62308"), ("UHC", "87726"),
          ("EXAMPLE HEALTH PLAN", "99001"), ("NORTH COAST MUTUAL", "99002"), ("LAKE COUNTY PLAN", "99003")]
VISITS = [("99213", 15500), ("99214", 21000), ("90834", 14000), ("90837", 19500)]
# Of ten claims, so many are visits without a finding; the others are infusions that lack what their payers ask for.
CLEAN = 4


def account(number):
    return f"N-{number:06}"


def charge(number):
    """In cents."""
    return VISITS[number % len(VISITS)][1] if number % 10 < CLEAN else 25500


def day(number):
    return TODAY - datetime.timedelta(days=number * 7 % 340)


def money(cents):
    return f"{cents / 100:.2f}".rstrip("0").rstrip(".")


def write_claims(path, count):
    """An 837P of so many claims, in sets of a thousand."""
    segments = FIXTURE.read_text(encoding="ascii").replace("\n", "").split("~")
    first = segments.index("ST*837*0001*005010X222A1")
    begin = next(i for i, segment in enumerate(segments) if segment.startswith("HL*2*"))
    end = next(i for i, segment in enumerate(segments) if segment.startswith("HL*3*"))
    head, person = segments[first:begin], segments[begin:end]
    with open(path, "w", encoding="ascii") as file:
        file.write("~\n".join(segments[:first]) + "~\n")
        sets = range(0, count, 1000)
        for index, start in enumerate(sets, 1):
            numbers = range(start, min(count, start + 1000))
            body = [segment for number in numbers for segment in claim(person, number, number - start + 2)]
            opening = [f"ST*837*{index:04}*005010X222A1", *head[1:]]
            file.write("~\n".join([*opening, *body, f"SE*{len(opening) + len(body) + 1}*{index:04}"]) + "~\n")
        file.write(f"GE*{len(sets)}*17~\nIEA*1*000000017~\n")


def claim(person, number, level):
    """The segments of one subscriber with one claim."""
    is_clean = number % 10 < CLEAN
    payer, payer_id = PAYERS[number // 10 % len(PAYERS)]
    code, cents = VISITS[number % len(VISITS)]
    if is_clean:
        lines = ["LX*1", f"SV1*HC:{code}*{money(cents)}*UN*1***1", "DTP*472*D8*20261110"]
        person = [s for s in person[:person.index("LX*1")] if not s.startswith("REF*G1")] + lines
    name = f"{LAST[number % len(LAST)]}*{FIRST[number // 12 % len(FIRST)]}"
    for segment in person:
        kind = segment.split("*")[0]
        if kind == "HL":
            yield f"HL*{level}*1*22*0"
        elif kind == "DMG":
            yield f"DMG*D8*19{50 + number // 336 % 50}{number // 28 % 12 + 1:02}{number % 28 + 1:02}*F"
        elif kind == "CLM":
            yield segment.replace("C-1000*255", f"{account(number)}*{money(charge(number))}")
        elif kind == "DTP":
            yield segment.replace("20261110", f"{day(number):%Y%m%d}")
        elif segment.startswith("NM1*PR"):
            yield f"NM1*PR*2*{payer}*****PI*{payer_id}"
        else:
            yield (segment.replace("RIVERA*DANA", name).replace("123456789010", f"{123456700000 + number}")
                   .replace("MM2611040", f"MM{number:07}"))


def write_remittances(path, numbers):
    """An 835 that pays three of four claims and denies the fourth."""
    segments = []
    paid = 0
    for number in numbers:
        cents = charge(number)
        is_denied = number % 4 == 3
        paid += 0 if is_denied else cents
        amount = money(0 if is_denied else cents)
        segments += [f"CLP*{account(number)}*{4 if is_denied else 1}*{money(cents)}*{amount}*0*CI*P{number:09}"]
        segments += [f"CAS*CO*197*{money(cents)}"] if is_denied else []
        segments += ["NM1*QC*1*A*B"]
    inside = ["ST*835*0001", f"BPR*I*{money(paid)}*C*CHK************20261123", "TRN*1*1*1512345678",
              "N1*PR*MEDICAL MUTUAL", "N1*PE*LAKESIDE*XX*1122233343", "LX*1", *segments]
    with open(path, "w", encoding="ascii") as file:
        file.write("~\n".join([
            "ISA*00*          *00*          *ZZ*PAYER          *ZZ*LAKESIDE       *261123*1200*^*00501*000000001*0*P*:",
            "GS*HP*PAYER*LAKESIDE*20261123*1200*1*X*005010X221A1", *inside, f"SE*{len(inside) + 1}*0001",
            "GE*1*1", "IEA*1*000000001"]) + "~\n")
