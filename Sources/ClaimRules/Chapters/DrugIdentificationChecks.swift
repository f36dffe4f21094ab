import ClaimModel
import CodeSets

extension ClaimFacts {
    func missingNDCs() -> [Problem] {
        let required = policy.value(of: \.ndcRequired)
        let isKnown = policy.confidence(of: \.ndcRequired) != .unverified
        guard practiceSuppliesDrug, required ?? true || !isKnown else { return [] }
        let severity: Severity = required == true && isKnown ? .error : .warning
        let remedy = "Enter the NDC from the label of the container that the dose was drawn from."
        if ketamineLines.isEmpty, !lines.contains(where: { $0.kinds.contains(.unlistedDrug) }), esketamineLines.isEmpty
        {
            return [
                .missing(
                    .lineNDC, row: nextLineRow, severity: severity,
                    "Ketamine was given, but no line has its NDC.", remedy: remedy
                ).unseen
            ]
        }
        return ketamineLines.filter { $0.line.ndc.isEmpty }.map { line in
            .missing(
                .lineNDC, row: line.row, severity: severity,
                "No NDC on the ketamine line\(line.isUnclassifiedDrug ? "; \(line.code ?? "") needs it" : "").",
                remedy: remedy)
        }
    }

    /// A problem for each text that is not an NDC.
    func unreadableNDCs(_ problem: (LineFacts, NDC.Fault, Unreadable) -> Problem?) -> [Problem] {
        lines.compactMap { line in
            guard let reason = line.line.ndc.unreadable, case .ndc(let fault) = reason.fault else { return nil }
            return problem(line, fault, reason)
        }
    }

    func undashedNDCs() -> [Problem] {
        unreadableNDCs { line, fault, _ in
            guard case .undashedTen = fault else { return nil }
            let reading = NDCReading(of: line.line.ndc, books: books)
            let fixes = reading.candidates.map { candidate in
                let product = books.product(ndc11: candidate.digits11)
                return Fix(
                    product.map { "\(candidate.digits11), \($0.summary)" }
                        ?? "\(candidate.digits11), \(candidate.layout.text)",
                    [Fix.Edit(.lineNDC, row: line.row, candidate.digits11)])
            }
            return .wrong(
                .lineNDC, row: line.row,
                "NDC needs its dashes: three 11-digit readings.",
                remedy: "Enter it with the dashes of the label (4-4-2, 5-3-2 or 5-4-1): "
                    + "\(reading.candidates.map(\.digits11).listed("or")).", fixes: fixes)
        }
    }

    func unitOtherThanMilliliters(of line: LineFacts) -> Problem? {
        guard let unit = line.line.ndcUnit.value, unit != .milliliters, line.product?.kind != .bulk,
            !(policy.value(of: \.ndcUnits) ?? []).contains(unit.code)
        else { return nil }
        let expected = quantity(of: line)
        return .wrong(
            .lineNDCUnit, row: line.row,
            "Quantity in \(unit.code); most payers accept ketamine solution in ML.",
            remedy: expected.map { "Bill milliliters: \($0.text)." }
                ?? "Bill milliliters: the dose divided by the strength.",
            fixes: expected.map { [Self.fix($0, on: line)] } ?? [])
    }

    /// What the dose comes to of the product; `nil` where either is not known.
    private func quantity(of line: LineFacts) -> DrugQuantity? {
        dose(of: line).flatMap { given in
            line.product.flatMap { DrugQuantity(dose: given.dose, product: $0, decimals: quantityDecimals) }
        }
    }

    private static func fix(_ expected: DrugQuantity, on line: LineFacts) -> Fix {
        Fix(
            "ML \(expected.quantity)",
            [
                Fix.Edit(.lineNDCUnit, row: line.row, NDCUnit.milliliters.code),
                Fix.Edit(.lineNDCQuantity, row: line.row, expected.quantity.description),
            ])
    }

    /// The quantity that a dose comes to, where nothing is keyed of it.
    private func missingQuantity(of line: LineFacts) -> Problem? {
        guard line.needsQuantity, line.line.ndcQuantity.isEmpty,
            line.line.ndcUnit.isEmpty || line.line.ndcUnit.value == .milliliters, let expected = quantity(of: line)
        else { return nil }
        return .missing(
            .lineNDCQuantity, row: line.row, "\(Field.lineNDCQuantity.fullLabel) is blank.",
            remedy: "Enter what was given: \(expected.text).", fixes: [Self.fix(expected, on: line)])
    }

