import ClaimModel

extension ClaimFacts {
    /// The policy's source, where a finding rests on one of its settings.
    func policyEvidence<Value>(_ setting: KeyPath<PolicySettings, Setting<Value>?>) -> Evidence {
        let citation = policy.citation(of: setting)
        // What the policy does not say, it is not cited for.
        let isStated = policy.settings[keyPath: setting] != nil
        return Evidence("policy", "\(policy.name): \(citation.text)", citing: isStated ? citation : nil)
    }

    /// Whether the payer has a policy of its own; `generic` is no payer's.
    var payerIsKnown: Bool { policy.id != "generic" }

    /// The payer as a message names it: by its policy, and without one by no name.
    var payerTitle: String { payerIsKnown ? policy.name : "the payer" }
}

extension ClaimFacts {
    /// The place of the earliest service date; the first line's where no date is readable.
    var firstDayPlace: Place { placeOfDay(firstDay) }

    /// The place of the latest service date.
    var lastDayPlace: Place { placeOfDay(lastDay) }

    private func placeOfDay(_ day: Day?) -> Place {
        for line in lines {
            if let day, line.line.from.value == day { return Place(.lineFrom, row: line.row) }
            if let day, line.line.to.value == day { return Place(.lineTo, row: line.row) }
        }
        return Place(.lineFrom)
    }

    /// The day by which age and codes are judged: the first service day, else today.
    var judgedDay: Day { firstDay ?? today }

    var patientIsInsured: Bool { draft.subscriber.relationship.value == .`self` }

    /// The patient is known to be somebody else than the insured.
    var patientIsDependent: Bool { draft.subscriber.relationship.value.map { $0 != .`self` } ?? false }

    /// Billed to a second or third payer.
    var isLaterPayer: Bool { draft.orderOfPayer != .primary }

    func isBlank(_ field: Field, row: Int = 0) -> Bool {
        draft.isEmpty(at: Place(field, row: row))
    }
}
