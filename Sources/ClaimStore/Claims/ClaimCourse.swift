public import ClaimModel
public import ClaimRules

/// What the office has done with a claim since it was keyed.
public struct ClaimCourse: Hashable, Sendable {
    /// The day of the last submission, where the office is.
    public var submittedOn: Day?
    /// The status before it was written off or appealed.
    public var former: ClaimStatus?
    /// `$120.00: below the limit`; blank where nothing is written off.
    public var writeOff = ""
    /// The id of the claim to the payer before, of which this one is the next.
    public var after = ""
    /// What the patient has paid since payers decided, in the order in which it was recorded.
    public var payments: [RecordedPayment] = []

    public init() {}
}

/// Kept in one text each, which most rows do without: a long worklist opens every row.
extension ClaimCourse {
    var packed: String? {
        guard submittedOn != nil || former != nil || !after.isEmpty || !writeOff.isEmpty else { return nil }
        let texts = [submittedOn.map { String($0.number) } ?? "", former?.rawValue ?? "", after, writeOff]
        return texts.joined(separator: "\n")
    }

    init(packed: String?) throws {
        guard let packed else { return }
        let texts = packed.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        guard texts.count == 4 else { throw DamagedRow() }
        submittedOn = try texts[0].day
        former = texts[1].isEmpty ? nil : try ClaimStatus(stored: texts[1])
        (after, writeOff) = (texts[2], texts[3])
    }
}

/// A payment of the patient with its entry in the daily close.
public struct RecordedPayment: Hashable, Sendable {
    public let payment: PatientPayment
    /// The day on which it was recorded.
    public let on: Day
    /// Names it among the payments of that day.
    public let entry: String

    public init(_ payment: PatientPayment, on day: Day, entry: String) {
        (self.payment, on, self.entry) = (payment, day, entry)
    }
}

extension [RecordedPayment] {
    /// `nil` for none.
    var packed: String? {
        guard !isEmpty else { return nil }
        return map { recorded in
            let paid = recorded.payment
            return [
                String(paid.amount), String(paid.date.number), paid.method.rawValue, String(recorded.on.number),
                recorded.entry, paid.number,
            ].joined(separator: "\t")
        }.joined(separator: "\n")
    }

    init(packed: String?) throws {
        self = try (packed ?? "").split(separator: "\n").map { line in
            let texts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard texts.count == 6, let method = PatientPayment.Method(rawValue: texts[2]) else { throw DamagedRow() }
            let (amount, date) = (try ClaimFace.number(texts[0]), Day(number: try ClaimFace.number(texts[1])))
            return RecordedPayment(
                PatientPayment(amount, on: date, by: method, number: texts[5]),
                on: Day(number: try ClaimFace.number(texts[3])), entry: texts[4])
        }
    }

    /// As the audit trail has it.
    var words: String { map(\.payment.text).joined(separator: "; ") }
}

extension ClaimSettlement {
    /// What a row holds besides the payer's number and the sums.
    var packed: String {
        [
            String(contractual), decidedOn.map { String($0.number) } ?? "", nextPayer.rawValue,
            isUnprocessable ? "1" : "", statementOn.map { String($0.number) } ?? "", isPatientsShareKept ? "1" : "",
        ].joined(separator: " ")
    }

    mutating func take(packed: String?) throws {
        guard let packed else { return }
        let texts = packed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        // An earlier version wrote five.
        guard (5...6).contains(texts.count) else { throw DamagedRow() }
        contractual = try ClaimFace.number(texts[0])
        decidedOn = try texts[1].day
        nextPayer = try present(NextPayer(rawValue: texts[2]))
        isUnprocessable = !texts[3].isEmpty
        statementOn = try texts[4].day
        isPatientsShareKept = texts.count > 5 && !texts[5].isEmpty
    }
}

extension String {
    /// `nil` for a blank.
    fileprivate var day: Day? {
        get throws { isEmpty ? nil : Day(number: try ClaimFace.number(self)) }
    }
}
