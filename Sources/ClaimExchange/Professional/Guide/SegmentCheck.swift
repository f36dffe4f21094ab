import ClaimModel
import ClaimRules

/// Holds the elements of one segment after the other against the guide, byte by byte and without a copy of them.
struct SegmentCheck {
    private(set) var faults: [GuideFault] = []
    private let table = GuideTable.professional
    /// The segment that is checked, and how many faults were there before it.
    private var current: (segment: X12Segment, place: LoopPlace, faultsBefore: Int)?
    /// Of the segment; apart from it, since every element asks for them.
    private var delimiters = X12Delimiters.usual

    mutating func check(_ segment: X12Segment, as guide: GuideTable.Segment, in place: LoopPlace) {
        current = (segment, place, faults.count)
        delimiters = segment.delimiters
        let bytes = segment.bytes
        let separator = segment.delimiters.element
        var present: UInt64 = 0
        var number = 0
        var start = bytes.firstIndex(of: separator) ?? bytes.endIndex
        while start < bytes.endIndex {
            start += 1
            let end = bytes[start...].firstIndex(of: separator) ?? bytes.endIndex
            number += 1
            if end > start { present |= 1 << UInt64(min(number, 63)) }
            if number > guide.elements.count {
                if end > start { reportSurplus(number) }
            } else {
                check(bytes[start..<end], as: table.elements[guide.elements.lowerBound + number - 1], number)
            }
            start = end
        }
        if bytes.last == separator { reportBlankEnd() }
        if number < guide.lastRequired {
            for missing in number + 1...guide.lastRequired
            where table.elements[guide.elements.lowerBound + missing - 1].usage == .required { reportBlank(missing) }
        }
        for note in guide.notes where !table.notes[note].holds(of: present) { report(table.notes[note], present) }
        for format in ElementFormat.formats(of: segment.id) { check(format, segment) }
    }

    private mutating func check(_ bytes: ArraySlice<UInt8>, as element: GuideTable.Element, _ number: Int) {
        guard !bytes.isEmpty else {
            if element.usage == .required { reportBlank(number) }
            return
        }
        if element.usage == .unused {
            return report(.notUsed, number, problem: "does not belong here", "Leave it out.")
        }
        let separator = delimiters.component
        guard !element.components.isEmpty else {
            if bytes.contains(separator) { return report(.separator, number, 0) }
            return judge(bytes, as: element, number, 0)
        }
        var (start, component) = (bytes.startIndex, 0)
        while start <= bytes.endIndex {
            let end = bytes[start...].firstIndex(of: separator) ?? bytes.endIndex
            component += 1
            if component > element.components.count {
                if end > start { reportSurplus(number, component) }
            } else {
                let part = table.elements[element.components.lowerBound + component - 1]
                if end > start {
                    part.usage == .unused
                        ? report(.notUsed, number, component, problem: "does not belong here", "Leave it out.")
                        : judge(bytes[start..<end], as: part, number, component)
                } else if part.usage == .required {
                    reportBlank(number, component)
                }
            }
            start = end + 1
        }
        while component < element.components.count {
            component += 1
            let part = table.elements[element.components.lowerBound + component - 1]
            if part.usage == .required { reportBlank(number, component) }
        }
    }

    private mutating func judge(
        _ bytes: ArraySlice<UInt8>, as element: GuideTable.Element, _ number: Int, _ component: Int
    ) {
        // A blank in a number or a date is said as what it is there.
        let isText = element.type == .text || element.type == .code
        if let flaw = Characters.flaw(of: bytes, delimiters.repetition), isText || flaw != .blankEnd {
            return report(flaw, number, component)
        }
        if !element.codes.isEmpty { return judge(code: bytes, among: element.codes, number, component) }
        let length = element.type.length(of: bytes)
        if !element.type.takes(bytes) {
            report(
                .format, number, component, problem: element.type.problem,
                element.type.remedy(for: bytes, least: element.least))
        } else if length > element.most || length < element.least {
            report(
                .length, number, component,
                problem: length > element.most
                    ? "has \(length) characters; at most \(element.most) fit"
                    : "has \(length) \(length == 1 ? "character" : "characters"); at least \(element.least) belong there",
                length > element.most ? "Shorten it." : "Complete it.")
        }
    }

