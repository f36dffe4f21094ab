import ClaimModel
import CodeSets

extension LineFacts {
    /// Codes that payers never split into a professional and a technical component.
    var isIndivisible: Bool {
        !kinds.isDisjoint(with: [
            .evaluationAndManagement, .psychiatricEvaluation, .psychotherapy, .psychotherapyAddOn, .administration,
            .hydration, .chemotherapy, .anesthesia, .drug,
        ])
    }

    /// Codes for the whole person; a drug may go into one eye.
    var hasNoSide: Bool { isIndivisible && !kinds.contains(.drug) }

    static let anesthesiaProviders: Set<String> = ["AA", "AD", "QK", "QX", "QY", "QZ"]

    /// Anesthesia whose units are minutes: not daily management, nor the unlisted code.
    var isTimedAnesthesia: Bool {
        kinds.contains(.anesthesia) && !["01953", "01996", "01999"].contains(code)
    }
}

extension ClaimFacts {
    /// Modifiers of which a line has at most one.
    private static let alternatives: [(modifiers: Set<String>, text: String)] = [
        (["LT", "RT", "50"], "each names a side"),
        (["26", "TC"], "each names the other component"),
        (["GA", "GY"], "no waiver applies where the law excludes"),
        (["GA", "GZ"], "a waiver is on file, or it is not"),
        (["GA", "GX"], "the waiver was required, or it was voluntary"),
        (["GX", "GZ"], "a notice was given, or it was not"),
        (["GY", "GZ"], "excluded by law, or not necessary"),
        (["JW", "JZ"], "some was discarded, or none was"),
        (["76", "77"], "repeated by the same provider, or by another"),
        (["78", "79"], "related to the operation, or not"),
        (["52", "53"], "reduced, or stopped"),
        (["22", "52"], "more than usual, or less"),
        (["95", "93"], "video or audio only"),
        (["GT", "93"], "video or audio only"),
        (["95", "GT"], "both say telehealth by video"),
        (["95", "GQ"], "live, or recorded"),
        (["GT", "GQ"], "live, or recorded"),
        (["80", "81", "82"], "each names another assistant"),
        (["62", "80"], "a second surgeon, or an assistant"),
        (["62", "66"], "two surgeons, or a team"),
        (["AA", "AD", "QK", "QX", "QY", "QZ"], "each names another provider"),
        (["P1", "P2", "P3", "P4", "P5", "P6"], "a patient has one physical status"),
        (["Q5", "Q6"], "each names another arrangement"),
    ]

    /// Modifiers on lines that cannot have them; the message closure gets the line's code.
    func misplaced(
        _ isMeant: (PlacedModifier) -> Bool, on isUnsuited: (LineFacts) -> Bool,
        _ text: (String, PlacedModifier) -> String
    ) -> [Problem] {
        modifiers(on: isUnsuited).filter(isMeant).map { one in
            let message = text(one.line.code ?? "", one)
            return .conflict(
                one.field, row: one.line.row, with: [one.line.place], message, remedy: "Delete the modifier.",
                fixes: [self.takingOut(one)])
        }
    }

    func contradictions(on line: LineFacts) -> [Problem] {
        guard line.modifiers.count > 1 else { return [] }
        let placed = line.placedModifiers
        return ClaimFacts.alternatives.compactMap { modifiers, text in
            let here = placed.filter { modifiers.contains($0.code) }
            guard Set(here.map(\.code)).count > 1, let last = here.last else { return nil }
            return .conflict(
                last.field, row: line.row, with: here.dropLast().map { Place($0.field, row: line.row) },
                "Line \(line.number) has \(here.map(\.code).listed("and")): \(text).",
                remedy: "Keep the one that the record supports.", fixes: here.map { takingOut($0) })
        }
    }

    /// A JW line without a line for the amount given from the same container.
    func loneWaste(_ waste: LineFacts) -> Problem? {
        guard let code = waste.code else { return nil }
        let alike = otherLines(onDayOf: waste).filter { $0.code == code && !$0.has("JW") }
        let place = waste.placedModifiers.first { $0.code == "JW" }.map { Place($0.field, row: waste.row) }
        guard let place else { return nil }
        if let contradicting = alike.first(where: { $0.has("JZ") }) {
            return .conflict(
                place.field, row: place.row, with: [contradicting.place],
                "\(code): line \(waste.number) says waste (JW), line \(contradicting.number) none (JZ).",
                remedy: "Delete one. JZ means that nothing was discarded.")
        }
        guard alike.isEmpty else { return nil }
        return .conflict(
            place.field, row: place.row, with: [waste.place],
            "Line \(waste.number): \(code) discarded (JW), but none billed as given.",
            remedy: "Bill the amount given on its own line, without JW.")
    }
}
