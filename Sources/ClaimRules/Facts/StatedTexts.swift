import ClaimModel
import CodeSets

/// A free text of a claim, and what it says about a drug.
struct StatedText: Sendable {
    let place: Place
    let text: String
    let read: DrugText

    /// `nil` for a blank text.
    init?(_ field: Field, row: Int = 0, _ text: String) {
        guard !text.isEmpty else { return nil }
        place = Place(field, row: row)
        self.text = text
        read = DrugText(text)
    }

    /// As a message quotes it: `"KETAMINE HCL 35 MG IV"`.
    var quote: String { "\"\(text)\"" }

    var evidence: [Evidence] { [Evidence(place.field.label.lowercased(), text)] }
}

extension StatedText {
    /// The texts of a line, in the order in which they are believed.
    static func all(of line: ServiceLine, row: Int) -> [StatedText] {
        [
            StatedText(.lineNarrative, row: row, line.narrative.text),
            StatedText(.lineDescription, row: row, line.description.text),
            StatedText(.lineDrugName, row: row, line.drugName.text),
        ].compactMap(\.self)
    }
}

extension Field {
    /// The texts that may say what a field about a drug or its administration leaves blank.
    static let statedTexts: [Field] = [.lineNarrative, .lineDescription, .lineDrugName, .additionalInformation]
}

extension LineFacts {
    /// All that the line says to the payer about its drug, including box 19 of the claim.
    func drugText(in claim: ClaimFacts) -> DrugText {
        DrugText(
            line.drugName.text, line.narrative.text, line.description.text,
            claim.draft.identity.additionalInformation.text)
    }

    /// A code that does not identify its drug by itself, such as J3490.
    var isUnclassifiedDrug: Bool { kinds.contains(.unlistedDrug) }

    /// Whether the line bills a drug given in this way, or may.
    fileprivate func administers(_ route: TextRoute) -> Bool {
        if kinds.contains(.chemotherapy) { return true }
        switch route {
        case .vein: return !kinds.isDisjoint(with: [.infusion, .push, .hydration, .anesthesia])
        case .muscleOrSkin: return kinds.contains(.injection) || code.map { ("90460"..."90474").contains($0) } == true
        }
    }
}

extension ClaimFacts {
    /// The claim's own text, where it can only be about one drug.
    private var claimTexts: [StatedText] {
        guard lines.count(where: \.isDrugLine) <= 1 else { return [] }
        return [StatedText(.additionalInformation, draft.identity.additionalInformation.text)].compactMap(\.self)
    }

    /// The texts about the drug of a line.
    func texts(of line: LineFacts) -> [StatedText] { line.texts + claimTexts }

    /// The texts about the administration that a line bills: its own, and those of the drugs of its day.
    private func administrationTexts(of line: LineFacts) -> [StatedText] {
        line.texts
            + lines.filter { $0.isDrugLine && $0.row != line.row && $0.isSameDay(as: line) }.flatMap(\.texts)
            + claimTexts
    }

    /// The text that says that a drug of this line's day went in another way than its code means; `nil` where a field has
    /// the route, where texts disagree, and where another line of the day bills that way.
    func text(of line: LineFacts, saying route: TextRoute) -> StatedText? {
        guard self.route(of: line) == nil else { return nil }
        let texts = administrationTexts(of: line).filter { !$0.read.routes.isEmpty }
        guard let first = texts.first, texts.allSatisfy({ $0.read.routes == [route] }) else { return nil }
        return lines.contains { $0.isSameDay(as: line) && $0.administers(route) } ? nil : first
    }

    /// The text that says how long the infusion or push of this line took; `nil` where fields do, and where texts disagree.
    func minutesText(of line: LineFacts) -> (text: StatedText, minutes: Int)? {
        guard line.line.minutes == nil, line.line.start.isEmpty, line.line.stop.isEmpty else { return nil }
        let isAlone = !lines.contains { other in
            other.row != line.row && other.isSameDay(as: line) && other.code != "96366"
                && !other.kinds.isDisjoint(with: [.infusion, .push, .hydration])
        }
        let texts = (isAlone ? administrationTexts(of: line) : line.texts).filter { !$0.read.minutes.isEmpty }
        guard let first = texts.first, let minutes = first.read.minutes.first,
            texts.allSatisfy({ $0.read.minutes == [minutes] })
        else { return nil }
        return (first, minutes)
    }
}
