import ClaimRules

extension X12Segment {
    /// Whom a PER names; `nil` where it has neither a name nor a number.
    var contact: PayerContact? {
        let numbers = [3, 5, 7].filter { !self[$0 + 1].isEmpty }.map { "\(self[$0].text) \(self[$0 + 1].text)" }
        guard !self[2].isEmpty || !numbers.isEmpty else { return nil }
        return PayerContact(purpose: self[1].text, name: self[2].text, numbers: numbers)
    }
}

extension [PayerContact] {
    /// Far beyond what a file has.
    private static let most = 20

    /// Those for claims before the technical ones.
    mutating func add(_ contact: PayerContact) {
        guard count < Self.most else { return }
        insert(contact, at: contact.purpose == "BL" ? endIndex : firstIndex { $0.purpose == "BL" } ?? endIndex)
    }
}
