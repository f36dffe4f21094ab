import ClaimModel
import CodeSets

/// One readable modifier and where it is.
struct PlacedModifier: Sendable {
    let line: LineFacts
    /// 0 to 3.
    let index: Int
    let code: String

    var field: Field { Field.lineModifiers[index] }
    /// Origin and destination of an ambulance trip, a letter each: RH from the residence to a hospital.
    var isRoute: Bool {
        line.code?.hasPrefix("A0") == true && code.count == 2 && code.allSatisfy("DEGHIJNPRSX".contains)
    }
    var isWaste: Bool { code == "JW" || code == "JZ" }

    private static let anesthesia: Set<String> = [
        "AA", "AD", "QK", "QX", "QY", "QZ", "QS", "G8", "G9", "23", "47", "P1", "P2", "P3", "P4", "P5", "P6",
    ]

    var isAnesthesia: Bool { PlacedModifier.anesthesia.contains(code) }
}

extension LineFacts {
    /// The modifier fields' entries, in their order.
    var modifierEntries: [Entry<Modifier>] { [line.modifier1, line.modifier2, line.modifier3, line.modifier4] }

    /// Where a further modifier goes; the first one where all are used.
    var firstFreeModifier: Field {
        zip(Field.lineModifiers, modifierEntries).first { $1.isEmpty }?.0 ?? .lineModifier1
    }

    var placedModifiers: [PlacedModifier] {
        modifierEntries.enumerated().compactMap { index, entry in
            entry.value.map { PlacedModifier(line: self, index: index, code: $0.text) }
        }
    }
}

extension ClaimFacts {
    func modifiers(on applies: (LineFacts) -> Bool) -> [PlacedModifier] {
        lines.filter(applies).flatMap(\.placedModifiers)
    }

    /// Deletes one modifier; those after it move up.
    func takingOut(_ modifier: PlacedModifier) -> Fix {
        var texts = modifier.line.modifierEntries.map(\.text)
        texts.remove(at: modifier.index)
        texts.append("")
        let edits = zip(Field.lineModifiers, texts).dropFirst(modifier.index).map { field, text in
            Fix.Edit(field, row: modifier.line.row, text)
        }
        return Fix("delete modifier \(modifier.code)", edits)
    }

    func missing25(_ visit: LineFacts) -> Problem? {
        let own = provider(of: visit)
        let given: ProcedureKinds = [.administration, .hydration, .chemotherapy]
        let here = otherLines(onDayOf: visit).filter { !$0.kinds.isDisjoint(with: given) }
            .map { (code: $0.code ?? "", provider: provider(of: $0), place: "line \($0.number)") }
        let elsewhere = servicesOfOtherClaims(on: visit.day)
            .filter { !$0.kinds.isDisjoint(with: given) }
            .map { (code: $0.code, provider: $0.provider, place: "another claim") }
        var isDoubtful: (code: String, place: String)?
        for given in here + elsewhere {
            if given.provider.isSamePerson(as: own) || given.provider.isSameGroupAndSpecialty(as: own) == true {
                return missing25(visit, with: given.code, on: given.place, severity: nil)
            }
            if given.provider.isSameGroupAndSpecialty(as: own) == nil { isDoubtful = (given.code, given.place) }
        }
        return isDoubtful.map { missing25(visit, with: $0.code, on: $0.place, severity: .warning) }
    }

    private func missing25(
        _ visit: LineFacts, with code: String, on place: String, severity: Severity?
    ) -> Problem {
        let free = visit.modifierEntries.firstIndex(where: \.isEmpty)
        let field = Field.lineModifiers[free ?? 0]
        return .missing(
            field, row: visit.row, severity: severity,
            "Line \(visit.number): \(visit.code ?? "") needs modifier 25; \(code) is on \(place).",
            remedy: "Add 25 if the chart shows significant, separate work. Monitoring and vitals are not.",
            fixes: free == nil
                ? [] : [Fix("modifier 25, if separate work is documented", [Fix.Edit(field, row: visit.row, "25")])])
    }

    func idle25(_ modifier: PlacedModifier) -> Problem? {
        let line = modifier.line
        guard let code = line.code else { return nil }
        let text: String
        if !line.kinds.contains(.takesModifier25) {
            text = "Line \(line.number): modifier 25 is for visits, not \(code)."
        } else if otherLines(onDayOf: line).isEmpty, servicesOfOtherClaims(on: line.day).isEmpty {
            text = "Line \(line.number): modifier 25, but no other service that day."
        } else {
            return nil
        }
        return .wrong(
            modifier.field, row: line.row, text, remedy: "Delete the modifier, or add the missing service.",
            fixes: [self.takingOut(modifier)])
    }

