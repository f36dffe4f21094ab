import ClaimModel

/// A test that an outside laboratory did and the practice bills (box 20): PS1 and loop 2420B of its line.
///
/// The laboratory is the service facility of the claim. A claim says one charge, so it is written where one line only can
/// be meant; what a file says otherwise is carried along.
extension SegmentMap {
    static let outsideLabMaps: [SegmentMap] = [
        SegmentMap(
            loop: .line, name: "PS1", part: .line, appliesToRow: { $0.draft.purchasedRow == $0.row },
            slots: [
                .field(1, .facilityNPI, required: true),
                .field(2, .outsideLabCharges, .amount, limit: 18, required: true),
            ]),
        SegmentMap(
            loop: .purchased, name: "NM1", key: Key(1, ["QB"]), part: .line,
            appliesToRow: { $0.draft.purchasedRow == $0.row },
            slots: [
                .usual(1, "QB"), .usual(2, "2"), .usual(8, "XX", with: 9), .field(9, .facilityNPI, required: true),
            ]),
    ]
}

extension ClaimDraft {
    /// The row of the line that the outside laboratory did: the only laboratory test, or the only line; `nil` where several
    /// may be meant, or nothing is said of its charge.
    var purchasedRow: Int? {
        guard self.identity.outsideLab.value == .yes, !self.identity.outsideLabCharges.isEmpty else { return nil }
        let tests = self.lines.indices.filter { self.lines[$0].isLaboratoryTest }
        return tests.count == 1 ? tests.first : self.lines.count == 1 ? 0 : nil
    }
}

extension ServiceLine {
    /// CPT 80047 to 89398: pathology and laboratory.
    fileprivate var isLaboratoryTest: Bool {
        guard let code = self.procedure.value, code.isCPT else { return false }
        return code.text.hasPrefix("8")
    }
}
