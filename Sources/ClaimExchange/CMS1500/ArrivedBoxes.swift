import ClaimModel

/// What came with the file of a claim, has a box on the paper form (NUCC, CMS-1500 02/12), and no field holds.
struct ArrivedBoxes {
    private let segments: [WireSegment]

    init(of draft: ClaimDraft) {
        segments = draft.carriedSegments.map(\.segment).filter { $0.place.line == nil }
    }

    /// Box 10d: condition codes.
    var conditions: String {
        segments.filter { $0.name == "HI" && $0[1, 1] == "BG" }
            .flatMap { segment in (1...12).map { segment[$0, 2] } }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Box 15: the first date that has a qualifier there.
    var otherDate: (qualifier: String, day: Day)? {
        for qualifier in ["304", "453", "455", "471", "444", "090", "091"] {
            if let day = days(qualifier).first { return (qualifier, day) }
        }
        return nil
    }

    /// Box 16: the first and the last day.
    var disabled: (from: Day, to: Day)? {
        let days = days("314")
        return days.count == 2 ? (days[0], days[1]) : nil
    }

    /// Boxes 17a, 24I and 24J, 32b: a number that is no NPI, with its qualifier.
    func otherNumber(in loop: ProfessionalLoop) -> (qualifier: String, number: String)? {
        segments.first { $0.place.loop == loop && $0.name == "REF" && ["0B", "1G", "G2", "LU"].contains($0[1, 1]) }
            .map { ($0[1, 1], $0[2, 1]) }
    }

    private func days(_ qualifier: String) -> [Day] {
        let segment = segments.first { $0.place.loop == .claim && $0.name == "DTP" && $0[1, 1] == qualifier }
        return segment?[3, 1].split(separator: "-").compactMap { Day(compact: $0) } ?? []
    }
}
