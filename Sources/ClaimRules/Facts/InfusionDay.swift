import ClaimModel
import CodeSets

/// The infusions of one day, whose minutes count together.
struct InfusionDay: Sendable {
    let codes: InfusionCodes
    let initial: [LineFacts]
    /// Their minutes are their own.
    let sequential: [LineFacts]
    /// Of further hours.
    let additional: [LineFacts]

    /// From start to stop of the first drug, pieces on several lines put together; `nil` where a line's time is not known.
    let time: InfusionTime?
    /// The text that has the minutes of the only infusion, where no field does.
    let stated: (text: StatedText, minutes: Int)?

    init(
        _ lines: [LineFacts], of codes: InfusionCodes,
        stated text: (LineFacts) -> (text: StatedText, minutes: Int)?
    ) {
        self.codes = codes
        initial = lines.filter { $0.code == codes.initial }
        sequential = lines.filter { $0.code == codes.sequential }
        additional = lines.filter { $0.code == codes.additional }
        let isKnown = initial.allSatisfy { $0.line.minutes != nil }
        stated = !isKnown && initial.count == 1 && sequential.isEmpty ? text(initial[0]) : nil
        time =
            isKnown && !initial.isEmpty
            ? InfusionDay.union(of: initial + additional) : stated.map { InfusionTime(minutes: $0.minutes) }
    }

    /// The units of further hours that the minutes allow; `nil` where they are not known.
    var additionalHours: Int? {
        if stated != nil { return time?.additionalHours }
        let own = (initial + sequential).map { $0.line.minutes.map { InfusionTime(minutes: $0).additionalHours } }
        guard !own.isEmpty, !own.contains(nil) else { return nil }
        let hours = own.compactMap { $0 }
        let first = max(time?.additionalHours ?? 0, hours.prefix(initial.count).reduce(0, +))
        return first + hours.dropFirst(initial.count).reduce(0, +)
    }

    /// What is billed of further hours, in thousandths of a unit.
    var billedThousandths: Int { additional.reduce(0) { $0 + ($1.line.units.value?.thousandths ?? 0) } }

    private static func union(of lines: [LineFacts]) -> InfusionTime {
        let spans = lines.compactMap(\.span).sorted { $0.lowerBound < $1.lowerBound }
        guard !spans.isEmpty else {
            return InfusionTime(minutes: lines.reduce(0) { $0 + ($1.line.chartMinutes.value?.number ?? 0) })
        }
        var minutes = 0
        var covered = 0
        for span in spans {
            minutes += max(0, span.upperBound - max(span.lowerBound, covered))
            covered = max(covered, span.upperBound)
        }
        return InfusionTime(minutes: minutes)
    }
}

extension LineFacts {
    /// From start to stop in minutes of the day, where stop is later.
    var span: Range<Int>? {
        guard let start = line.start.value?.minutes, let stop = line.stop.value?.minutes, stop > start
        else { return nil }
        return start..<stop
    }

    /// Where its minutes are entered: start and stop, or those from the chart.
    var timeFields: [Field] { span == nil ? [.lineChartMinutes] : [.lineStop, .lineStart] }

    /// `10:00` to `10:40` for the explanation of a finding.
    var timeEvidence: [Evidence] {
        guard span != nil, let start = line.start.value, let stop = line.stop.value else {
            return [Evidence("minutes in the chart", line.chartMinutes.text)]
        }
        return [Evidence("start", start.description), Evidence("stop", stop.description)]
    }
}

extension ClaimFacts {
    /// The infusions of the claim by their day, in the order of the lines.
    var infusionDays: [InfusionDay] { days(of: lines.filter { $0.kinds.contains(.infusion) }, .therapeutic) }

    /// The same with those of chemotherapy and of other complex drugs.
    var allInfusionDays: [InfusionDay] {
        infusionDays + days(of: lines.filter { $0.kinds.contains(.chemotherapy) }, .chemotherapy)
    }

    private func days(of infusions: [LineFacts], _ codes: InfusionCodes) -> [InfusionDay] {
        var days: [Day?] = []
        for line in infusions where !days.contains(line.day) { days.append(line.day) }
        return days.map { day in
            InfusionDay(infusions.filter { $0.day == day }, of: codes) { self.minutesText(of: $0) }
        }
    }
}
