import ClaimModel
import CodeSets

extension ClaimFacts {
    /// Modifiers that say that a service was another encounter, site or person than its like.
    private static let distinct: Set<String> = ["59", "XE", "XP", "XS", "XU"]

    var initialCodeProblems: [Problem] {
        let initial = lines.filter { $0.kinds.contains(.initialService) }
        let repeated: [Problem] = initial.compactMap { line in
            guard let code = line.code, let units = line.line.units.value, units > Units(whole: 1) else { return nil }
            return .wrong(
                .lineUnits, row: line.row, "Line \(line.number) bills \(code) \(units) times; an encounter has one.",
                remedy: "Bill 1; further hours have their own code.",
                fixes: [Fix("units 1", [Fix.Edit(.lineUnits, row: line.row, "1")])])
        }
        let plain = initial.filter { $0.modifiers.allSatisfy { !ClaimFacts.distinct.contains($0) } }
        let doubled: [Problem] = plain.enumerated().compactMap { index, line in
            guard let first = plain.prefix(index).first(where: { $0.isSameDay(as: line) }) else { return nil }
            return .conflict(
                .lineProcedure, row: line.row, with: [first.place],
                "Lines \(first.number) and \(line.number) both bill an initial code, \(first.code ?? "") and "
                    + "\(line.code ?? "").",
                remedy: "Keep the one that was the main reason; a second vein or visit needs modifier 59 or XE.")
        }
        return repeated + doubled
    }

    /// The codes that each add-on code counts on from.
    private static let primaries: [String: [String]] = [
        "96361": ["96360", "96365", "96374", "96409", "96413"],
        "96366": ["96365", "96367"],
        "96367": ["96365", "96374", "96409", "96413"],
        "96368": ["96365", "96366", "96413", "96415"],
        "96375": ["96365", "96374", "96409", "96413"],
        "96411": ["96409", "96413"],
        "96415": ["96413"],
        "96417": ["96413"],
        "90785": ["90791", "90792", "90832", "90833", "90834", "90836", "90837", "90838", "90853"],
        "90840": ["90839"],
        "99153": ["99151", "99152"],
        "99157": ["99155", "99156"],
        "99292": ["99291"],
        "G2211": ["99202", "99203", "99204", "99205", "99211", "99212", "99213", "99214", "99215"],
        "90461": ["90460"],
        "90472": ["90471", "90473"],
        "90474": ["90471", "90473"],
        "96121": ["96116"],
        "96131": ["96130"],
        "96133": ["96132"],
        "96137": ["96136"],
        "96139": ["96138"],
        "96159": ["96158"],
        "64480": ["64479"],
        "64484": ["64483"],
        "64491": ["64490"],
        "64494": ["64493"],
    ]

    var addOnProblems: [Problem] {
        guard everyCodeReads else { return [] }
        return lines.compactMap { line in
            guard let code = line.code, let primaries = ClaimFacts.primaries[code] else { return nil }
            let codes = otherLines(onDayOf: line).compactMap(\.code) + servicesOfOtherClaims(on: line.day).map(\.code)
            guard !codes.contains(where: primaries.contains) else { return nil }
            return .missing(
                .lineProcedure, row: line.row,
                "Line \(line.number) is \(code), which is billed only beside \(primaries.prefix(5).listed("or")).",
                remedy: "Add the primary code of that day, or take the add-on out.")
        }
    }
}

extension ClaimFacts {
    /// A visit of the same person on the day of a line.
    func visit(besides line: LineFacts) -> LineFacts? {
        otherLines(onDayOf: line).first {
            $0.isEvaluationAndManagement && provider(of: $0).isSamePerson(as: provider(of: line))
        }
    }

    var psychotherapyProblems: [Problem] {
        guard everyCodeReads else { return [] }
        return lines.compactMap { line in
            if line.kinds.contains(.psychotherapy), let visit = visit(besides: line) {
                return .conflict(
                    .lineProcedure, row: line.row, with: [visit.place],
                    "Line \(line.number) is \(line.code ?? ""), psychotherapy without a visit, beside the visit on "
                        + "line \(visit.number).",
                    remedy: "Beside a visit, psychotherapy is 90833, 90836 or 90838 by its minutes.")
            }
            guard line.kinds.contains(.psychotherapyAddOn), !hasVisit(onDayOf: line) else { return nil }
            return .missing(
                .lineProcedure, row: line.row,
                "Line \(line.number) is \(line.code ?? ""), psychotherapy beside a visit, and no visit is billed.",
                remedy: "Add the visit, or bill 90832, 90834 or 90837 by the minutes.")
        }
    }

