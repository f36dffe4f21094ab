import ClaimModel
import CodeSets

extension LineFacts {
    var timePlaces: [Place] { timeFields.map { Place($0, row: row) } }

    var missingTimes: Problem? {
        guard let code, ["96365", "96367"].contains(code), line.chartMinutes.value == nil,
            line.start.isEmpty || line.stop.isEmpty
        else { return nil }
        let field: Field = line.start.isEmpty ? .lineStart : .lineStop
        let lack =
            !line.stop.isEmpty ? "start time" : line.start.isEmpty ? "start and stop times" : "stop time"
        return .missing(
            field, row: row, "No \(lack) for infusion \(code).",
            remedy: "Enter the times from the chart, or its minutes under Chart min.")
    }

    var backwardTimes: Problem? {
        guard let start = line.start.value, let stop = line.stop.value, stop <= start else { return nil }
        if let from = day, let to = line.to.value, to > from { return nil }
        return .conflict(
            .lineStop, row: row, with: [Place(.lineStart, row: row)],
            stop == start ? "Start and stop are both \(start)." : "Stop \(stop) is before start \(start).",
            remedy: "Check both times against the chart. Type 2:15p for 2:15 in the afternoon.")
    }

    var tooShortForInfusion: Problem? {
        guard let code, ["96365", "96367"].contains(code), let minutes = line.minutes,
            !InfusionTime(minutes: minutes).isInfusion
        else { return nil }
        let push = code == "96365" ? "96374" : "96375"
        return .conflict(
            .lineProcedure, row: row, with: timePlaces,
            "\(code) needs 16 minutes or more, but the line has \(minutes).",
            remedy: "Bill \(push), a push of up to 15 minutes, or correct the times.", evidence: self.timeEvidence)
    }
}

extension ClaimFacts {
    /// The same where only a text has the minutes, which warns.
    func tooShortByText(_ line: LineFacts) -> Problem? {
        guard let code = line.code, ["96365", "96367"].contains(code), let stated = minutesText(of: line),
            !InfusionTime(minutes: stated.minutes).isInfusion
        else { return nil }
        return line.problem(
            with: stated.text, "\(code), but the text says \(stated.text.quote).",
            remedy: "\(code) needs 16 minutes or more. A push of up to 15 is \(code == "96365" ? "96374" : "96375").")
    }

    func tooLongForPush(_ line: LineFacts) -> Problem? {
        guard line.code == "96374", line.line.continuousPresence.value != .yes else { return nil }
        let remedy = "Bill 96365 for an infusion, or enter that the chart documents continuous presence."
        if let minutes = line.line.minutes, InfusionTime(minutes: minutes).isInfusion {
            return .conflict(
                .lineProcedure, row: line.row, with: line.timePlaces,
                "96374 is a push of up to 15 minutes, but the line has \(minutes).", remedy: remedy,
                evidence: line.timeEvidence)
        }
        guard let stated = minutesText(of: line), InfusionTime(minutes: stated.minutes).isInfusion else { return nil }
        return line.problem(
            with: stated.text, "96374, but the text says \(stated.text.quote).",
            remedy: remedy)
    }

    func tooShortForHydration(_ line: LineFacts) -> Problem? {
        guard line.code == "96360" else { return nil }
        let remedy = "Delete the line, or correct the times."
        if let minutes = line.line.minutes, minutes <= 30 {
            return .conflict(
                .lineProcedure, row: line.row, with: line.timePlaces,
                "96360 starts at 31 minutes, but the fluid ran \(minutes).", remedy: remedy, evidence: line.timeEvidence
            )
        }
        guard let stated = minutesText(of: line), stated.minutes <= 30 else { return nil }
        return line.problem(
            with: stated.text, "96360, but the text says \(stated.text.quote).", remedy: remedy)
    }
}

extension LineFacts {
    /// A code that does not fit the minutes of a text.
    fileprivate func problem(with text: StatedText, _ message: String, remedy: String) -> Problem {
        .conflict(
            .lineProcedure, row: row, with: [text.place], severity: .warning, message, remedy: remedy,
            evidence: text.evidence)
    }
}

