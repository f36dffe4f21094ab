public import ClaimModel
public import ClaimRules

extension ProfessionalClaim {
    /// What is at odds with the guide in the claim, and in the levels that it is the first claim of.
    var guideFaults: [GuideFault] { GuideCheck.faults(in: placed, from: judged) }

    /// The same as findings, without what the rules have found at the same field already.
    ///
    /// - Parameters:
    ///   - draft: what the claim reads as.
    ///   - findings: what the rules have found on it.
    public func guideFindings(on draft: ClaimDraft, besides findings: [Finding]) -> [ReportedFinding] {
        let errors = findings.filter { $0.severity == .error }
        return guideFaults.compactMap { fault in
            let place = fault.field(on: draft)
            let isKnown = place.map { place in errors.contains { $0.place == place } } ?? false
            // What is missing at the end of a segment is what its last separator waits for.
            let isEndOfKnown = fault.isBlankEnd && errors.contains { fault.hasElement(of: $0.place.field) }
            return isKnown || isEndOfKnown ? nil : ReportedFinding(fault, at: place)
        }
    }
}

extension GuideFault {
    /// The field that holds the element, or that the missing segment would come from; `nil` where none does.
    func field(on draft: ClaimDraft) -> Place? {
        guard let plan = place.plan(on: draft) else { return nil }
        let name = missing?.name ?? segment.id
        for map in SegmentMap.byLoop[place.loop.rawValue].map(\.map)
        where map.name == name && map.plan == plan && map.part != .attachment && map.applies(draft) {
            let isMeant =
                if let missing { map.key.map { !Set($0.values).isDisjoint(with: missing.codes) } ?? true } else {
                    map.key?.matches(segment) ?? true
                }
            guard isMeant else { continue }
            let slots = map.slots.filter { slot in
                guard missing == nil, element > 0 else { return missing == nil || slot.isRequired }
                return slot.element == element && (slot.component == component || slot.component * component == 0)
            }
            if let found = slots.lazy.compactMap({ $0.place(row: place.line ?? 0) }).first { return found }
        }
        return nil
    }

    /// `Tax ID (2010AA REF02, segment 9) has hyphens: 34-1234567.`
    func message(at field: Place?) -> String {
        let subject =
            field.map { "\($0.field.label) (\(name), segment \(segment.number))" }
            ?? GuideFault.titles[name].map { "\($0) (\(name), segment \(segment.number))" }
            ?? "\(name) (\(place.loop.label), segment \(segment.number))"
        let value = text.isEmpty || kind == .number ? "" : ": \(String(text.prefix(40)))"
        return "\(subject) \(problem)\(value)."
    }
}

extension GuideFault {
    /// What elements are called that follow from other fields.
    private static let titles = [
        "2300 CLM02": "Total charge", "2400 LX01": "Line number", "2400 SV107": "Diagnosis pointers",
        "2400 SV103": "Unit of measure", "2000B HL04": "Patient below the subscriber (0 no, 1 yes)",
    ]

    /// Whether it says only that the segment ends with a separator.
    fileprivate var isBlankEnd: Bool { kind == .characters && element == 0 }

    /// Whether a field is of the same segment: `2010BA NM109`.
    fileprivate func hasElement(of field: Field) -> Bool {
        field.element?.hasPrefix("\(place.loop.identifier) \(segment.id)") ?? false
    }
}

extension ReportedFinding {
    init(_ fault: GuideFault, at place: Place?) {
        let field = place ?? Place(.account)
        self.init(
            rule: fault.kind.rawValue, severity: fault.severity, message: fault.message(at: place),
            remedy: fault.remedy.text, field: place?.field.id ?? "",
            label: place?.field.label ?? fault.place.loop.label, line: place?.number ?? fault.place.line.map { $0 + 1 },
            row: place == nil && fault.place.line != nil ? Part.line.word : field.field.part.word,
            box: place?.field.formBox, element: fault.name,
            source: GuideFault.source, prevents: [])
    }
}
