import ClaimModel
import CodeSets

extension ClaimFacts {
    /// A drug that names the line that gave it, which is of other days.
    func givenOnAnotherDay(_ drug: LineFacts) -> Problem? {
        guard let number = drug.line.administrationLine.value?.number, lines.indices.contains(number - 1),
            let day = drug.day, let first = lines[number - 1].day
        else { return nil }
        let last = max(first, lines[number - 1].line.to.value ?? first)
        guard !(first...last).contains(day) else { return nil }
        return .conflict(
            .lineFrom, row: drug.row, with: [Place(.lineFrom, row: number - 1)],
            "Line \(drug.number) is dated \(day); line \(number), which gave it, \(first).",
            remedy: "Bill the drug on the day that it was given.",
            fixes: first == last ? [.replace(.lineFrom, row: drug.row, with: first.description)] : [])
    }

    /// Whether the payer is known to accept 96372.
    var listsInjection: Bool { policy.value(of: \.acceptedAdministrationCodes)?.contains("96372") ?? false }

    /// The lines that bill an injection although the drug went into a vein.
    func injectionProblems(on lines: [LineFacts]) -> [Problem] {
        let ketamine = Set((isKetamineClaim ? ketamineAdministrations : []).map(\.row))
        return lines.compactMap { line in
            let isOfKetamine = ketamine.contains(line.row)
            guard line.kinds.contains(.injection) else { return nil }
            if let text = self.text(of: line, saying: .vein) { return injection(on: line, against: text) }
            guard
                let route = isOfKetamine ? route(of: line) : line.line.route.value, route.isIntravenous
            else { return nil }
            return .conflict(
                .lineProcedure, row: line.row, with: [routePlace(of: line)],
                "Line \(line.number): 96372 is IM or subcutaneous, but the route is \(route.label).",
                remedy: isOfKetamine && listsInjection
                    ? "Keep the payer's written confirmation of 96372, or bill \(self.preferredInfusion)."
                    : "Bill 96365 for an infusion of 16 minutes or more, 96374 for a push or a shorter one.",
                fixes: self.intravenousChoices(line), evidence: [Evidence("route", route.label)] + self.codesNote)
        }
    }

    /// What rests on a text alone: the fields say nothing of the route.
    private func injection(on line: LineFacts, against text: StatedText) -> Problem {
        .conflict(
            .lineProcedure, row: line.row, with: [text.place], severity: .warning,
            "Line \(line.number): 96372, but the text says \(text.quote).",
            remedy:
                "96372 is IM or subcutaneous. Check the chart: 96365 is an infusion of 16 minutes or more, 96374 a push.",
            fixes: self.intravenousChoices(line), evidence: text.evidence)
    }

    private var preferredInfusion: String {
        policy.value(of: \.preferredAdministrationCode).flatMap { $0 == "96372" ? nil : $0 } ?? "96365"
    }

    /// Where the route of a line was read.
    private func routePlace(of line: LineFacts) -> Place {
        line.line.route.value == nil ? Place(.treatmentRoute) : Place(.lineRoute, row: line.row)
    }

    /// Both codes, the one that fits the minutes first.
    private func intravenousChoices(_ line: LineFacts) -> [Fix] {
        let infusion = Fix(
            "code 96365, infusion of 16 minutes or more", [Fix.Edit(.lineProcedure, row: line.row, "96365")])
        let push = Fix(
            "code 96374, push or at most 15 minutes", [Fix.Edit(.lineProcedure, row: line.row, "96374")])
        return (line.line.minutes ?? 16) >= 16 ? [infusion, push] : [push, infusion]
    }

    /// The administration code of each ketamine drug line that is not on the payer's list.
    ///
    /// 96372 is left to the rules about the route.
    var unlistedAdministration: [Problem] {
        guard let accepted = policy.value(of: \.acceptedAdministrationCodes), !accepted.isEmpty else { return [] }
        let isComplete =
            policy.value(of: \.administrationCodesAreExhaustive) == true
            && policy.confidence(of: \.administrationCodesAreExhaustive) == .verified
            && policy.confidence(of: \.acceptedAdministrationCodes) == .verified
        return ketamineAdministrations.compactMap { line in
            guard let code = line.code, line.isAdministration, line.kinds.isDisjoint(with: [.addOn, .injection]),
                !accepted.contains(code)
            else { return nil }
            return .wrong(
                .lineProcedure, row: line.row, severity: isComplete ? .error : nil,
                "Line \(line.number): \(code) is not on the payer's list of codes.",
                remedy: "Bill the listed code that describes what was done: \(accepted.listed("or")).",
                evidence: [self.policyEvidence(\.acceptedAdministrationCodes)] + self.codesNote)
        }
    }