    func distinctProblem(_ line: LineFacts) -> Problem? {
        let distinct = line.placedModifiers.filter { ["59", "XE", "XP", "XS", "XU"].contains($0.code) }
        guard let first = distinct.first else { return nil }
        if first.code == "59" || distinct.contains(where: { $0.code == "59" }), distinct.count > 1 {
            return .wrong(
                first.field, row: line.row,
                "Line \(line.number): \(distinct.map(\.code).listed("and")) say the same thing.",
                remedy: "Keep the more specific one.",
                fixes: distinct.filter { $0.code == "59" }.map { takingOut($0) })
        }
        guard line.kinds.contains(.initialService), line.line.description.isEmpty, line.line.narrative.isEmpty
        else { return nil }
        return .wrong(
            first.field, row: line.row,
            "Line \(line.number): \(first.code) has no second IV site or encounter described.",
            remedy: "Describe the second site or encounter, or delete the modifier.")
    }
}

extension ClaimFacts {
    /// Single-dose drugs where JW or JZ is required: by Medicare, or by a policy that says so.
    var missingWasteModifiers: [Problem] {
        guard policy.value(of: \.wasteModifiers) ?? isMedicare else { return [] }
        return lines.compactMap { line in
            guard line.product?.container == .singleDose, !line.has("JW"), !line.has("JZ") else { return nil }
            let free = line.modifierEntries.firstIndex(where: \.isEmpty) ?? 0
            return .missing(
                Field.lineModifiers[free], row: line.row,
                "Line \(line.number): single-dose container without JW or JZ.",
                remedy: "Add JZ if nothing was discarded. Bill a discarded amount with JW on its own line.")
        }
    }

    /// Modifiers that are unreadable, not listed, not in force, or repeated.
    var modifierProblems: [Problem] {
        let unreadable = Field.lineModifiers.flatMap { field in
            lineProblems(field, remedy: "Type the two characters, or look the modifier up (F2).")
        }
        return unreadable
            + lines.flatMap { line in
                line.placedModifiers.enumerated().compactMap { index, modifier in
                    let earlier = line.placedModifiers.prefix(index)
                    return fault(of: modifier, isRepeated: earlier.contains { $0.code == modifier.code })
                }
            }
    }

    private func fault(of modifier: PlacedModifier, isRepeated: Bool) -> Problem? {
        let text: String
        var severity: Severity?
        if isRepeated {
            text = "is on line \(modifier.line.number) twice"
        } else if modifier.isRoute {
            return nil
        } else if let entry = books.modifier(modifier.code, on: modifier.line.day) {
            guard let day = modifier.line.day, !entry.isValid(on: day) else { return nil }
            text = "is not valid on \(day)"
        } else {
            text = "is not a CPT or HCPCS modifier"
            // CMS adds modifiers each quarter.
            if let day = modifier.line.day, let list = books.release(of: .modifier, on: day), !list.covers {
                severity = .warning
            }
        }
        return .wrong(
            modifier.field, row: modifier.line.row, severity: severity, "\(modifier.code) \(text).",
            remedy: "Delete it, or choose another (F2).", fixes: [self.takingOut(modifier)])
    }

    private static let given: ProcedureKinds = [.administration, .hydration, .chemotherapy]

    var telehealthProblems: [Problem] {
        let modified: [Problem] = modifiers { !$0.kinds.isDisjoint(with: ClaimFacts.given) }
            .filter { ["93", "95", "GT", "GQ"].contains($0.code) }
            .map { one in
                .conflict(
                    one.field, row: one.line.row, with: [one.line.place],
                    "Line \(one.line.number): telehealth modifier \(one.code) on \(one.line.code ?? "").",
                    remedy: "Delete the modifier: a drug is not given by telehealth.",
                    fixes: [self.takingOut(one)])
            }
        return modified
            + placeProblems(in: ["02", "10"], of: ClaimFacts.given) { line, place in
                "Line \(line.number): \(line.code ?? "") at \(place)."
            } remedy: {
                "Enter the place where the drug was given: it is not given by telehealth."
            }
    }

    /// Places where the facility bills belong to another rule.
    var unusualPlaces: [Problem] {
        let rows = Set(ketamineAdministrations.map(\.row))
        let accepted = policy.value(of: \.placesOfService)
        return lines.filter { rows.contains($0.row) && $0.isAdministration }.compactMap { line in
            guard let code = line.placeOfService?.text, let entry = books.placeOfService(code),
                !["02", "10", "19", "21", "22", "23", "24"].contains(code),
                accepted.map({ !$0.contains(code) }) ?? ["12", "51", "99"].contains(code)
            else { return nil }
            let own = Place(.linePlaceOfService, row: line.row)
            return .conflict(
                .lineProcedure, row: line.row,
                with: [line.line.placeOfService.value == nil ? Place(.placeOfService) : own],
                accepted == nil
                    ? "Line \(line.number): payers seldom accept ketamine at \(code) (\(entry.label))."
                    : "Line \(line.number): the policy does not list \(code) (\(entry.label)).",
                remedy: "Check the place of service. If it is right, check the payer's policy.",
                evidence: accepted == nil ? [] : [self.policyEvidence(\.placesOfService)])
        }
    }
}
