import ClaimModel
import CodeSets

extension ClaimFacts {
    /// The row in which a line that is missing would be keyed.
    var nextLineRow: Int { min(lines.count, Part.line.limit - 1) }

    /// The drug codes that the policy lists for the day.
    func policyCodes(on day: Day?) -> [String] {
        (policy.value(of: \.drugCodes) ?? []).filter { entry in
            guard let day else { return true }
            return (entry.from.flatMap { Day(iso: $0) }.map { $0 <= day } ?? true)
                && (entry.to.flatMap { Day(iso: $0) }.map { day <= $0 } ?? true)
        }.map { $0.code.uppercased() }
    }

    /// Lines of an esketamine code where ketamine is meant: they name it, or nothing else on the claim bills it.
    var esketamineLines: [(line: LineFacts, code: String)] {
        let billed = ketamineLines.contains { $0.kinds.contains(.drug) && !$0.kinds.contains(.esketamine) }
        let given = ClaimFacts.namesKetamine(draft.treatment.drug.text) && !billed
        return lines.compactMap { line in
            guard let code = line.code, line.kinds.contains(.esketamine), line.isKetamineLine || given else {
                return nil
            }
            return (line, code)
        }
    }

    func missingDrugLines() -> [Problem] {
        let billed = ketamineLines.contains { $0.code == nil || $0.kinds.contains(.drug) }
        guard practiceSuppliesDrug, !billed, esketamineLines.isEmpty, misreadDrugLines.isEmpty else { return [] }
        let code = policyCodes(on: firstDay).first ?? "J3490"
        return [
            .missing(
                .lineProcedure, row: nextLineRow, "Ketamine was given, but no line bills the drug.",
                remedy:
                    "Add a drug line with \(code), or say under Treatment given that pharmacy or patient supplied it.")
        ]
    }

    func wrongDrugCode(of line: LineFacts) -> Problem? {
        guard let code = line.code, !["J3490", "J7999"].contains(code), !line.kinds.contains(.esketamine),
            line.kinds.contains(.drug), !policyCodes(on: line.day).contains(code)
        else { return nil }
        // A code that no table knows may be ketamine's own one day; only those known to be another's are wrong.
        guard let words = ClaimFacts.misread[code] ?? line.entry?.label,
            !ClaimFacts.namesKetamine(line.entry?.label ?? "")
        else { return nil }
        return .conflict(
            .lineProcedure, row: line.row, with: [Place(.lineDrugName, row: line.row)],
            "\(code) is not ketamine: \(words).",
            remedy: "Bill the code that the payer takes for ketamine, J3490 unless its policy lists another.")
    }

    /// Codes that published guides give for ketamine, and what they stand for (CMS file of January 2026).
    private static let misread = [
        "J0222": "it is patisiran 0.1 mg; a web guide that calls it esketamine is wrong",
        "J3000": "it is streptomycin; a web guide that calls it ketamine 10 mg is wrong",
        "J3499": "no such code exists; it is a slip for J3490 in a payer's list",
        "J3590": "it is for unclassified biologics, and ketamine is none",
        "C9399": "it is for new drugs on hospital claims",
    ]

    /// Lines of such a code that name no drug, on a claim whose treatment was ketamine and which bills it nowhere else.
    var misreadDrugLines: [LineFacts] {
        guard ketamineLines.isEmpty, ClaimFacts.namesKetamine(draft.treatment.drug.text) else { return [] }
        return lines.filter { line in
            line.code.map { ClaimFacts.misread[$0] != nil } == true && line.line.drugName.isEmpty
                && line.line.narrative.isEmpty && line.line.ndc.isEmpty
        }
    }

