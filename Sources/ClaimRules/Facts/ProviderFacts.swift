import ClaimModel
import CodeSets

extension ClaimFacts {
    /// The meaning of the rendering provider's taxonomy, where the table has it.
    var renderingKind: TaxonomyEntry.Kind? {
        draft.rendering.taxonomy.value.flatMap { books.taxonomy($0.text)?.kind }
    }

    /// Whether box 17 names who ordered or referred, with an NPI.
    var hasOrderingProvider: Bool {
        let other = draft.referring
        guard let role = other.qualifier.value, role != .supervising else { return false }
        return other.npi.value != nil && other.lastName.value != nil
    }

    /// The first of the lines in question that neither box 17 nor the line itself says who ordered. What is billed for its
    /// denial (GY) nobody has to have ordered.
    func firstUnordered(of isInQuestion: (LineFacts) -> Bool) -> LineFacts? {
        guard !hasOrderingProvider else { return nil }
        return lines.first { isInQuestion($0) && $0.line.orderingNPI.isEmpty && !$0.has("GY") }
    }
}

extension Field {
    /// What a rule reads that asks who ordered a line of a claim to Medicare or Medicaid (`firstUnordered`).
    static let orders =
        [
            lineProcedure, referringQualifier, referringLastName, referringNPI, lineOrderingNPI, filingIndicator,
            payerPolicy,
        ] + lineModifiers
}

extension TaxIdentifier {
    /// Social Security numbers have no area 000, 666 or 900 and up, no group 00 and no serial 0000 (SSA).
    var mayBeSSN: Bool {
        let (area, group, serial) = (digits.prefix(3), digits.dropFirst(3).prefix(2), digits.suffix(4))
        return area != "000" && area != "666" && !area.hasPrefix("9") && group != "00" && serial != "0000"
    }

    /// The prefixes that the IRS has given to no campus.
    var mayBeEIN: Bool {
        ![
            "00", "07", "08", "09", "17", "18", "19", "28", "29", "49", "69", "70", "78", "79", "89", "96", "97",
        ].contains(digits.prefix(2))
    }
}

extension StreetLine {
    private static let boxes = [
        "PO BOX", "P O BOX", "POST OFFICE BOX", "POBOX", "P0BOX", "POB ", "BOX ", "PO DRAWER", "P O DRAWER", "DRAWER ",
        "LOCKBOX", "LOCK BOX", "PMB ",
    ]

    /// Whether the line is a post-office box, which the 837P does not allow in a billing or service address.
    var isPostOfficeBox: Bool {
        // Most streets begin with their number.
        guard let first = text.first(where: { $0.isLetter || $0.isNumber }), "PBDL".contains(first.uppercased()) else {
            return false
        }
        let words = text.uppercased().filter { $0 != "." }.split { !$0.isLetter && !$0.isNumber }
        // A zero is often typed for the letter.
        let joined = words.prefix(4).joined(separator: " ").replacing("P0 ", with: "PO ").replacing(
            "P 0 ", with: "P O ")
        return StreetLine.boxes.contains { joined.hasPrefix($0) }
            && (joined.contains(where: \.isNumber) || joined.hasSuffix("BOX"))
    }
}
