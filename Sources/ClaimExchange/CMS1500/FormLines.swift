import ClaimModel
import CodeSets

/// Box 24.
extension FormText {
    func line(_ row: Int) -> FormLine {
        let line = draft.lines[row]
        let shaded = FormPart(.supplement, supplement(line, row: row))
        let charge = FormPart(.charge, amount(line.charge.value))
        let units = FormPart(.units, value(.lineUnits, row: row))
        let npi = value(.lineRenderingNPI, row: row)
        let rendering = npi.isEmpty ? value(.renderingNPI) : npi
        let isOther = rendering != value(.billingNPI)
        return FormLine(
            number: row + 1, shaded: shaded.text, isCut: [shaded, charge, units].contains(where: \.isCut),
            provider: npi.isEmpty && isOther ? otherID : "", emergency: mark(.lineEmergency, row: row),
            screening: [mark(.lineScreeningReferral, row: row), mark(.lineFamilyPlanning, row: row)].max() ?? "",
            from: shortDate(line.from.value), to: shortDate(line.to.value ?? line.from.value),
            placeOfService: (line.placeOfService.value ?? draft.identity.placeOfService.value)?.text ?? "",
            code: line.procedure.value?.text ?? "", modifiers: line.modifiers.map(\.text),
            pointers: pointers(line), charge: charge.shown, units: units.text,
            renderingNPI: isOther ? rendering : "")
    }

    /// `ABCD`; Medicare takes one letter for a line (CMS Pub. 100-04, chapter 26, item 24E).
    private func pointers(_ line: ServiceLine) -> String {
        let letters = line.pointers.value?.description ?? ""
        return isMedicare ? String(letters.prefix(1)) : letters
    }

    /// `ZZ2084P0800X`, or the payer's own number of a provider who cannot have an NPI: `G2771200`.
    private var otherID: String {
        let (number, taxonomy) = (value(.renderingPayerNumber), value(.renderingTaxonomy))
        if !number.isEmpty { return "G2\(number)" }
        if let other = arrived.otherNumber(in: .rendering) { return other.qualifier + other.number }
        return taxonomy.isEmpty ? "" : "ZZ\(taxonomy)"
    }

    /// Y, or nothing: the form knows no N here.
    private func mark(_ field: Field, row: Int) -> String { value(field, row: row) == "Y" ? "Y" : "" }

    /// `N400143950801   ML0.7   ZZKETAMINE HCL 35 MG IV`: N4 and the NDC, three blanks, unit and quantity; a narrative behind
    /// ZZ; before them the times of an anesthesia that is billed in minutes, `7BEGIN 1245 END 1415 TIME 90 MINUTES`.
    private func supplement(_ line: ServiceLine, row: Int) -> String {
        var parts: [String] = []
        if line.unitBasis.value == .minutes, let start = line.start.value, let stop = line.stop.value {
            let units = value(.lineUnits, row: row)
            let time = units.isEmpty ? "" : " TIME \(units) MINUTES"
            parts.append("7BEGIN \(start.description.without(":")) END \(stop.description.without(":"))\(time)")
        }
        if let ndc = line.ndc.value {
            parts.append("N4\(ndc.digits11)")
            let quantity = line.ndcQuantity.value.map { "\(line.ndcUnit.value?.code ?? "")\($0)" } ?? ""
            if !quantity.isEmpty { parts.append(quantity) }
        }
        let narrative = value(.lineNarrative, row: row)
        let text = narrative.isEmpty ? value(.lineDescription, row: row) : narrative
        if !text.isEmpty { parts.append("ZZ\(text)") }
        return parts.joined(separator: "   ")
    }
}

extension FormLine {
    /// What the line puts on the sheet as its service line `index`, from 0.
    func parts(at index: Int) -> [FormPart] {
        let provider: [FormPart] =
            provider.isEmpty
            ? []
            : [
                FormPart(.providerQualifier, String(provider.prefix(2))),
                FormPart(.providerID, String(provider.dropFirst(2))),
            ]
        let dates = [FormPart(.serviceFrom, from), FormPart(.serviceTo, to)]
        let codes = [FormPart(.placeOfService, placeOfService), FormPart(.procedure, code)]
        let marks = modifiers.enumerated().map { FormPart(.modifier.across(3 * $0), $1) }
        let indicators = [FormPart(.emergency, emergency), FormPart(.screening, screening)]
        let figures = indicators + [FormPart(.pointers, pointers), FormPart(.charge, charge), FormPart(.units, units)]
        let all = [FormPart(.supplement, shaded)] + provider + dates + codes + marks + figures
        return (all + [FormPart(.renderingNPI, renderingNPI)]).map { FormPart($0.slot.down(2 * index), $0.text) }
    }
}
