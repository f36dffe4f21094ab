public import ClaimModel
import ClaimRules

/// How a new claim follows an earlier one.
public enum Repetition: Hashable, Sendable {
    /// Another visit of the patient.
    case visit
    /// The next session of a course of treatment.
    case session
    /// The same visit of another patient.
    case nextPatient
}

extension Repetition {
    /// What to say of a claim that has just begun.
    public func message(on draft: ClaimDraft, after source: ClaimDraft) -> String {
        switch self {
        case .visit:
            let visits = draft.lines.contains(where: \.isVisit) ? [] : source.lines.filter(\.isVisit)
            guard visits.isEmpty else {
                let codes = visits.map(\.procedure.text).joined(separator: ", ")
                return "A copy without \(codes), of that day only. Enter goes to what is new, F4 takes the last one's."
            }
            return "A copy: Enter goes to what is new of this visit, F4 takes the last one's. Confirm the diagnoses."
        case .nextPatient:
            return "Same visit, next patient: Enter goes to what is this patient's. Enter a name, or F2 picks one."
        case .session: return sessionMessage(on: draft, after: source)
        }
    }

    private func sessionMessage(on draft: ClaimDraft, after source: ClaimDraft) -> String {
        let left = draft.authorizationLeft
        if let left, left.isExceeded {
            return "This is session \(left.text): more than authorized. Request more sessions before the visit."
        }
        let session = left.map { " Session \($0.text)." } ?? ""
        guard let day = draft.lines.first?.from.value, let last = source.firstServiceDay else {
            return
                "Next session.\(session) Enter its date: no interval to suggest one from, or the date is still to come."
        }
        return "Next session \(counted(day - last, "day")) after the last.\(session) Enter accepts the date."
    }
}

/// When the sessions of a course come, by its claims so far.
struct CourseRhythm {
    /// The days of its sessions, the earliest first, each once.
    private let days: [Day]

    /// - Parameter earlier: this patient's other claims; those that bill none of its treatment are of no course with it.
    init(of source: ClaimDraft, _ earlier: [PriorClaim]) {
        let treatment = source.treatmentCodes
        let others = earlier.filter { ![.deleted, .voided].contains($0.status) }.map(\.draft)
            .filter { !$0.treatmentCodes.isDisjoint(with: treatment) }
        let last = source.firstServiceDay
        days = Set(([source] + others).compactMap(\.firstServiceDay))
            .filter { day in last.map { day <= $0 } ?? false }.sorted()
    }

    /// The day of the next session; `nil` before there are two.
    ///
    /// Where the last intervals make up a week (Tuesday, Friday, Tuesday), the next one is the first of them again, else as
    /// long as the last. A course that never fell on a weekend goes on after it.
    var next: Day? {
        let gaps = zip(days.dropFirst(), days).map { $0 - $1 }
        guard let last = days.last, let lastGap = gaps.last else { return nil }
        let turn = (1...3).map { gaps.suffix($0) }.first { $0.reduce(0, +) == 7 }
        var day = last + (turn?.first ?? lastGap)
        if !days.contains(where: \.isOnWeekend) { while day.isOnWeekend { day = day + 1 } }
        return day
    }
}

extension Day {
    /// Saturday or Sunday; day 0 was a Thursday.
    fileprivate var isOnWeekend: Bool { [2, 3].contains((number % 7 + 7) % 7) }
}

extension ClaimDraft {
    /// The codes of what was done, without visits.
    fileprivate var treatmentCodes: Set<String> {
        Set(self.lines.filter { !$0.isVisit }.compactMap { $0.procedure.value?.text })
    }
}
