import ClaimModel

extension ClaimFacts {
    /// A problem for each field that is blank or unreadable; `required` false lets blank ones pass.
    func problems(
        with fields: [Field], required: Bool = true, severity: Severity? = nil, remedy: String
    ) -> [Problem] {
        fields.flatMap { field in
            places(of: field).compactMap { problem(at: $0, required: required, severity: severity, remedy: remedy) }
        }
    }

    /// What is wrong with one entry in itself: blank where it is required, or not readable.
    func problem(at place: Place, required: Bool = true, severity: Severity? = nil, remedy: String) -> Problem? {
        guard let reason = draft.unreadable(at: place) else { return nil }
        if reason.kind == .empty {
            guard required else { return nil }
            return .missing(
                place.field, row: place.row, severity: severity, "\(place.field.fullLabel) is blank.", remedy: remedy)
        }
        return .wrong(
            place.field, row: place.row, severity: severity, "\(place.field.fullLabel): \(reason.problem).",
            remedy: reason.remedy(after: remedy))
    }
}

extension Unreadable {
    /// What is wrong, without what a good value looks like.
    var problem: String { message.firstRange(of: ". ").map { String(message[..<$0.lowerBound]) } ?? message }

    /// What to do, then what a good value looks like.
    func remedy(after action: String) -> String {
        message.firstRange(of: ". ").map { "\(action) \(message[$0.upperBound...].sentence)" } ?? action
    }
}
