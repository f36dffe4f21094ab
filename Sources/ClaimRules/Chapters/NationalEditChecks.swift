import ClaimModel
import CodeSets

extension ClaimFacts {
    /// Whether the payer uses the NCCI's pairs; `nil` where nobody knows.
    var usesPairs: Bool? {
        policy.value(of: \.usesProcedurePairs) ?? (isMedicare || isMedicaid ? true : nil)
    }

    var usesUnitLimits: Bool { policy.value(of: \.usesUnlikelyEdits) ?? (isMedicare || isMedicaid) }

    /// One note for a claim whose dates no loaded table of the set covers.
    func missingEdits(_ set: CodeSetName, _ words: String) -> [Problem] {
        let choice = books.release(of: set, on: judgedDay)
        guard choice?.covers != true else { return [] }
        let day = judgedDay
        return [
            .wrong(
                .lineProcedure, row: lines.first { $0.code != nil }?.row ?? 0,
                choice.map { "No table of \(set.rawValue) is loaded for \(day); the nearest is \($0.release.name)." }
                    ?? "No table of \(set.rawValue) is loaded, so \(words) were not checked against it.",
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
                    "\(other) on line \(second.number) is part of \(one) on line \(first.number), by the NCCI.",
                    remedy: pair.modifier == .allowed
                        ? "Where the two were apart, say so with modifier 59 or an X modifier; else take \(other) out."
                        : "Take \(other) out: no modifier tells these two apart.",
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
            "\(units) units of \(code); CMS thinks \(limit.units) a day likely, and all of them are denied above.",
            remedy: limit.indicator == 2
                ? "Correct the units: this limit is absolute."
                : "Correct the units, or keep the record at hand that shows them.",
            evidence: [Evidence("medically unlikely edit", limit.rationale)])
    }

    /// Codes whose lines of one day are too many together, though none is alone.
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
                "The lines of \(day) bill \(units) units of \(code) together; CMS thinks \(limit.units) a day likely.",
                remedy: "Correct the units, or keep the record at hand that shows them.",
                evidence: [Evidence("medically unlikely edit", limit.rationale)])
        }
    }
}

extension LineFacts {
    /// Whether a modifier of either line says that the two were apart, as the NCCI takes it.
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

    /// Visits, evaluations, psychotherapy, and what an encounter has once.
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
        let words =
            range.upperBound == 1440 ? "53 minutes or more" : "\(range.lowerBound) to \(range.upperBound) minutes"
        return .conflict(
            .lineProcedure, row: row, with: timePlaces,
            "\(code) on line \(self.number) is for \(words), and the session took \(minutes).",
            remedy: minutes < 16
                ? "Less than 16 minutes are not billed as psychotherapy."
                : "Bill the code of the minutes in the chart.",
            evidence: self.timeEvidence)
    }
}
