import ClaimModel
import CodeSets

extension ClaimFacts {
    /// Whether the payer is known to take 96372.
    var listsInjection: Bool { policy.value(of: \.acceptedAdministrationCodes)?.contains("96372") ?? false }

    /// Those of the lines that bill an injection although the drug went into a vein.
    func injectionProblems(on lines: [LineFacts]) -> [Problem] {
        let ketamine = Set((isKetamineClaim ? ketamineAdministrations : []).map(\.row))
        return lines.compactMap { line in
            let isOfKetamine = ketamine.contains(line.row)
            guard line.kinds.contains(.injection),
                let route = isOfKetamine ? route(of: line) : line.line.route.value, route.isIntravenous
            else { return nil }
            return .conflict(
                .lineProcedure, row: line.row, with: [routePlace(of: line)],
                "Line \(line.number) is 96372, an injection under the skin or into muscle, but the route is "
                    + "\(route.label).",
                remedy: isOfKetamine && listsInjection
                    ? "\(self.policy.name) shows 96372: keep its written confirmation, or bill \(self.preferredInfusion)."
                    : "An infusion of 16 minutes or more is 96365, a push or a shorter one 96374.",
                fixes: self.intravenousChoices(line), evidence: [Evidence("route", route.label)] + self.codesNote)
        }
    }

    private var preferredInfusion: String {
        policy.value(of: \.preferredAdministrationCode).flatMap { $0 == "96372" ? nil : $0 } ?? "96365"
    }

    /// Where the route of a line was read.
    private func routePlace(of line: LineFacts) -> Place {
        line.line.route.value == nil ? Place(.treatmentRoute) : Place(.lineRoute, row: line.row)
    }

    /// Both codes, the one that the minutes speak for first.
    private func intravenousChoices(_ line: LineFacts) -> [Fix] {
        let infusion = Fix(
            "code 96365, infusion of 16 minutes or more", [Fix.Edit(.lineProcedure, row: line.row, "96365")])
        let push = Fix(
            "code 96374, push or 15 minutes at most", [Fix.Edit(.lineProcedure, row: line.row, "96374")])
        return (line.line.minutes ?? 16) >= 16 ? [infusion, push] : [push, infusion]
    }

    /// The first administration code of each ketamine drug line that is not on the payer's list.
    ///
    /// 96372 is left to the rules of the route.
    var unlistedAdministration: [Problem] {
        guard let accepted = policy.value(of: \.acceptedAdministrationCodes), !accepted.isEmpty else { return [] }
        let isComplete =
            policy.value(of: \.administrationCodesAreExhaustive) == true
            && policy.standing(of: \.administrationCodesAreExhaustive) == .verified
            && policy.standing(of: \.acceptedAdministrationCodes) == .verified
        return ketamineAdministrations.compactMap { line in
            guard let code = line.code, line.isAdministration, line.kinds.isDisjoint(with: [.addOn, .injection]),
                !accepted.contains(code)
            else { return nil }
            return .wrong(
                .lineProcedure, row: line.row, severity: isComplete ? .error : nil,
                "Line \(line.number) is \(code), which is not among the codes that \(self.policy.name) lists.",
                remedy: "It lists \(accepted.listed("and")); bill the one that describes what was done.",
                evidence: [Evidence("policy", self.policy.source(of: \.acceptedAdministrationCodes))] + self.codesNote)
        }
    }

    /// What the policy says of its administration codes in words.
    private var codesNote: [Evidence] {
        policy.value(of: \.administrationCodesNote).map {
            [Evidence("note", "\($0) (\(policy.source(of: \.administrationCodesNote)))")]
        } ?? []
    }

    var missingAdministration: [Problem] {
        guard everyCodeReads, !isSelfAdministered, administrationLines.isEmpty,
            let line = ketamineLines.first ?? writtenLines.first,
            !servicesOfOtherClaims(on: line.day).contains(where: { $0.kinds.contains(.administration) })
        else { return [] }
        return [
            .missing(
                .lineProcedure, row: line.row, "The claim bills ketamine, but no line administers it.",
                remedy: "Code every treatment given: add the line of the infusion, push or injection.")
        ]
    }

    var missingDrug: [Problem] {
        guard everyCodeReads, ketamineLines.isEmpty, practiceSuppliesDrug, let line = ketamineAdministrations.first
        else { return [] }
        return [
            .missing(
                .lineProcedure, row: line.row,
                "Line \(line.number) administers ketamine, but no line bills the drug.",
                remedy: "Add the drug line with its NDC, or say on the Claim screen who supplied the drug.")
        ]
    }

    var veinCodeProblems: [Problem] {
        let ketamine = Set((isKetamineClaim ? ketamineAdministrations : []).map(\.row))
        return lines.compactMap { line in
            let route = ketamine.contains(line.row) ? route(of: line) : line.line.route.value
            guard let route, route == .intramuscular || route == .subcutaneous, let code = line.code,
                !line.kinds.isDisjoint(with: [.infusion, .push])
            else { return nil }
            return .conflict(
                .lineProcedure, row: line.row, with: [routePlace(of: line)],
                "Line \(line.number) is \(code), into a vein, but the route is \(route.label).",
                remedy: "An injection into muscle or under the skin is 96372; check which of the two is right.",
                fixes: [
                    Fix("code 96372", [Fix.Edit(.lineProcedure, row: line.row, "96372")]),
                    Fix("route IV infusion", [Fix.Edit(.lineRoute, row: line.row, "IVI")]),
                    Fix("route IV push", [Fix.Edit(.lineRoute, row: line.row, "IVP")]),
                ], evidence: [Evidence("route", route.label)])
        }
    }

    var uncoveredRoute: [Problem] {
        guard let covered = policy.value(of: \.routesCovered), let route = ketamineRoute,
            !covered.contains(route.code)
        else { return [] }
        let place =
            ketamineAdministrations.first { $0.line.route.value == route }.map { Place(.lineRoute, row: $0.row) }
            ?? Place(.treatmentRoute)
        return [
            .wrong(
                place.field, row: place.row, "The route is \(route.label), which \(self.policy.name) does not cover.",
                remedy: "Check the route; where it is right, ask the payer before billing.",
                evidence: [Evidence("policy", self.policy.source(of: \.routesCovered))])
        ]
    }

    var routeMismatches: [Problem] {
        guard let charted = draft.treatment.route.value else { return [] }
        return ketamineAdministrations.compactMap { line in
            guard !ketamineLines.isEmpty, let route = line.line.route.value, route != charted else { return nil }
            return .conflict(
                .lineRoute, row: line.row, with: [Place(.treatmentRoute)],
                "Line \(line.number) says \(route.label), but the chart says \(charted.label).",
                remedy: "Set both to the route that the chart documents.")
        }
    }
}