    func untoldDose(of line: LineFacts) -> Problem? {
        let text = line.drugText(in: self)
        guard text.doses.isEmpty else { return nil }
        let code = line.code ?? ""
        let fixes = narrative(of: line).map { [Fix.replace(.lineNarrative, row: line.row, with: $0)] } ?? []
        let remedy = "Write the drug's name and the milligrams given, such as KETAMINE HCL 35 MG IV."
        guard let rate = text.rates.first else {
            return .missing(
                .lineNarrative, row: line.row, "\(code) does not say how much of the drug was given.", remedy: remedy,
                fixes: fixes)
        }
        return .wrong(
            .lineNarrative, row: line.row,
            "The line gives a strength, \(Dose(micrograms: rate)) in each mL, and not the dose that was given.",
            remedy: remedy, fixes: fixes)
    }

    /// Name, dose and route of the line in the words that payers take; `nil` where one of the first two is not known.
    private func narrative(of line: LineFacts) -> String? {
        guard let given = dose(of: line), let name = line.line.drugName.value?.text else { return nil }
        let route =
            (administration(of: line).flatMap { $0.line.route.value } ?? draft.treatment.route.value)
            .map { $0.isIntravenous ? "IV" : $0.code } ?? ""
        let words = "\(name) \(given.dose) \(route)".uppercased()
        let text = words.hasSuffix(" ") ? String(words.dropLast()) : words
        return Narrative.lengths.contains(text.count) ? text : nil
    }

    func unitsOtherThanCounted(of line: LineFacts) -> Problem? {
        guard let units = line.line.units.value, units.thousandths > 0, let counted = countedUnits(of: line),
            units != counted.units
        else { return nil }
        let name = policy.name
        let doubt = policy.standing(of: \.unclassifiedDrugUnits) == .unverified ? " (an unverified setting)" : ""
        return .wrong(
            .lineUnits, row: line.row,
            "\(name) counts \(counted.words) for \(line.code ?? ""), \(counted.units), but the units say \(units)\(doubt).",
            remedy: "Enter \(counted.units); the amount of the drug stands in the NDC quantity.",
            fixes: [.replace(.lineUnits, row: line.row, with: counted.units.description)],
            evidence: [Evidence("setting", self.policy.source(of: \.unclassifiedDrugUnits))])
    }

    /// The units that the payer's way of counting makes of the line; `nil` where it is not known, or not what it counts.
    private func countedUnits(of line: LineFacts) -> (units: Units, words: String)? {
        switch policy.value(of: \.unclassifiedDrugUnits) {
        case nil: return nil
        case .one: return (Units(whole: 1), "one unit for the drug")
        case .mg:
            return dose(of: line).map { (Units(whole: roundedUp($0.dose.micrograms, by: 1000)), "milligrams") }
        case .vials:
            guard let quantity = line.line.ndcQuantity.value, line.line.ndcUnit.value == .milliliters,
                let volume = line.product?.volumeThousandths, quantity.thousandths > 0
            else { return nil }
            return (Units(whole: roundedUp(quantity.thousandths, by: volume)), "vials opened")
        }
    }

    private func roundedUp(_ number: Int, by step: Int) -> Int {
        let (whole, rest) = number.quotientAndRemainder(dividingBy: max(step, 1))
        return rest > 0 ? whole + 1 : max(whole, 1)
    }

    func chargesAboveMaximum() -> [Problem] {
        guard let maximum = policy.value(of: \.drugChargeMaximum), (0...10_000_000).contains(maximum) else { return [] }
        let name = policy.name
        return lines.filter { $0.kinds.contains(.drug) }.compactMap { line in
            guard let charge = line.line.charge.value, charge > Money(cents: maximum * 100) else { return nil }
            return .wrong(
                .lineCharge, row: line.row,
                "\(charge.currency) for the drug is above \(Money(cents: maximum * 100).currency), the most that \(name) takes.",
                remedy: "Check the amount: units and charge may have been exchanged.")
        }
    }
}

extension LineFacts {
    /// S0013 ended on 2025-12-31, and J0013 began the day after.
    var outdatedEsketamineCode: Problem? {
        guard let code, let day, let change = Day(year: 2026, month: 1, day: 1) else { return nil }
        let isOutdated = (code == "S0013" && day >= change) || (code == "J0013" && day < change)
        guard isOutdated else { return nil }
        let other = code == "S0013" ? "J0013" : "S0013"
        return .conflict(
            .lineProcedure, row: row, with: [Place(.lineFrom, row: row)],
            code == "S0013"
                ? "S0013 ended on 12/31/2025; the service was on \(day)."
                : "J0013 is in force from 01/01/2026; the service was on \(day).",
            remedy: "On that day esketamine is billed with \(other); check the date and the code.")
    }

