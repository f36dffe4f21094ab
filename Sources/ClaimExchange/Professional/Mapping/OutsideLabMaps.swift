import ClaimModel

/// A test that an outside laboratory did and the practice bills (box 20): PS1 and loop 2420B of its line.
///
/// The laboratory is the service facility of the claim. A claim says one charge, so it is written where one line only can
/// be meant; where several were bought, each line says its own charge and laboratory.
extension SegmentMap {
    static let outsideLabMaps: [SegmentMap] = [
        SegmentMap(
            loop: .line, name: "PS1", part: .line, appliesToRow: { $0.isPurchased },
            slots: [
                .usual(1, with: 2) { $0.laboratory },
                .derived(2, required: true) { $0.draft.isPurchasedOfClaim($0.row) ? $0.claimCharge : $0.lineCharge },
            ]),
        SegmentMap(
            loop: .purchased, name: "NM1", key: Key(1, ["QB"]), part: .line, appliesToRow: { $0.isPurchased },
            slots: [
                .usual(1, "QB"), .usual(2, "2"), .usual(8, "XX", with: 9),
                .derived(9, required: true) { $0.laboratory },
            ]),
    ]
}

extension SegmentMap.Source {
    /// Whether an outside laboratory did the line's test, as the claim says or as the line itself does.
    fileprivate var isPurchased: Bool {
        draft.isPurchasedOfClaim(row)
            || draft.lines.indices.contains(row) && !draft.lines[row].purchasedCharge.isEmpty
    }

    fileprivate var laboratory: String {
        let field: Place = draft.isPurchasedOfClaim(row) ? Place(.facilityNPI) : Place(.linePurchasedNPI, row: row)
        return WireForm.text.written(draft.state(at: field))
    }

    fileprivate var claimCharge: String { WireForm.amount.written(draft.state(at: Place(.outsideLabCharges))) }

    fileprivate var lineCharge: String {
        WireForm.amount.written(draft.state(at: Place(.linePurchasedCharge, row: row)))
    }
}

extension ClaimDraft {
    fileprivate func isPurchasedOfClaim(_ row: Int) -> Bool { self.purchasedRow == row }

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