    /// What the policy says about its administration codes in words.
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
                .lineProcedure, row: line.row, "Ketamine is billed, but no line bills its administration.",
                remedy: "Add a line for the infusion, push or injection that was given.")
        ]
    }

    var missingDrug: [Problem] {
        guard everyCodeReads, ketamineLines.isEmpty, practiceSuppliesDrug, let line = ketamineAdministrations.first
        else { return [] }
        return [
            .missing(
                .lineProcedure, row: line.row,
                "Line \(line.number) administers ketamine, but no line bills the drug.",
                remedy: "Add the drug line with its NDC, or enter on the Claim screen who supplied the drug.")
        ]
    }

    var veinCodeProblems: [Problem] {
        let ketamine = Set((isKetamineClaim ? ketamineAdministrations : []).map(\.row))
        return lines.compactMap { line in
            if !line.kinds.isDisjoint(with: [.infusion, .push]), let text = self.text(of: line, saying: .muscleOrSkin) {
                return .conflict(
                    .lineProcedure, row: line.row, with: [text.place], severity: .warning,
                    "Line \(line.number): \(line.code ?? ""), but the text says \(text.quote).",
                    remedy: "The code is IV. Check the chart: 96372 is for an IM or subcutaneous injection.",
                    evidence: text.evidence)
            }
            let route = ketamine.contains(line.row) ? route(of: line) : line.line.route.value
            guard let route, route == .intramuscular || route == .subcutaneous, let code = line.code,
                !line.kinds.isDisjoint(with: [.infusion, .push])
            else { return nil }
            return .conflict(
                .lineProcedure, row: line.row, with: [routePlace(of: line)],
                "Line \(line.number): \(code) is IV, but the route is \(route.label).",
                remedy: "Check both. 96372 is for an IM or subcutaneous injection.",
                fixes: [
                    Fix("code 96372", [Fix.Edit(.lineProcedure, row: line.row, "96372")]),
                    Fix("route IV infusion", [Fix.Edit(.lineRoute, row: line.row, "IVI")]),
                    Fix("route IV push", [Fix.Edit(.lineRoute, row: line.row, "IVP")]),
                ], evidence: [Evidence("route", route.label)])
        }
    }

    var uncoveredRoute: [Problem] {
        guard let covered = policy.value(of: \.routesCovered) else { return [] }
        guard let route = ketamineRoute else { return uncoveredRouteInText(covered) }
        guard !covered.contains(route.code) else { return [] }
        let place =
            ketamineAdministrations.first { $0.line.route.value == route }.map { Place(.lineRoute, row: $0.row) }
            ?? Place(.treatmentRoute)
        return [
            .wrong(
                place.field, row: place.row, "The payer does not cover the route \(route.label).",
                remedy: "Check the route. If it is right, ask the payer before you bill.",
                evidence: [self.policyEvidence(\.routesCovered)])
        ]
    }

    private func uncoveredRouteInText(_ covered: [String]) -> [Problem] {
        let texts = ketamineLines.flatMap { self.texts(of: $0) }.filter { !$0.read.routes.isEmpty }
        let ways = Set(Route.allCases.filter { covered.contains($0.code) }.compactMap(\.asInText))
        guard let first = texts.first, Set(texts.map(\.read.routes)).count == 1,
            ways.isDisjoint(with: first.read.routes)
        else { return [] }
        return [
            .wrong(
                first.place.field, row: first.place.row, "The payer does not cover the route in \(first.quote).",
                remedy: "Check the route. If it is right, ask the payer before you bill.",
                evidence: [self.policyEvidence(\.routesCovered)] + first.evidence)
        ]
    }

    var routeMismatches: [Problem] {
        guard let charted = draft.treatment.route.value else { return [] }
        return ketamineAdministrations.compactMap { line in
            guard !ketamineLines.isEmpty, let route = line.line.route.value, route != charted else { return nil }
            return .conflict(
                .lineRoute, row: line.row, with: [Place(.treatmentRoute)],
                "Line \(line.number): route is \(route.label), but the chart says \(charted.label).",
                remedy: "Set both to the route in the chart.")
        }
    }
}
