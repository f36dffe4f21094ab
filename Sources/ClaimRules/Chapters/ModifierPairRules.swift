import ClaimModel
import CodeSets

extension Chapter {
    /// Modifiers checked against one another and against the code they are on.
    static let modifierPairs = Chapter("Modifier: combinations and use") {
        Rule(
            "MD-011", "No two modifiers of a line contradict each other",
            fault: "Modifiers contradict each other", .error,
            prevents: [.carc("4"), .rarc("N519")], rejectedAs: ["453"], source: .hcpcsFile, .general,
            reads: Field.lineModifiers,
            accepts: {
                [.sample, .officeVisit.with(.lineModifier1, "25").with(.lineModifier2, "GA").with(.waiver, "Y")]
            },
            rejects: {
                [
                    .knee("LT", "RT"), .knee("50", "RT"), .image("26", "TC"), .anesthesiaVisit("AA", "QZ"),
                    .anesthesiaVisit("AA", "P1").with(.lineModifier3, "P3"),
                    .officeVisit.with(.lineModifier1, "GY").with(.lineModifier2, "GA").with(.waiver, "Y"),
                ]
            }
        ) { claim in claim.lines.flatMap { claim.contradictions(on: $0) } }
        Rule(
            "MD-012", "26 and TC are on codes with a professional and a technical component",
            fault: "26 or TC on a code without those components", .error,
            prevents: [.carc("4")], rejectedAs: ["453"], source: .cpt, .general,
            reads: Field.lineModifiers + [.lineProcedure],
            accepts: { [.image("26", "")] },
            rejects: { [.officeVisit.with(.lineModifier1, "26"), .sample.with(.lineModifier1, row: 1, "TC")] }
        ) { claim in
            claim.misplaced({ ["26", "TC"].contains($0.code) }, on: \.isIndivisible) {
                "Line \($1.line.number): \($0) has no professional or technical component (\($1.code))."
            }
        }
        Rule(
            "MD-013", "A side modifier is on a service to one side of the body",
            fault: "Laterality modifier on a service without laterality", .warning,
            prevents: [.carc("4")], rejectedAs: ["453"], source: .cpt, .general,
            reads: Field.lineModifiers + [.lineProcedure],
            accepts: { [.knee("RT", "")] },
            rejects: { [.officeVisit.with(.lineModifier1, "LT"), .sample.with(.lineModifier1, "50")] }
        ) { claim in
            claim.misplaced({ claim.books.modifier($0.code)?.kind == .side }, on: \.hasNoSide) {
                "Line \($1.line.number): \($0) has no laterality (modifier \($1.code))."
            }
        }
        Rule(
            "MD-014", "24 and 57 are on visits",
            fault: "24 or 57 on a code that is not a visit", .warning,
            prevents: [.carc("4")], rejectedAs: ["453"], source: .cpt, .general,
            reads: Field.lineModifiers + [.lineProcedure],
            accepts: { [.officeVisit.with(.lineModifier1, "24")] }, rejects: { [.sample.with(.lineModifier1, "57")] }
        ) { claim in
            claim.misplaced(
                { ["24", "57"].contains($0.code) }, on: { $0.code != nil && !$0.kinds.contains(.takesModifier25) }
            ) { "Line \($1.line.number): modifier \($1.code) is for visits, not \($0)." }
        }
        Rule(
            "MD-015", "Anesthesia has a modifier for who performed or directed it",
            fault: "Anesthesia without a provider modifier", .warning,
            prevents: [.carc("4"), .rarc("N822")], rejectedAs: ["453"], source: .medicarePartB, .general,
            reads: Field.lineModifiers + [.lineProcedure],
            accepts: { [.anesthesiaVisit("AA", ""), .officeVisit] },
            rejects: { [.anesthesiaVisit("", ""), .anesthesiaVisit("P2", "")] }
        ) { claim in
            claim.lines.compactMap { line in
                guard line.isTimedAnesthesia, !line.modifiers.contains(where: LineFacts.anesthesiaProviders.contains)
                else { return nil }
                return .missing(
                    .lineModifier1, row: line.row,
                    "Line \(line.number): anesthesia \(line.code ?? "") has no provider modifier.",
                    remedy:
                        "Enter it first: AA anesthesiologist, QZ CRNA alone, QX directed CRNA, "
                        + "QK or QY directing physician.")
            }
        }
        Rule(
            "MD-016", "Anesthesia is billed in minutes",
            fault: "Anesthesia not billed in minutes", .warning,
            prevents: [.carc("16"), .rarc("M53")], rejectedAs: ["659", "476"], source: .professionalGuide, .general,
            reads: [.lineUnitBasis] + Scope.psychiatricKetamineClaim.reads,
            accepts: { [.anesthesiaVisit("AA", ""), .anesthesia] },
            rejects: {
                [
                    .anesthesiaVisit("AA", "").without(.lineUnitBasis),
                    .anesthesiaVisit("AA", "").with(.lineUnitBasis, "UN"),
                    .anesthesiaVisit("AA", "").coded("01999").with(.lineDescription, "BLOCK").without(.lineUnitBasis),
                ]
            }
        ) { claim in
            // Psychiatric ketamine that is billed as anesthesia is another rule's finding.
            let takesUnlisted = !claim.isJudged(by: .psychiatricKetamineClaim)
            return claim.lines.compactMap { line in
                guard line.isTimedAnesthesia || (takesUnlisted && line.code == "01999"),
                    line.line.unitBasis.value != .minutes
                else { return nil }
                return .conflict(
                    .lineUnitBasis, row: line.row, with: [Place(.lineUnits, row: line.row)],
                    "Line \(line.number): anesthesia \(line.code ?? "") is not billed in minutes.",
                    remedy: "Set the unit basis to MJ, and the units to the minutes.",
                    fixes: [.replace(.lineUnitBasis, row: line.row, with: "MJ")])
            }
        }
        Rule(
            "MD-017", "A discarded amount is billed together with the amount given",
            fault: "JW line without the administered amount", .warning,
            prevents: [.carc("4"), .carc("16")], source: .wastage, .verified,
            reads: Field.lineModifiers + [.lineProcedure, .lineFrom],
            accepts: { [.officeVisit, .wasted] },
            rejects: { [.wasted.withoutLine(2), .wasted.with(.lineModifier1, row: 2, "JZ")] }
        ) { claim in claim.lines.filter { $0.has("JW") }.compactMap { claim.loneWaste($0) } }
        Rule(
            "MD-018", "A bilateral procedure (50) is one unit",
            fault: "Bilateral procedure billed with more than one unit", .warning,
            prevents: [.carc("4"), .carc("151")], rejectedAs: ["453", "476"], source: .cpt, .general,
            reads: Field.lineModifiers + [.lineUnits],
            accepts: { [.knee("50", "")] }, rejects: { [.knee("50", "").with(.lineUnits, "2")] }
        ) { claim in
            claim.lines.compactMap { line in
                guard line.has("50"), let units = line.line.units.value, units > Units(whole: 1) else { return nil }
                return .conflict(
                    .lineUnits, row: line.row,
                    with: line.placedModifiers.filter { $0.code == "50" }.map { Place($0.field, row: line.row) },
                    "Line \(line.number): \(units) units with modifier 50 (both sides).",
                    remedy: "Bill 1 unit: 50 doubles it. If the payer asks for it, bill two lines with LT and RT.",
                    fixes: [.replace(.lineUnits, row: line.row, with: "1")])
            }
        }
    }
}

extension ClaimExample {
    /// One line alone.
    private static func only(_ code: String, _ first: String, _ second: String) -> ClaimExample {
        officeVisit.withoutLine(1).withoutLine(0).withService(code).with(.lineModifier1, first)
            .with(.lineModifier2, second)
    }

    /// An injection into the knee.
    fileprivate static func knee(_ first: String, _ second: String) -> ClaimExample {
        only("20610", first, second).diagnosed("M17.11")
    }

    fileprivate static func image(_ first: String, _ second: String) -> ClaimExample {
        only("73562", first, second).diagnosed("M17.11")
    }

    /// Anesthesia for electroconvulsive treatment, 15 minutes.
    static func anesthesiaVisit(_ first: String, _ second: String) -> ClaimExample {
        only("00104", first, second).with(.lineUnits, "15").with(.lineUnitBasis, "MJ")
            .with(.renderingTaxonomy, "207L00000X")
    }

    /// An injection, the rest of whose single-dose vial was discarded.
    fileprivate static let wasted = only("96372", "", "").with(.lineRoute, "IM")
        .withService("J2315", charge: "40.00").with(.lineModifier1, row: 1, "JW")
        .withService("J2315", charge: "1400.00").with(.lineUnits, row: 2, "300")
}