    var drugOtherThanNDC: Problem? {
        guard let product, product.kind != .veterinary else { return nil }
        let words = line.drugName.text + " " + line.narrative.text
        let namesEsketamine = words.holdsInAnyCase("ESKETAMIN") || words.holdsInAnyCase("SPRAVATO")
        let namesKetamine = ClaimFacts.namesKetamine(words)
        let isOther =
            product.drug == .ketamine
            ? namesEsketamine || (!namesKetamine && !line.drugName.isEmpty) : namesKetamine
        guard isOther else { return nil }
        let (ndc, name) = (product.label, product.product)
        let named = line.drugName.isEmpty ? line.narrative.text : line.drugName.text
        return .conflict(
            .lineNDC, row: row, with: [Place(.lineDrugName, row: row), Place(.lineNarrative, row: row)],
            "NDC \(ndc) is \(name), but the line names \(named).",
            remedy: "Take the NDC from the container that the dose was drawn from, and name that drug.",
            evidence: [Evidence("product", product.summary)])
    }

    var codeAgainstCompounding: Problem? {
        guard let product, let code else { return nil }
        if product.kind == .bulk, code == "J3490" {
            return .conflict(
                .lineProcedure, row: row, with: [Place(.lineNDC, row: row)],
                "\(product.label) is a powder for compounding, and J3490 is billed.",
                remedy: "Compounded drugs have a code of their own, J7999; ask the payer which one it takes.")
        }
        guard product.kind == .human, code == "J7999" else { return nil }
        return .conflict(
            .lineProcedure, row: row, with: [Place(.lineNDC, row: row)],
            "J7999 is for compounded drugs, but \(product.label) is a finished product.",
            remedy: "Bill J3490 for a finished product, or give the NDC of what was compounded.")
    }
}

extension ClaimFacts {
    /// Two lines for the two containers of a drug, or both NDCs in one line's words, against the payer's way.
    var misplacedSecondNDCs: [Problem] {
        guard let way = policy.value(of: \.secondNDC) else { return [] }
        let (name, evidence) = (policy.name, policyEvidence(\.secondNDC))
        switch way {
        case .note:
            return lines.enumerated().compactMap { index, line in
                guard let ndc = line.line.ndc.value, !line.has("JW"),
                    let first = lines.prefix(index).first(where: { other in
                        other.code == line.code && other.isSameDay(as: line) && !other.has("JW")
                            && other.line.ndc.value.map { $0.digits11 != ndc.digits11 } == true
                    })
                else { return nil }
                return .conflict(
                    .lineNDC, row: line.row, with: [Place(.lineNDC, row: first.row)],
                    "Lines \(first.number) and \(line.number) bill one drug from two containers; \(name) takes one line.",
                    remedy: "Bill one line, and put the second NDC with its quantity into the narrative.",
                    evidence: [evidence])
            }
        case .line:
            return lines.compactMap { line in
                guard let ndc = line.line.ndc.value, let other = line.line.narrative.text.elevenDigits,
                    other != ndc.digits11
                else { return nil }
                return .conflict(
                    .lineNarrative, row: line.row, with: [Place(.lineNDC, row: line.row)],
                    "The narrative of line \(line.number) names a second NDC, \(other); \(name) takes it on its own line.",
                    remedy: "Bill the second container on a line of its own, with its NDC, quantity and charge.",
                    evidence: [evidence])
            }
        }
    }
}

extension String {
    /// The first eleven digits in a row, dashes left out.
    fileprivate var elevenDigits: String? {
        split { !$0.isNumber && $0 != "-" }.map { $0.filter(\.isNumber) }.first { $0.count == 11 }
    }
}
