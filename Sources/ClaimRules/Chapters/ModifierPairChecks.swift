import ClaimModel
import CodeSets

extension LineFacts {
    /// Codes that payers never part into a professional and a technical half.
    var isIndivisible: Bool {
        !kinds.isDisjoint(with: [
            .evaluationAndManagement, .psychiatricEvaluation, .psychotherapy, .psychotherapyAddOn, .administration,
            .hydration, .chemotherapy, .anesthesia, .drug,
        ])
    }

    /// Codes of the whole person; a drug may well go into one eye.
    var hasNoSide: Bool { isIndivisible && !kinds.contains(.drug) }

    static let anesthesiaProviders: Set<String> = ["AA", "AD", "QK", "QX", "QY", "QZ"]

    /// Anesthesia whose units are minutes: not the daily management, nor the unlisted code.
    var isTimedAnesthesia: Bool {
        kinds.contains(.anesthesia) && !["01953", "01996", "01999"].contains(code)
    }
}

extension ClaimFacts {
    /// Modifiers of which a line bears one at most.
    private static let alternatives: [(modifiers: Set<String>, words: String)] = [
        (["LT", "RT", "50"], "each names a side"),
        (["26", "TC"], "each names the other part"),
        (["GA", "GY"], "a waiver is not needed for what is excluded by law"),
        (["GA", "GZ"], "a waiver is on file, or it is not"),
        (["GA", "GX"], "the waiver was required, or it was voluntary"),
        (["GX", "GZ"], "a notice was given, or it was not"),
        (["GY", "GZ"], "excluded by law, or not necessary"),
        (["JW", "JZ"], "some was discarded, or none was"),
        (["76", "77"], "the same person repeated it, or another"),
        (["78", "79"], "related to the operation, or not"),
        (["52", "53"], "reduced, or stopped"),
        (["22", "52"], "more than usual, or less"),
        (["95", "93"], "with video, or with sound only"),
        (["GT", "93"], "with video, or with sound only"),
        (["95", "GT"], "both say telehealth by video"),
        (["95", "GQ"], "live, or recorded"),
        (["GT", "GQ"], "live, or recorded"),
        (["80", "81", "82"], "each names another assistant"),
        (["62", "80"], "a second surgeon, or an assistant"),
        (["62", "66"], "two surgeons, or a team"),
        (["AA", "AD", "QK", "QX", "QY", "QZ"], "each names another way of giving anesthesia"),
        (["P1", "P2", "P3", "P4", "P5", "P6"], "a patient has one physical status"),
        (["Q5", "Q6"], "each names another arrangement"),
    ]

    /// Modifiers on lines that cannot bear them; the words are given the line's code.
    func misplaced(
        _ isMeant: (PlacedModifier) -> Bool, on cannotBear: (LineFacts) -> Bool,
        _ words: (String, PlacedModifier) -> String
    ) -> [Problem] {
        modifiers(on: cannotBear).filter(isMeant).map { one in
            let message = words(one.line.code ?? "", one)
            return .conflict(
                one.field, row: one.line.row, with: [one.line.place], message, remedy: "Take the modifier out.",
                fixes: [self.takingOut(one)])
        }
    }

    func contradictions(on line: LineFacts) -> [Problem] {
        guard line.modifiers.count > 1 else { return [] }
        let placed = line.placedModifiers
        return ClaimFacts.alternatives.compactMap { modifiers, words in
            let here = placed.filter { modifiers.contains($0.code) }
            guard Set(here.map(\.code)).count > 1, let last = here.last else { return nil }
            return .conflict(
                last.field, row: line.row, with: here.dropLast().map { Place($0.field, row: line.row) },
                "Line \(line.number) bears \(here.map(\.code).listed("and")): \(words).",
                remedy: "Keep the one that the record supports.", fixes: here.map { takingOut($0) })
        }
    }

    /// A JW line without the line of the drug that was given from the same container.
    func loneWaste(_ waste: LineFacts) -> Problem? {
        guard let code = waste.code else { return nil }
        let alike = otherLines(onDayOf: waste).filter { $0.code == code && !$0.has("JW") }
        let place = waste.placedModifiers.first { $0.code == "JW" }.map { Place($0.field, row: waste.row) }
        guard let place else { return nil }
        if let contradicting = alike.first(where: { $0.has("JZ") }) {
            return .conflict(
                place.field, row: place.row, with: [contradicting.place],
                "Line \(waste.number) says that some \(code) was discarded (JW), line \(contradicting.number) that none was (JZ).",
                remedy: "JZ stands only where nothing at all was left.")
        }
        guard alike.isEmpty else { return nil }
        return .conflict(
            place.field, row: place.row, with: [waste.place],
            "Line \(waste.number) bills \(code) as discarded, and no line bills what was given.",
            remedy: "Bill the given amount on a line of its own, without JW.")
    }
}