extension InfusionDay {
    /// Where the minutes of the day are entered.
    private var timePlaces: [Place] { stated.map { [$0.text.place] } ?? (initial + sequential).flatMap(\.timePlaces) }

    private var timeEvidence: [Evidence] { stated?.text.evidence ?? (initial + sequential).flatMap(\.timeEvidence) }

    private var minutesText: String {
        let minutes = time?.minutes ?? sequential.reduce(0) { $0 + ($1.line.minutes ?? 0) }
        return stated?.text.quote ?? counted(minutes, "minute")
    }

    var tooManyHours: Problem? {
        guard let line = additional.first, let allowed = additionalHours, billedThousandths > allowed * 1000
        else { return nil }
        let billed = Units(thousandths: billedThousandths)
        let text = allowed == 0 ? "no units" : counted(allowed, "unit")
        return .conflict(
            .lineUnits, row: line.row, with: timePlaces, severity: stated == nil ? nil : .warning,
            stated == nil
                ? "\(minutesText) allow \(text) of \(codes.additional); the claim bills \(billed)."
                : "\(minutesText) allows \(text) of \(codes.additional), not \(billed).",
            remedy: allowed == 0
                ? "Delete the line: the first unit starts at 91 minutes." : "Bill \(text), or correct the times.",
            fixes: allowed > 0 && additional.count == 1 && stated == nil
                ? [.replace(.lineUnits, row: line.row, with: String(allowed))] : [],
            evidence: timeEvidence)
    }

    var unbilledHours: Problem? {
        guard let line = initial.first ?? sequential.first, let allowed = additionalHours, allowed > 0,
            billedThousandths < allowed * 1000, additional.allSatisfy({ $0.line.units.value != nil })
        else { return nil }
        let billed = Units(thousandths: billedThousandths)
        return .conflict(
            .lineProcedure, row: line.row, with: timePlaces,
            "\(minutesText) allow\(stated == nil ? "" : "s") \(allowed) x \(codes.additional); "
                + "the claim bills \(billed.thousandths == 0 ? "none" : "\(billed)").",
            remedy: "Bill \(codes.additional) with \(counted(allowed, "unit")) if the chart shows the time.",
            evidence: timeEvidence)
    }

    var unusualLength: Problem? {
        guard let line = initial.first, let time, time.isInfusion, !(30...90).contains(time.minutes)
        else { return nil }
        let places = stated == nil ? line.timePlaces : timePlaces
        return .conflict(
            places[0].field, row: places[0].row, with: Array(places.dropFirst()),
            stated == nil
                ? "Infusion of \(minutesText); 30 to 90 are usual for depression."
                : "\(minutesText): 30 to 90 minutes are usual.",
            remedy: "Check the times. If they are right, override with the reason, such as a slow protocol.",
            evidence: timeEvidence)
    }
}

extension ClaimFacts {
    func impossibleDays(of line: LineFacts) -> [Problem] {
        let remedy = "Enter the date of treatment."
        var problems: [Problem] = []
        if let from = line.day, from > today {
            problems.append(.wrong(.lineFrom, row: line.row, "\(from) is in the future.", remedy: remedy))
        }
        if let from = line.day, let to = line.line.to.value, to < from {
            problems.append(
                .conflict(
                    .lineTo, row: line.row, with: [Place(.lineFrom, row: line.row)],
                    "The line ends on \(to), before it starts on \(from).",
                    remedy: "Leave To blank if the service took one day."))
        } else if let to = line.line.to.value, to > today {
            problems.append(.wrong(.lineTo, row: line.row, "\(to) is in the future.", remedy: remedy))
        }
        return problems
    }