    private func hasVisit(onDayOf line: LineFacts) -> Bool {
        otherLines(onDayOf: line).contains { $0.isEvaluationAndManagement || $0.isTelemedicineVisit }
            || servicesOfOtherClaims(on: line.day).contains { $0.kinds.contains(.evaluationAndManagement) }
    }
}

extension ClaimFacts {
    /// Prolonged services and the visits that they prolong.
    private static let prolonged: [String: [String]] = [
        "99417": ["99205", "99215", "99245", "99345", "99350", "99483"],
        "G2212": ["99205", "99215", "99483"],
        "99415": ["99202", "99203", "99204", "99205", "99212", "99213", "99214", "99215"],
        "99416": ["99415"],
        "99418": ["99223", "99233", "99236", "99255", "99306", "99310"],
        "G0316": ["99223", "99233", "99236"],
    ]

    var prolongedProblems: [Problem] {
        lines.compactMap { line in
            guard let code = line.code, let visits = ClaimFacts.prolonged[code] else { return nil }
            if !otherLines(onDayOf: line).contains(where: { $0.code.map(visits.contains) ?? false }) {
                return .missing(
                    .lineProcedure, row: line.row,
                    "Line \(line.number) is \(code), which prolongs \(visits.listed("or")), and none is billed.",
                    remedy: "Add the visit that was prolonged, or take the line out.")
            }
            guard (code == "99417" && isMedicare) || (code == "G2212" && !isMedicare) else { return nil }
            return .wrong(
                .lineProcedure, row: line.row,
                code == "99417"
                    ? "Line \(line.number) is 99417, which Medicare does not take."
                    : "Line \(line.number) is G2212, which is Medicare's code.",
                remedy: code == "99417" ? "Medicare takes G2212." : "Most other payers take 99417.")
        }
    }

    /// An earlier service within three years, by the same group and specialty.
    func returningPatient(_ line: LineFacts) -> Problem? {
        guard let day = line.day, line.code != "99201" else { return nil }
        let own = provider(of: line)
        let earlier = servicesOfOtherClaims.last { service in
            service.day < day && service.day.adding(months: 36) > day && !service.kinds.contains(.drug)
                && (service.provider.isSameGroupAndSpecialty(as: own) ?? service.provider.isSamePerson(as: own))
        }
        guard let earlier else { return nil }
        return .conflict(
            .lineProcedure, row: line.row, with: [Place(.lineFrom, row: line.row)],
            "Line \(line.number) is \(line.code ?? ""), for a new patient, who was seen on \(earlier.day).",
            remedy: "Within three years of a service by the group and specialty, bill 99212 to 99215.")
    }
}

extension LineFacts {
    /// The visits by telephone or video of 2025, which some payers take.
    fileprivate var isTelemedicineVisit: Bool { code.map { ("98000"..."98016").contains($0) } ?? false }

    /// Whether another line bills the very same thing again.
    fileprivate func isDuplicate(of other: LineFacts) -> Bool {
        code == other.code && day != nil && day == other.day && Set(modifiers) == Set(other.modifiers)
            && line.renderingNPI.value == other.line.renderingNPI.value && line.ndc.text == other.line.ndc.text
    }
}

extension ClaimFacts {
    /// Initial codes are another rule's.
    var duplicateLines: [Problem] {
        let lines = lines.filter { $0.code != nil && !$0.kinds.contains(.initialService) }
        return lines.enumerated().compactMap { index, line in
            guard let first = lines.prefix(index).first(where: { line.isDuplicate(of: $0) }) else { return nil }
            return .conflict(
                .lineProcedure, row: line.row, with: [first.place],
                "Lines \(first.number) and \(line.number) bill \(line.code ?? "") twice on one day.",
                remedy: "Take one out, or count both in the units; a true repeat bears modifier 76 or 77.")
        }
    }
}
