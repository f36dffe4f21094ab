import ClaimModel
import ClaimRules

/// What a 277CA says of one claim of an 837P: whom it is of, and whether it was taken.
struct AnsweredClaim: Sendable {
    /// A status of the claim or of a line: a status code (X12 external code list 508), and whom it is about.
    struct Status: Hashable, Sendable {
        let code: String
        var entity = ""
    }

    let envelope: ClaimEnvelope
    /// As the file names them: NM1 of 2010AA, of the patient, and the member ID of the subscriber.
    let provider: X12Segment?
    let patient: X12Segment?
    let memberID: String
    let account: String
    /// The total charge (CLM02); 0 cents where it is no amount.
    let cents: Int
    /// The clearinghouse's own number of the claim (REF*D9); empty where it has none.
    let trace: String
    /// `20261110` or a range.
    let dates: String
    /// Of the claim as a whole; none where it was taken, or only lines are at fault.
    let statuses: [Status]
    let lines: [Line]

    /// A line at fault.
    struct Line: Sendable {
        let number: Int
        /// SV1 of the line.
        let service: X12Segment
        let control: String
        let dates: String
        let statuses: [Status]
    }

    var isTaken: Bool { statuses.isEmpty && lines.isEmpty }
}

extension AnsweredClaim {
    /// - Parameter claim: what the check found; its errors are what the claim is rejected for.
    init(_ source: ProfessionalClaim, _ claim: CheckedClaim) {
        let errors = claim.findings.filter { $0.severity == .error }
        func first(_ name: X12SegmentID, in loops: [ProfessionalLoop], _ code: String? = nil) -> X12Segment? {
            source.placed.last { item in
                loops.contains(item.place.loop) && item.segment.id == name
                    && (code.map { item.segment[1].text == $0 } ?? true)
            }?.segment
        }
        envelope = source.envelope
        provider = first("NM1", in: [.billingName], "85")
        patient = first("NM1", in: [.subscriberName, .patientName], nil)
        memberID = first("NM1", in: [.subscriberName], "IL")?[9].text ?? ""
        account = source.controlNumber
        cents = first("CLM", in: [.claim])?[2].cents ?? 0
        trace = first("REF", in: [.claim], "D9")?[2].text ?? ""
        let numbers = Set(errors.compactMap { $0.row == Part.line.word ? $0.line : nil })
        let lines = numbers.sorted().compactMap { Line($0, of: source, errors) }
        self.lines = lines
        let own = errors.filter { finding in
            !lines.contains { $0.number == finding.line && finding.row == Part.line.word }
        }
        let isWhole = source.faults.isEmpty && !source.hasFaultyLevel && source.envelope.isSound
        statuses = own.statuses + (isWhole ? [] : [Status(code: "21")])
        dates = Self.span(source.placed.filter { $0.place.loop == .line && $0.segment.isServiceDate }.map(\.segment))
    }

    /// `20261110-20261112`: from the first of the dates to the last.
    private static func span(_ segments: [X12Segment]) -> String {
        let days = segments.flatMap { $0[3].text.split(separator: "-") }.sorted()
        guard let first = days.first, let last = days.last else { return "" }
        return first == last ? String(first) : "\(first)-\(last)"
    }
}

extension AnsweredClaim.Line {
    fileprivate init?(_ number: Int, of source: ProfessionalClaim, _ errors: [ReportedFinding]) {
        let own = source.placed.filter { $0.place.line == number - 1 && $0.place.loop == .line }.map(\.segment)
        guard let service = own.first(where: { $0.id == "SV1" }) else { return nil }
        self.number = number
        self.service = service
        control = own.first { $0.id == "REF" && $0[1] == "6R" }?[2].text ?? String(number)
        dates = own.first(where: \.isServiceDate)?[3].text ?? ""
        statuses = errors.filter { $0.row == Part.line.word && $0.line == number }.statuses
    }
}

extension X12Segment {
    fileprivate var isServiceDate: Bool { id == "DTP" && self[1] == "472" }
}

extension [ReportedFinding] {
    /// Each once, in the order of the findings.
    fileprivate var statuses: [AnsweredClaim.Status] {
        var seen: Set<AnsweredClaim.Status> = []
        return flatMap { finding in
            let codes = Rule.named(finding.rule)?.rejectedAs ?? []
            return (codes.isEmpty ? ["21"] : codes).map {
                AnsweredClaim.Status(code: $0, entity: StatusEntity.code(of: finding.field, status: $0))
            }
        }.filter { seen.insert($0).inserted }
    }
}

/// Whom a status is about (STC01-3), by the field that is at fault; only codes that name somebody have one.
enum StatusEntity {
    private static let codes: Set<String> = [
        "116", "125", "126", "128", "129", "132", "133", "136", "142", "143", "144", "145", "153", "157", "158", "164",
        "500", "501", "502", "503", "504", "505", "562",
    ]

    private static let entities = [
        ("billing", "85"), ("rendering", "82"), ("referring", "DN"), ("facility", "77"), ("subscriber", "IL"),
        ("patient", "QC"), ("payer", "PR"),
    ]

    static func code(of field: String, status: String) -> String {
        guard codes.contains(status) else { return "" }
        return entities.first { field.hasPrefix($0.0) }?.1 ?? ""
    }
}