    private mutating func judge(
        code bytes: ArraySlice<UInt8>, among range: Range<Int>, _ number: Int, _ component: Int
    ) {
        let word = CodeWord(bytes)
        for index in range where table.codes[index] == word { return }
        let isLower = table.codes[range].contains(CodeWord(bytes.map(\.uppercased)))
        report(
            .code, number, component, severity: isLower ? .note : .error,
            problem: isLower
                ? "is in lower case; it is sent in capitals" : "is a code that the 837P does not have here",
            isLower ? "Nothing to do." : table.codes[range].map(\.text).choice)
    }

    private mutating func check(_ format: ElementFormat, _ segment: X12Segment) {
        let element = segment[format.element]
        let value = format.component > 0 ? element[component: format.component] : element
        guard !value.isEmpty, format.applies(to: segment), let flaw = format.flaw(of: value.bytes) else { return }
        // What the table already refused is not said twice.
        let own = faults[(current?.faultsBefore ?? 0)...]
        guard !own.contains(where: { $0.isOf(format.element, format.component) }) else { return }
        report(
            flaw.kind, format.element, format.component, severity: flaw.severity, problem: flaw.problem, flaw.remedy)
    }
}

// MARK: What is said

extension SegmentCheck {
    private mutating func report(
        _ kind: GuideFault.Kind, _ number: Int, _ component: Int = 0, severity: Severity = .error, problem: String,
        _ remedy: Remedy
    ) {
        guard let current else { return }
        faults.append(
            GuideFault(
                kind: kind, severity: severity, segment: current.segment, place: current.place, element: number,
                component: component, problem: problem, remedy: remedy))
    }

    private mutating func report(_ flaw: Characters, _ number: Int, _ component: Int) {
        report(.characters, number, component, severity: flaw.severity, problem: flaw.problem, flaw.remedy)
    }

    private mutating func reportBlank(_ number: Int, _ component: Int = 0) {
        report(
            .elementMissing, number, component, problem: "is blank, but the 837P requires it",
            current?.segment.id == "CLM" && number == 2 ? "Enter the sum of the lines' charges (SV102)." : "Enter it.")
    }

    private mutating func reportSurplus(_ number: Int, _ component: Int = 0) {
        let isDiagnosis = current?.segment.id == "HI" && number == 13
        report(
            .tooMany, number, component,
            problem: isDiagnosis
                ? "is a 13th diagnosis; a claim has at most 12" : "is more than the segment has places for",
            "Leave it out.")
    }

    private mutating func reportBlankEnd() {
        report(
            .characters, 0, severity: .warning, problem: "ends with a separator and nothing after it",
            "End the segment after its last element.")
    }

    private mutating func report(_ note: GuideTable.Note, _ present: UInt64) {
        guard let name = current?.segment.id.description else { return }
        let all = (1...63).filter { note.elements & 1 << UInt64($0) != 0 }
        func named(_ numbers: [Int]) -> String {
            numbers.map { "\(name)\($0 < 10 ? "0" : "")\($0)" }.joined(separator: ", ")
        }
        let blank = all.filter { present & 1 << UInt64($0) == 0 }
        switch note.kind {
        case UInt8(ascii: "E"):
            report(
                .together, note.first, problem: "excludes \(named(Array(all.dropFirst())))", "Leave one of them out.")
        case UInt8(ascii: "R"), UInt8(ascii: "L"):
            report(
                .together, note.first, problem: "needs one of \(named(blank)), all of which are blank",
                "Enter one of them.")
        default:
            report(
                .together, blank.first ?? note.first,
                problem: "is blank, but goes with \(named(all.filter { !blank.contains($0) }))",
                "Enter it, or leave out the other.")
        }
    }
}

extension GuideFault {
    fileprivate func isOf(_ element: Int, _ component: Int) -> Bool {
        self.element == element && (self.component == component || self.component == 0)
    }
}

extension GuideTable.Note {
    fileprivate func holds(of present: UInt64) -> Bool {
        let some = present & elements
        switch kind {
        case UInt8(ascii: "P"): return some == 0 || some == elements
        case UInt8(ascii: "R"): return some != 0
        case UInt8(ascii: "E"): return some.nonzeroBitCount < 2
        case UInt8(ascii: "C"): return present & 1 << UInt64(first) == 0 || some == elements
        case UInt8(ascii: "L"): return present & 1 << UInt64(first) == 0 || some.nonzeroBitCount > 1
        default: return true
        }
    }
}
