import ClaimModel
import CodeSets

extension ClaimFacts {
    /// Whether the payer uses the NCCI's pairs; `nil` where it is not known.
    var usesPairs: Bool? {
        policy.value(of: \.usesProcedurePairs) ?? (isMedicare || isMedicaid ? true : nil)
    }

    var usesUnitLimits: Bool { policy.value(of: \.usesUnlikelyEdits) ?? (isMedicare || isMedicaid) }

    /// One note for a claim whose dates no loaded table of the set covers.
    func missingEdits(_ set: CodeSetName, _ text: String) -> [Problem] {
        let choice = books.release(of: set, on: judgedDay)
        guard choice?.covers != true else { return [] }
        let day = judgedDay
        return [
            .wrong(
                .lineProcedure, row: lines.first { $0.code != nil }?.row ?? 0,
                choice.map { "No \(set.rawValue) table for \(day); nearest: \($0.release.name)." }
                    ?? "No \(set.rawValue) table loaded: \(text) not checked.",
                remedy: "Load CMS's quarterly file: cleanclaim codes import FILE.")
        ]
    }

    var bundledPairs: [Problem] {
        guard books.hasRelease(of: .procedurePair), usesPairs != false else { return [] }
        let severity: Severity = usesPairs == true ? .error : .warning
        return lines.flatMap { first in
            lines.compactMap { second in
                guard first.row != second.row, let day = first.day, second.day == day, let one = first.code,
                    let other = second.code, let pair = books.procedurePair(one, other, on: day),
                    provider(of: first).isSamePerson(as: provider(of: second)),
                    pair.modifier != .notApplicable, !(pair.modifier == .allowed && first.isApart(from: second))
                else { return nil }
                return .conflict(
                    .lineProcedure, row: second.row, with: [first.place], severity: severity,
                    "NCCI: \(other) on line \(second.number) is part of \(one) on line \(first.number).",
                    remedy: pair.modifier == .allowed
                        ? "Delete \(other), or add modifier 59 or an X modifier if the two were separate."
                        : "Delete \(other): no modifier separates these two.",
                    evidence: [Evidence("NCCI", pair.rationale)])
            }
        }
    }

    /// A line that bills more units of its code than one day is likely to have.
    func unlikelyUnits(of line: LineFacts) -> Problem? {
        guard usesUnitLimits, let code = line.code, let units = line.line.units.value, let day = line.day,
            let limit = books.unitLimit(of: code, on: day), units.thousandths > limit.units * 1000
        else { return nil }
        return .wrong(
            .lineUnits, row: line.row, severity: .warning,
            "\(units) units of \(code); the CMS limit is \(limit.units) a day.",
            remedy: limit.indicator == 2
                ? "Correct the units: this limit is absolute, and all units are denied above it."
                : "Correct the units, or keep the record that supports them.",
            evidence: [Evidence("medically unlikely edit", limit.rationale)])
    }

    /// Codes whose lines of one day together exceed the limit, though no single line does.
    var unlikelyDays: [Problem] {
        guard usesUnitLimits, books.hasRelease(of: .unitLimit) else { return [] }
        var seen: Set<String> = []
        return lines.compactMap { line in
            guard let code = line.code, let day = line.day, seen.insert("\(code) \(day.number)").inserted,
                let limit = books.unitLimit(of: code, on: day), limit.indicator > 1
            else { return nil }
            let alike = lines.filter { $0.code == code && $0.day == day }
            let total = alike.reduce(0) { $0 + ($1.line.units.value?.thousandths ?? 0) }
            guard alike.count > 1, total > limit.units * 1000, alike.allSatisfy({ unlikelyUnits(of: $0) == nil })
            else { return nil }
            let units = Units(thousandths: total)
            return .conflict(
                .lineUnits, row: line.row, with: alike.dropFirst().map { Place(.lineUnits, row: $0.row) },
                "\(units) units of \(code) on \(day); the CMS limit is \(limit.units) a day.",
                remedy: "Correct the units, or keep the record that supports them.",
                evidence: [Evidence("medically unlikely edit", limit.rationale)])
        }
    }
}

extension LineFacts {
    /// Whether a modifier of either line separates the two, as the NCCI reads it.
    fileprivate func isApart(from other: LineFacts) -> Bool {
        (modifiers + other.modifiers).contains(where: LineFacts.apart.contains)
    }

    private static let apart: Set<String> = [
        "24", "25", "27", "57", "58", "59", "78", "79", "91", "XE", "XP", "XS", "XU", "LT", "RT", "E1", "E2", "E3",
        "E4",
        "FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "TA", "T1", "T2", "T3", "T4", "T5", "T6", "T7",
        "T8",
        "T9", "LC", "LD", "LM", "RC", "RI",
    ]

    /// Whether the line has as many units as days, one for each (CMS Pub. 100-04, chapter 26, section 10.4).
    var isDailySeries: Bool {
        guard let from = day, let to = line.to.value, to > from, let units = line.units.value else { return false }
        return units == Units(whole: to - from + 1)
    }

    /// Visits, evaluations, psychotherapy, and other codes billed once per encounter.
    var isOnceADay: Bool {
        !kinds.isDisjoint(with: [.evaluationAndManagement, .psychiatricEvaluation, .psychotherapy, .psychotherapyAddOn])
            && !["99292", "99499"].contains(code) || ["96368", "G2211", "90785"].contains(code)
    }

    private static let psychotherapyMinutes: [String: ClosedRange<Int>] = [
        "90832": 16...37, "90833": 16...37, "90834": 38...52, "90836": 38...52, "90837": 53...1440,
        "90838": 53...1440,
    ]

    var otherPsychotherapyMinutes: Problem? {
        guard let code, let range = LineFacts.psychotherapyMinutes[code], let minutes = line.minutes,
            !range.contains(minutes)
        else { return nil }
        let text =
            range.upperBound == 1440 ? "53 minutes or more" : "\(range.lowerBound) to \(range.upperBound) minutes"
        return .conflict(
            .lineProcedure, row: row, with: timePlaces,
            "Line \(self.number): \(code) is for \(text), not \(minutes).",
            remedy: minutes < 16
                ? "Delete the line: less than 16 minutes is not billed as psychotherapy."
                : "Bill the code for the minutes in the chart.",
            evidence: self.timeEvidence)
    }
}
