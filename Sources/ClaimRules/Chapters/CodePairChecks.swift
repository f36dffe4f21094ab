import ClaimModel
import CodeSets

extension ClaimFacts {
    /// Modifiers that say that a service was a separate encounter, site or practitioner.
    private static let distinct: Set<String> = ["59", "XE", "XP", "XS", "XU"]

    var initialCodeProblems: [Problem] {
        let initial = lines.filter { $0.kinds.contains(.initialService) }
        let repeated: [Problem] = initial.compactMap { line in
            guard let code = line.code, let units = line.line.units.value, units > Units(whole: 1) else { return nil }
            return .wrong(
                .lineUnits, row: line.row, "Line \(line.number): \(code) has \(units) units; an encounter has one.",
                remedy: "Bill 1 unit. Additional hours have their own code.",
                fixes: [Fix("units 1", [Fix.Edit(.lineUnits, row: line.row, "1")])])
        }
        let plain = initial.filter { $0.modifiers.allSatisfy { !ClaimFacts.distinct.contains($0) } }
        let doubled: [Problem] = plain.enumerated().compactMap { index, line in
            guard let first = plain.prefix(index).first(where: { $0.isSameDay(as: line) }) else { return nil }
            return .conflict(
                .lineProcedure, row: line.row, with: [first.place],
                "Lines \(first.number) and \(line.number): two initial codes, \(first.code ?? "") and \(line.code ?? "").",
                remedy: "Keep the one for the main reason. A second IV site or encounter needs modifier 59 or XE.")
        }
        return repeated + doubled
    }

    /// The primary codes that each add-on code continues.
    static let primaries: [String: [String]] = [
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
                "Line \(line.number): add-on code \(code) has no primary code that day.",
                remedy: "Add its primary code (\(primaries.prefix(5).listed("or"))), or delete the add-on.")
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
                    "Line \(line.number): \(line.code ?? "") is not billed with the visit on line \(visit.number).",
                    remedy: "With a visit, bill psychotherapy as 90833, 90836 or 90838 by the minutes.")
            }
            guard line.kinds.contains(.psychotherapyAddOn), !hasVisit(onDayOf: line) else { return nil }
            return .missing(
                .lineProcedure, row: line.row,
                "Line \(line.number): \(line.code ?? "") needs a visit, and none is billed.",
                remedy: "Add the visit, or bill 90832, 90834 or 90837 by the minutes.")
        }
    }

    private func hasVisit(onDayOf line: LineFacts) -> Bool {
        otherLines(onDayOf: line).contains { $0.isEvaluationAndManagement || $0.isTelemedicineVisit }
            || servicesOfOtherClaims(on: line.day).contains { $0.kinds.contains(.evaluationAndManagement) }
    }
}

extension ClaimFacts {
    /// Prolonged services and the visits that each prolongs.
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
                    "Line \(line.number): prolonged service \(code) has no visit.",
                    remedy: "Add the visit (\(visits.listed("or"))), or delete the line.")
            }
            guard (code == "99417" && isMedicare) || (code == "G2212" && !isMedicare) else { return nil }
            return .wrong(
                .lineProcedure, row: line.row,
                code == "99417"
                    ? "Line \(line.number): Medicare does not accept 99417."
                    : "Line \(line.number): only Medicare uses G2212.",
                remedy: code == "99417" ? "Bill G2212 to Medicare." : "Bill 99417: most other payers accept it.")
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
            "Line \(line.number): \(line.code ?? "") is for a new patient; seen \(earlier.day).",
            remedy: "Bill 99212 to 99215: the group and specialty saw the patient within three years.")
    }
}

extension LineFacts {
    /// The telephone and video visit codes of 2025, which some payers accept.
    fileprivate var isTelemedicineVisit: Bool { code.map { ("98000"..."98016").contains($0) } ?? false }

    /// Whether another line bills the very same thing again.
    fileprivate func isDuplicate(of other: LineFacts) -> Bool {
        code == other.code && day != nil && day == other.day && Set(modifiers) == Set(other.modifiers)
            && line.renderingNPI.value == other.line.renderingNPI.value && line.ndc.text == other.line.ndc.text
    }
}

extension ClaimFacts {
    /// Initial codes belong to another rule.
    var duplicateLines: [Problem] {
        let lines = lines.filter { $0.code != nil && !$0.kinds.contains(.initialService) }
        return lines.enumerated().compactMap { index, line in
            guard let first = lines.prefix(index).first(where: { line.isDuplicate(of: $0) }) else { return nil }
            return .conflict(
                .lineProcedure, row: line.row, with: [first.place],
                "Lines \(first.number) and \(line.number) bill \(line.code ?? "") twice on the same day.",
                remedy: "Delete one, or count both in the units. A true repeat needs modifier 76 or 77.")
        }
    }
}