    func wrongQuantity(of line: LineFacts) -> Problem? {
        let place = Place(.lineNDCQuantity, row: line.row)
        let remedy = "Enter how much was given, in the unit of the next field, such as 0.7."
        guard let quantity = line.line.ndcQuantity.value else {
            return missingQuantity(of: line) ?? problem(at: place, required: line.needsQuantity, remedy: remedy)
        }
        if quantity.thousandths == 0 {
            return .wrong(.lineNDCQuantity, row: line.row, "The NDC quantity is 0.", remedy: remedy)
        }
        guard quantity.decimals > max(quantityDecimals, 0) else { return nil }
        let (payer, limit) = (payerTitle, quantityDecimals)
        return .wrong(
            .lineNDCQuantity, row: line.row, severity: policy.limit(.error, by: \.ndcDecimals),
            "Quantity \(quantity) has more than \(counted(limit, "decimal")).",
            remedy: "Round it to \(counted(limit, "decimal")): \(payer) accepts no more.",
            evidence: [self.policyEvidence(\.ndcDecimals)])
    }
}

extension LineFacts {
    var hasStandardQualifier: Bool { line.ndcQualifier.value?.text.uppercased() == "N4" }

    /// An NDC where none belongs: on a procedure that is not a drug.
    var hasMisplacedNDC: Bool {
        !line.ndc.isEmpty && !kinds.contains(.drug) && (line.procedure.value?.isCPT ?? false)
    }

    /// Whether its NDC needs a unit and a quantity.
    var needsQuantity: Bool { !line.ndc.isEmpty && !hasMisplacedNDC }

    var unknownStrength: Problem? {
        guard let ndc = line.ndc.value else { return nil }
        guard let product else {
            return .wrong(
                .lineNDC, row: row, "\(ndc.dashed) is in no loaded table; its strength is unknown.",
                remedy: "Check drug and strength on the vial, and the quantity by hand.")
        }
        guard product.confidence == .unconfirmed, let strength = product.microgramsPerMilliliter else { return nil }
        let label = "\(Quantity(thousandths: strength)) mg/mL"
        return .wrong(
            .lineNDC, row: row, "\(label) for \(product.label) is not confirmed by a source.",
            remedy: "Check it against the vial before you rely on the quantity.",
            evidence: [Evidence("table", product.source)])
    }

    var missingUnit: Problem? {
        let fixes = isKetamineLine ? [Fix.replace(.lineNDCUnit, row: row, with: NDCUnit.milliliters.code)] : []
        guard let reason = line.ndcUnit.unreadable else { return nil }
        guard reason.kind == .empty else {
            return .wrong(
                .lineNDCUnit, row: row, "\(self.line.ndcUnit.text) is not an NDC unit.",
                remedy: "Use ML for a solution, UN for a vial of powder, GR, ME or F2.", fixes: fixes)
        }
        guard needsQuantity else { return nil }
        return .missing(
            .lineNDCUnit, row: row, "The NDC quantity has no unit.",
            remedy: "Use ML for a solution, UN for a vial of powder, GR, ME or F2.", fixes: fixes)
    }

    var cartonNDC: Problem? {
        guard let product, product.role == .outer, let vial = product.related else { return nil }
        return .wrong(
            .lineNDC, row: row, "\(product.label) is the carton; the vial in it is \(vial).",
            remedy: "Bill the NDC on the container that the dose was drawn from. Carton: \(product.package).",
            fixes: [.replace(.lineNDC, row: self.row, with: vial)])
    }
}

extension NDC.Layout {
    /// Where the dashes are on the label.
    fileprivate var text: String {
        switch self {
        case .fourFourTwo: "label 4-4-2"
        case .fiveThreeTwo: "label 5-3-2"
        case .fiveFourOne: "label 5-4-1"
        case .fiveFourTwoDashed, .eleven: "5-4-2"
        case .sixFourTwo: "label 6-4-2"
        }
    }
}
