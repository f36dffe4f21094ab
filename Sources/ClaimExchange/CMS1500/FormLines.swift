import ClaimModel
import CodeSets

/// Box 24.
extension FormText {
    /// What the shaded half of box 24 A to G holds.
    private static let shadedWidth = 61

    func line(_ row: Int) -> FormLine {
        let line = draft.lines[row]
        let shaded = supplement(line, row: row)
        let npi = value(.lineRenderingNPI, row: row)
        let rendering = npi.isEmpty ? value(.renderingNPI) : npi
        let isOther = rendering != value(.billingNPI)
        let taxonomy = value(.renderingTaxonomy)
        return FormLine(
            number: row + 1, shaded: shaded.clipped(to: Self.shadedWidth),
            isCut: shaded.columns > Self.shadedWidth,
            shadedProvider: npi.isEmpty && isOther && !taxonomy.isEmpty ? "ZZ \(taxonomy)" : "",
            from: shortDate(line.from.value), to: shortDate(line.to.value ?? line.from.value),
            placeOfService: (line.placeOfService.value ?? draft.identity.placeOfService.value)?.text ?? "",
            code: line.procedure.value?.text ?? "", modifiers: line.modifiers.map(\.text),
            pointers: line.pointers.value?.description ?? "", charge: amount(line.charge.value),
            units: value(.lineUnits, row: row), renderingNPI: isOther ? rendering : "")
    }

    /// `N400143950801   ML0.7   ZZKETAMINE HCL 35 MG IV`: N4 and the NDC, three blanks, unit and quantity; a narrative behind
    /// ZZ.
    private func supplement(_ line: ServiceLine, row: Int) -> String {
        var parts: [String] = []
        if let ndc = line.ndc.value {
            parts.append("N4\(ndc.digits11)")
            let quantity = line.ndcQuantity.value.map { "\(line.ndcUnit.value?.code ?? "")\($0)" } ?? ""
            if !quantity.isEmpty { parts.append(quantity) }
        }
        let narrative = value(.lineNarrative, row: row)
        let words = narrative.isEmpty ? value(.lineDescription, row: row) : narrative
        if !words.isEmpty { parts.append("ZZ\(words)") }
        return parts.joined(separator: "   ")
    }
}
