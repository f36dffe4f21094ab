import TextKit

/// A 999 (005010X231A1): whether each transaction of a file was taken.
struct AcknowledgmentAssembly: AnswerAssembly {
    private static let mostNotes = 1_000

    private let senders: Set<String>
    private let receivers: Set<String>
    private var group = ""
    private var transaction: String?
    private var transactions: Set<String> = []
    private var refused: Set<String> = []
    private var notes: [Acknowledgment.SegmentNote] = []

    init(_ transaction: X12Transaction) {
        senders = X12Segment.parties(transaction.interchange?[6], transaction.group?[2])
        receivers = X12Segment.parties(transaction.interchange?[8], transaction.group?[3])
    }

    mutating func take(_ segment: X12Segment, _ items: inout [AnswerReader.Item]) {
        switch segment.id {
        case "AK1":
            group = segment[2].text
            (transactions, refused) = ([], [])
        case "AK2":
            transaction = segment[2].text
            notes = []
        case "IK3": note(segment)
        case "IK4":
            let place = segment[1]
            changeLast {
                $0.elements.append(
                    Acknowledgment.ElementNote(
                        element: place[component: 1].number ?? 0, component: place[component: 2].number ?? 0,
                        code: segment[3].text))
            }
        case "CTX":
            guard segment[1][component: 1] == "CLM01" else { return }
            changeLast { $0.account = segment[1][component: 2].text }
        case "IK5":
            let said = answer("transaction \(transaction ?? "")", segment[1].text)
            items.append(.value(.file(said)))
            guard let transaction else { return }
            transactions.insert(transaction)
            if !said.isAccepted { refused.insert(transaction) }
        case "AK9":
            (transaction, notes) = (nil, [])
            items.append(.value(.file(answer("group \(group)", segment[1].text))))
        default: break
        }
    }

    mutating func finish(_ items: inout [AnswerReader.Item]) {}

    private mutating func note(_ segment: X12Segment) {
        guard notes.count < AcknowledgmentAssembly.mostNotes else { return }
        notes.append(
            Acknowledgment.SegmentNote(
                segment: segment[1].text, position: segment[2].number, loop: segment[3].text, code: segment[4].text))
    }

    private mutating func changeLast(_ change: (inout Acknowledgment.SegmentNote) -> Void) {
        guard let last = notes.indices.last, notes[last].elements.count < AcknowledgmentAssembly.mostNotes else {
            return
        }
        change(&notes[last])
    }

    private func answer(_ name: String, _ code: String) -> FileAnswer {
        let said = Acknowledgment(
            senders: senders, receivers: receivers, group: group, transaction: transaction, code: code,
            transactions: transactions, refused: refused, notes: notes)
        let text =
            switch code {
            case "A": "accepted"
            case "E": "accepted, with errors noted"
            case "P": "partly accepted"
            default: "rejected (\(X12Element.printable(code)))"
            }
        let places = notes.flatMap(\.places)
        let more = places.count > 20 ? " and \(places.count - 20) more" : ""
        let detail = places.isEmpty ? "" : ": " + places.prefix(20).joined(separator: ", ") + more
        return FileAnswer(
            isAccepted: said.isAccepted, controlNumber: transaction ?? group, message: "\(name) \(text)\(detail)",
            acknowledgment: said)
    }
}

extension Acknowledgment.SegmentNote {
    /// `segment NM1 (number 12, error 8)`, then its elements.
    fileprivate var places: [String] {
        let number = position.map(String.init) ?? "(nothing)"
        let fault = Self.fault(code, Acknowledgment.segmentErrors)
        let own = "segment \(X12Element.printable(segment)) (number \(number), \(fault))"
        return [own] + elements.map { "element \($0.element) (\(Self.fault($0.code, Acknowledgment.elementErrors)))" }
    }

    /// `error 7: not a valid code`
    private static func fault(_ code: String, _ words: [String: String]) -> String {
        "error \(X12Element.printable(code))" + (words[code].map { ": \($0)" } ?? "")
    }
}

extension X12Segment {
    /// By what names a party of the envelopes goes.
    static func parties(_ elements: X12Element?...) -> Set<String> {
        Set(elements.compactMap { $0?.text.filter { $0 != " " } }.filter { !$0.isEmpty })
    }
}
