public import ClaimModel
public import ClaimRules

/// A TA1: how the receiver took an interchange that was submitted.
public struct InterchangeReceipt: Hashable, Sendable {
    /// By what names its sender goes (ISA06).
    public let senders: Set<String>
    /// By what names its receiver goes (ISA08).
    public let receivers: Set<String>
    /// The control number of the interchange that was answered (ISA13).
    public let interchange: Int?
    /// The day of that interchange (ISA09).
    public let day: Day?
    /// Its time (ISA10): `0930`.
    public let time: String
    /// A accepted, E accepted with errors, R rejected.
    public let code: String
    /// What is wrong with it (TA105): `006`.
    public let note: String

    init(_ segment: X12Segment, in interchange: X12Segment?) {
        senders = X12Segment.parties(interchange?[6])
        receivers = X12Segment.parties(interchange?[8])
        self.interchange = segment[1].number
        day = segment[2].day ?? segment[2].number.flatMap { $0 < 1_000_000 ? InterchangeReceipt.day($0) : nil }
        (time, code, note) = (segment[3].text, segment[4].text, segment[5].text)
    }

    private static func day(_ number: Int) -> Day? {
        Day(year: 2000 + number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// Whether nothing of the interchange was read.
    public var isRejected: Bool { !["A", "E"].contains(code) }

    /// `rejected (TA1 R, note 006: sender's ID not valid)`
    public var text: String {
        let result =
            switch code {
            case "A": "accepted"
            case "E": "accepted, with errors noted"
            default: "rejected"
            }
        guard !note.isEmpty, note != "000" else { return "\(result) (TA1 \(X12Element.printable(code)))" }
        return "\(result) (TA1 \(X12Element.printable(code)), \(noteText))"
    }

    /// `note 006: sender's ID not valid`
    private var noteText: String {
        let label = InterchangeReceipt.labels[note].map { ": \($0)" } ?? ""
        return "note \(X12Element.printable(note))\(label)"
    }

    /// The same of one claim of the interchange.
    public func answer(to draft: ClaimDraft) -> ClaimAnswer {
        var answer = ClaimAnswer(.interchange, account: draft.identity.account.text)
        answer.status = .rejected
        answer.statuses = ["TA1 \(X12Element.printable(code))"] + (note.isEmpty ? [] : [noteText])
        answer.charge = draft.totalCharge
        return answer
    }

    /// X12 element I18, in our own words.
    private static let labels = [
        "001": "control numbers of ISA and IEA differ", "002": "interchange standard not supported",
        "003": "version not supported", "004": "segment terminator not valid",
        "005": "sender's qualifier not valid", "006": "sender's ID not valid",
        "007": "receiver's qualifier not valid", "008": "receiver's ID not valid", "009": "receiver's ID not known",
        "010": "authorization qualifier not valid", "011": "authorization not valid",
        "012": "security qualifier not valid", "013": "password not valid", "014": "date not valid",
        "015": "time not valid", "016": "standards ID not valid", "017": "version ID not valid",
        "018": "control number not valid", "019": "acknowledgment request not valid",
        "020": "test indicator not valid", "021": "count of groups wrong", "022": "envelope structure wrong",
        "023": "file ends too early", "024": "content not valid", "025": "control number used before",
        "026": "element separator not valid", "027": "component separator not valid",
    ]
}
