import ClaimModel
import CodeSets

extension ClaimFacts {
    /// The row in which a missing line would be entered.
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
        // Without the treatment given, only the text of a line says so.
        let isText = !ClaimFacts.namesKetamine(draft.treatment.drug.text)
        let quote = isText ? ketamineLines.lazy.compactMap { $0.texts.first?.quote }.first : nil
        return [
            .missing(
                .lineProcedure, row: nextLineRow, severity: isText ? .warning : nil,
                quote.map { "A line says \($0), but none bills the drug." }
                    ?? "Ketamine was given, but no line bills the drug.",
                remedy:
                    "Add a drug line with \(code), or set Supplied by to PHARMACY or PATIENT."
            )
        ]
    }

    func wrongDrugCode(of line: LineFacts) -> Problem? {
        guard let code = line.code, !["J3490", "J7999"].contains(code), !line.kinds.contains(.esketamine),
            line.kinds.contains(.drug), !policyCodes(on: line.day).contains(code)
        else { return nil }
        // An unknown code may one day be ketamine's own; only codes known to be for another drug are wrong.
        guard let text = ClaimFacts.misread[code] ?? line.entry?.label,
            !ClaimFacts.namesKetamine(line.entry?.label ?? "")
        else { return nil }
        return .conflict(
            .lineProcedure, row: line.row, with: [Place(.lineDrugName, row: line.row)],
            "\(code) is not ketamine: \(text).",
            remedy: "Bill the payer's code for ketamine: J3490, unless its policy lists another.")
    }

    /// Codes that published guides give for ketamine, and what they mean (CMS file of January 2026).
    private static let misread = [
        "J0222": "it means patisiran 0.1 mg, not esketamine",
        "J3000": "it means streptomycin, not ketamine 10 mg",
        "J3499": "no such code; a payer's list means J3490",
        "J3590": "it is for unclassified biologics",
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
        let remedy = "Enter the drug name and the milligrams given, such as KETAMINE HCL 35 MG IV."
        guard let rate = text.rates.first else {
            return .missing(
                .lineNarrative, row: line.row, severity: contractorSeverity, "\(code): the narrative has no dose.",
                remedy: remedy,
                fixes: fixes)
        }
        return .wrong(
            .lineNarrative, row: line.row, severity: contractorSeverity,
            "Strength only (\(Dose(micrograms: rate)) in each mL): the dose is missing.",
            remedy: remedy, fixes: fixes)
    }

    /// Name, dose and route of the line in the wording that payers accept; `nil` where the name or dose is not known.
    private func narrative(of line: LineFacts) -> String? {
        guard let given = dose(of: line), let name = line.line.drugName.value?.text else { return nil }
        let route =
            (administration(of: line).flatMap { $0.line.route.value } ?? draft.treatment.route.value)
            .map { $0.isIntravenous ? "IV" : $0.code } ?? ""
        let padded = "\(name) \(given.dose) \(route)".uppercased()
        let text = padded.hasSuffix(" ") ? String(padded.dropLast()) : padded
        return Narrative.lengths.contains(text.count) ? text : nil
    }

    func unitsOtherThanCounted(of line: LineFacts) -> Problem? {
        guard let units = line.line.units.value, units.thousandths > 0 else { return nil }
        guard let counted = countedUnits(of: line) else { return unitsNobodyCounts(of: line, units) }
        guard units != counted.units else { return nil }
        let doubt = policy.confidence(of: \.unclassifiedDrugUnits) == .unverified ? " (unverified policy setting)" : ""
        return .wrong(
            .lineUnits, row: line.row,
            "\(line.code ?? ""): payer counts \(counted.text); the line has \(units).",
            remedy: "Enter \(counted.units)\(doubt). The amount of drug goes in the NDC quantity.",
            fixes: [.replace(.lineUnits, row: line.row, with: counted.units.description)],
            evidence: [self.policyEvidence(\.unclassifiedDrugUnits)])
    }

    /// The units of the line as the payer counts them, and in words; `nil` where that is not known.
    private func countedUnits(of line: LineFacts) -> (units: Units, text: String)? {
        switch policy.value(of: \.unclassifiedDrugUnits) {
        case nil: return nil
        case .one: return (Units(whole: 1), "1 unit")
        case .mg:
            return dose(of: line).map { given in
                let milligrams = roundedUp(given.dose.micrograms, by: 1000)
                return (Units(whole: milligrams), "\(milligrams) mg")
            }
        case .vials:
            guard let quantity = line.line.ndcQuantity.value, line.line.ndcUnit.value == .milliliters,
                let volume = line.product?.volumeThousandths, quantity.thousandths > 0
            else { return nil }
            let vials = roundedUp(quantity.thousandths, by: volume)
            return (Units(whole: vials), counted(vials, "opened vial"))
        }
    }

    func chargesAboveMaximum() -> [Problem] {
        guard let maximum = policy.value(of: \.drugChargeMaximum), (0...10_000_000).contains(maximum) else { return [] }
        let payer = payerTitle
        return lines.filter { $0.kinds.contains(.drug) }.compactMap { line in
            guard let charge = line.line.charge.value, charge > Money(cents: maximum * 100) else { return nil }
            return .wrong(
                .lineCharge, row: line.row,
                "Drug charge \(charge.currency) is above the maximum, \(Money(cents: maximum * 100).currency).",
                remedy: "Check the amount: units and charge may be swapped, and \(payer) accepts no more.")
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
                : "J0013 began on 01/01/2026; the service was on \(day).",
            remedy: "Check the date and the code: esketamine was \(other) on that date.")
    }

    var drugOtherThanNDC: Problem? {
        guard let product, product.kind != .veterinary else { return nil }
        // SV101-7 alone is a text like any other: it warns.
        let isText = line.drugName.isEmpty && line.narrative.isEmpty
        let text = isText ? line.description.text : line.drugName.text + " " + line.narrative.text
        let namesEsketamine = text.holdsInAnyCase("ESKETAMIN") || text.holdsInAnyCase("SPRAVATO")
        let namesKetamine = ClaimFacts.namesKetamine(text)
        let isOther =
            product.drug == .ketamine
            ? namesEsketamine || (!namesKetamine && !line.drugName.isEmpty) : namesKetamine
        guard isOther else { return nil }
        let name = product.product
        let named =
            isText ? "\"\(line.description.text)\"" : line.drugName.isEmpty ? line.narrative.text : line.drugName.text
        let places: [Field] = isText ? [.lineDescription] : [.lineDrugName, .lineNarrative]
        return .conflict(
            .lineNDC, row: row, with: places.map { Place($0, row: row) }, severity: isText ? .warning : nil,
            "NDC is \(name); the line names \(named).",
            remedy: "Enter the NDC from the container that the dose was drawn from, and name that drug.",
            evidence: [Evidence("product", product.summary)])
    }

    var codeAgainstCompounding: Problem? {
        guard let product, let code else { return nil }
        if product.kind == .bulk, code == "J3490" {
            return .conflict(
                .lineProcedure, row: row, with: [Place(.lineNDC, row: row)],
                "\(product.label) is a compounding powder, but J3490 is billed.",
                remedy: "Bill J7999, the code for compounded drugs, or ask the payer which code it accepts.")
        }
        guard product.kind == .human, code == "J7999" else { return nil }
        return .conflict(
            .lineProcedure, row: row, with: [Place(.lineNDC, row: row)],
            "J7999 is for compounded drugs; \(product.label) is a finished product.",
            remedy: "Bill J3490 for a finished product, or enter the NDC of what was compounded.")
    }
}

extension ClaimFacts {
    /// Two lines for two containers of a drug, or both NDCs in one line's narrative, where the payer accepts the other.
    var misplacedSecondNDCs: [Problem] {
        guard let way = policy.value(of: \.secondNDC) else { return [] }
        let evidence = policyEvidence(\.secondNDC)
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
                    "Lines \(first.number) and \(line.number): one drug on two lines; the payer accepts one.",
                    remedy: "Bill one line, and enter the second NDC with its quantity in the narrative.",
                    evidence: [evidence])
            }
        case .line:
            return lines.compactMap { line in
                guard let ndc = line.line.ndc.value, let other = line.line.narrative.text.elevenDigits,
                    other != ndc.digits11
                else { return nil }
                return .conflict(
                    .lineNarrative, row: line.row, with: [Place(.lineNDC, row: line.row)],
                    "Line \(line.number): the narrative has a second NDC, \(other).",
                    remedy:
                        "Bill the second container on its own line, with its NDC, quantity and charge.",
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