    func filingLimit() -> [Problem] {
        guard let deadline = FilingDeadline(of: draft, under: policy) else { return longAgo }
        guard deadline.isNear(on: today) else { return [] }
        let decision = draft.earlierDecisions.last
        let row = draft.lines.firstIndex { $0.from.value == deadline.from } ?? 0
        let left = deadline.daysLeft(on: today)
        let doubt = isFilingLimitVerified ? "" : " (unverified)"
        let payer = payerTitle
        return [
            .wrong(
                decision?.date ?? .lineFrom, row: decision == nil ? row : 0,
                deadline.hasPassed(on: self.today)
                    ? "Filing limit passed on \(deadline.last), \(ClaimFacts.days(-left)) ago\(doubt)."
                    : "Filing limit is \(deadline.last), \(ClaimFacts.days(left)) from today\(doubt).",
                remedy: deadline.hasPassed(on: self.today)
                    ? "Submit with proof of timely filing, or verify the limit with \(payer)."
                    : "Submit this claim first.",
                evidence: [
                    self.policy.value(of: \.filingMonths) != nil
                        ? self.policyEvidence(\.filingMonths) : self.policyEvidence(\.filingDays),
                    Evidence("counted from", deadline.from.description),
                    Evidence("last day", deadline.last.description),
                ])
        ]
    }

    /// A new claim more than three years after the service, to a payer whose limit is not known.
    private var longAgo: [Problem] {
        let isOriginal = (draft.identity.frequency.value ?? .original) == .original
        guard isOriginal, !isEncounter, !isLaterPayer, let first = draft.firstServiceDay,
            first.adding(months: 36) < today
        else { return [] }
        let row = draft.lines.firstIndex { $0.from.value == first } ?? 0
        return [
            .wrong(
                .lineFrom, row: row, "Service more than three years ago: check the filing limit.",
                remedy: "Check the date. If it is right, ask the payer whether it still accepts the claim.")
        ]
    }

    private var isFilingLimitVerified: Bool {
        policy.value(of: \.filingMonths) != nil
            ? policy.confidence(of: \.filingMonths) != .unverified : policy.confidence(of: \.filingDays) != .unverified
    }

    static func days(_ count: Int) -> String { counted(count, "day") }

    func overlappingTimes() -> [Problem] {
        let infusions = lines.filter { $0.kinds.contains(.infusion) }
        let visits = lines.filter {
            !$0.kinds.isDisjoint(with: [
                .evaluationAndManagement, .psychotherapy, .psychotherapyAddOn, .psychiatricEvaluation,
            ])
        }
        return visits.compactMap { visit in
            guard let span = visit.span, let code = visit.code,
                let infusion = infusions.first(where: { $0.day == visit.day && $0.span?.overlaps(span) ?? false })
            else { return nil }
            return .conflict(
                .lineStart, row: visit.row, with: [Place(.lineStop, row: visit.row)] + infusion.timePlaces,
                "Line \(visit.number): \(code) overlaps the infusion on line \(infusion.number).",
                remedy: "Enter visit or therapy times that do not overlap the infusion; bill only that time.")
        }
    }

    func tooFrequentSessions() -> [Problem] {
        guard let day = firstDay, let row = lines.firstIndex(where: { $0.day == day }) else { return [] }
        let days = Set(earlierKetamineDays.filter { $0 <= day } + [day])
        let payer = payerTitle
        func problem(_ count: Int, within span: Int, limit: Int) -> Problem {
            .wrong(
                .lineFrom, row: row,
                "Session \(count) within \(span) days; the payer allows \(limit).",
                remedy: "Check the dates, or ask \(payer) for more sessions before you bill.")
        }
        if let limit = policy.value(of: \.sessionsPerWeek), limit > 0 {
            let count = days.count { day - $0 < 7 }
            if count > limit { return [problem(count, within: 7, limit: limit)] }
        }
        if let limit = policy.value(of: \.sessionsMaximum), limit > 0 {
            let span = policy.value(of: \.authorizationDays).map { min(max($0, 1), 3650) } ?? 28
            let count = days.count { day - $0 < span }
            if count > limit { return [problem(count, within: span, limit: limit)] }
        }
        return []
    }
}
