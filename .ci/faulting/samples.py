"""Files to give the program: claims and remittances of people who do not exist."""
import pathlib

FIXTURE = pathlib.Path(__file__).resolve().parent.parent.parent / "Tests/ClaimExchangeTests/Fixtures/subscriber.837"
NAMES = ["RIVERA*DANA", "OSEI*KOFI", "NOVAK*IDA", "QUILL*ZED", "MARLOW*ABE", "TAMBE*UMA", "FJORD*LIV"]


VISIT = ["LX*1", "SV1*HC:99213*255*UN*1***1", "DTP*472*D8*20261110"]


def claims(count, are_clean=False):
    """An 837P with so many claims, each with an account number and a patient of its own.

    They are of infusions that lack the records which their payer asks for; clean ones are of visits.
    """
    segments = FIXTURE.read_text(encoding="ascii").replace("\n", "").split("~")
    begin = next(i for i, segment in enumerate(segments) if segment.startswith("HL*2*"))
    end = next(i for i, segment in enumerate(segments) if segment.startswith("HL*3*"))
    head, person = segments[:begin], segments[begin:end]
    if are_clean:
        person = [segment for segment in person[:person.index("LX*1")] if not segment.startswith("REF*G1")] + VISIT
    body = []
    for number in range(count):
        for segment in person:
            body.append({"HL": f"HL*{number + 2}*1*22*0", "CLM": segment.replace("C-1000", f"N-{number:06}"),
                         "NM1": segment.replace("RIVERA*DANA", NAMES[number % len(NAMES)])
                                .replace("123456789010", f"{123456700000 + number}")
                         }.get(segment.split("*")[0], segment))
    start = next(i for i, segment in enumerate(head) if segment.startswith("ST*"))
    whole = head + body + [f"SE*{len(head) - start + len(body) + 1}*0001", "GE*1*17", "IEA*1*000000017"]
    return "~\n".join(whole) + "~\n"


def remittance(*segments):
    """An 835 around the segments of its claims."""
    inside = ["ST*835*0001", "BPR*I*1*C*CHK************20261123", "TRN*1*1*1512345678", "N1*PR*MEDICAL MUTUAL",
              "N1*PE*LAKESIDE*XX*1122233343", "LX*1", *segments]
    return "~\n".join([
        "ISA*00*          *00*          *ZZ*PAYER          *ZZ*LAKESIDE       *261123*1200*^*00501*000000001*0*P*:",
        "GS*HP*PAYER*LAKESIDE*20261123*1200*1*X*005010X221A1", *inside, f"SE*{len(inside) + 1}*0001", "GE*1*1",
        "IEA*1*000000001"]) + "~\n"


def overflowing():
    """Three remittances whose amounts are larger than any sum: of claims, adjustments and the provider's adjustments."""
    large = "9" * 15
    person = "NM1*QC*1*A*B"
    yield remittance(*[segment for n in range(200) for segment in (f"CLP*A{n}*1*1*{large}*0*CI*1", person)])
    yield remittance("CLP*A1*4*1*0*0*CI*1", *[f"CAS*CO*45*{large}**50*{large}" for _ in range(90)], person)
    yield remittance("CLP*A1*1*1*1*0*CI*1", person,
                     *[f"PLB*1122233343*20261231*WO:{n}*{large}*FB:{n}*{large}" for n in range(90)])
