import ClaimRules

/// A 999 (005010X231A1): whether each transaction of a file was taken.
struct AcknowledgmentAssembly: AnswerAssembly {
    private var group = ""
    private var transaction = ""
    private var places: [String] = []

    mutating func take(_ segment: X12Segment, _ items: inout [AnswerReader.Item]) {
        switch segment.id {
        case "AK1": group = segment[2].text
        case "AK2":
            transaction = segment[2].text
            places = []
        case "IK3":
            note("segment \(segment[1].printable) (number \(segment[2].printable), error \(segment[4].printable))")
        case "IK4": note("element \(segment[1][component: 1].printable) (error \(segment[3].printable))")
        case "IK5":
            items.append(.file(answer("transaction \(transaction)", to: transaction, segment[1].text)))
        case "AK9":
            places = []
            items.append(.file(answer("group \(group)", to: group, segment[1].text)))
        default: break
        }
    }

    mutating func finish(_ items: inout [AnswerReader.Item]) {}

    private mutating func note(_ place: String) { if places.count < 20 { places.append(place) } }

    private func answer(_ name: String, to number: String, _ code: String) -> FileAnswer {
        let words =
            switch code {
            case "A": "accepted"
            case "E": "accepted, with errors noted"
            case "P": "partly accepted"
            default: "rejected (\(X12Element.printable(code)))"
            }
        let detail = places.isEmpty ? "" : ": " + places.joined(separator: ", ")
        return FileAnswer(
            isAccepted: ["A", "E", "P"].contains(code), controlNumber: number, words: "\(name) \(words)\(detail)")
    }
}
