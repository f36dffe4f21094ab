import ClaimModel
import CodeSets

extension Chapter {
    /// The ways in which a ketamine treatment is billed as something else.
    static let wrongTrack = Chapter("Procedure: wrong type of service") {
        Rule(
            "PX-001", "A ketamine treatment is not billed as an office visit only",
            fault: "Ketamine treatment billed as an office visit only", .error,
            note: "A warning if another claim of that day bills the administration.",
            prevents: [.carc("50"), .carc("16"), .rarc("M51")], source: .article, .article, elsewhere: .cpt,
            scope: .psychiatricKetamineClaim,
            reads: [
                .lineProcedure, .lineDrugName, .lineFrom, .lineRoute, .lineAdministration, .treatmentRoute,
                .treatmentDrug, .treatmentIndication,
            ], hides: ["PX-013"],
            accepts: {
                [.sample, .sample.withService("99214"), .officeVisitOnly.with(.treatmentRoute, "IN"), .officeVisit]
            },
            rejects: {
                [
                    .officeVisitOnly, .sample.coded("99214"),
                    .officeVisitOnly.after(.sample.only("96365", id: "sample-infusion"), .submitted),
                ]
            },
            alongside: ["ND-001", "RX-001", "MD-002"]
        ) { claim in claim.officeVisitProblems }
        Rule(
            "PX-002", "A psychiatric ketamine treatment is not billed as anesthesia",
            fault: "Psychiatric ketamine billed as anesthesia", .error,
            prevents: [.carc("11"), .carc("269"), .carc("50")], source: .article, .article, elsewhere: .cpt,
            scope: .psychiatricKetamineClaim,
            reads: [.lineProcedure, .lineDrugName, .treatmentDrug, .treatmentIndication], hides: ["PX-013"],
            accepts: { [.sample, .officeVisit.withService("00104"), .sample.withService("00104")] },
            rejects: { [.anesthesia, .sample.coded("00300"), .sample.withService("99140")] },
            alongside: ["MD-015", "MD-016"]
        ) { claim in claim.anesthesiaProblems }
        Rule(
            "PX-003", "A psychiatric ketamine treatment is not billed as a pain procedure",
            fault: "Psychiatric ketamine billed as a pain procedure", .error,
            prevents: [.carc("11"), .carc("50")], source: .article, .article, elsewhere: .cpt,
            scope: .psychiatricKetamineClaim,
            reads: [
                .lineProcedure, .lineDrugName, .lineFrom, .lineRoute, .lineAdministration, .treatmentRoute,
                .treatmentDrug,
                .treatmentIndication,
            ], hides: ["PX-013"],
            accepts: { [.sample, .sample.withService("64405"), .painInfusion.with(.treatmentIndication, "pain")] },
            rejects: { [.painInfusion, .sample.coded("62323"), .sample.coded("20552")] }
        ) { claim in
            claim.linesWithoutAdministration(of: .painProcedure).map { line in
                .conflict(
                    .lineProcedure, row: line.row, with: claim.ketaminePlaces,
                    "Line \(line.number): \(line.code ?? "") is a pain procedure; ketamine was infused.",
                    remedy: "Bill the administration given, such as 96365 for an infusion.")
            }
        }
        Rule(
            "PX-004", "Sedation is not billed with ketamine",
            fault: "Sedation billed with ketamine", .warning,
            prevents: [.carc("97"), .carc("236")], source: .cpt, .general, scope: .psychiatricKetamineClaim,
            reads: [.lineProcedure, .lineDrugName, .treatmentDrug, .treatmentIndication],
            accepts: { [.sample, .officeVisit.withService("99152")] },
            rejects: { [.sample.withService("99152"), .sample.withService("99156")] }
        ) { claim in
            claim.lines.filter { $0.kinds.contains(.sedation) }.map { line in
                .conflict(
                    .lineProcedure, row: line.row, with: claim.ketaminePlaces,
                    "Line \(line.number): sedation \(line.code ?? "") billed; ketamine is the treatment.",
                    remedy: "Delete the line, unless another procedure was done under sedation.")
            }
        }
        Rule(
            "PX-022", "The fluid that carries the drug is not billed as hydration",
            fault: "Hydration billed on a ketamine claim", .warning,
            prevents: [.carc("97")], source: .uwhc, .verified, scope: .ketamineClaim,
            reads: [.lineProcedure, .lineDrugName, .lineFrom, .treatmentDrug],
            accepts: { [.sample, .officeVisit.withService("96360")] },
            rejects: { [.sample.withService("96360"), .sample.withService("96361")] },
            alongside: ["PX-017"]
        ) { claim in
            claim.lines.filter { $0.kinds.contains(.hydration) }.map { line in
                .conflict(
                    .lineProcedure, row: line.row, with: claim.ketaminePlaces,
                    "Line \(line.number): hydration \(line.code ?? "") on a ketamine claim.",
                    remedy: "Delete the line if the saline only carried the drug or kept the vein open.")
            }
        }
        Rule(
            "PX-026", "The esketamine bundle is not billed with a drug of its own",
            fault: "Esketamine bundle billed with a drug of its own", .warning,
            prevents: [.carc("97"), .carc("189")], source: .esketamineJCode, .verified,
            reads: [.lineProcedure, .lineFrom],
            accepts: { [.sample, .officeVisit.withService("G2082"), .officeVisit.withService("J0013")] },
            rejects: {
                [
                    .sample.withService("G2082"), .sample.withService("G2083"),
                    .officeVisit.withService("G2083").withService("J0013"),
                ]
            },
            alongside: ["PX-053"]
        ) { claim in claim.esketamineBundleProblems }
        Rule(
            "PX-053", "The esketamine bundle is that of the dose given",
            fault: "Esketamine bundle of another dose", .warning,
            prevents: [.carc("16"), .rarc("N56"), .carc("189")], source: .hcpcsFile, .verified,
            reads: [.lineProcedure, .lineDose, .treatmentDose],
            accepts: { [bundle("G2082", "56 mg"), bundle("G2083", "84 mg"), bundle("G2083", "")] },
            rejects: { [bundle("G2082", "84 mg"), bundle("G2083", "56 mg")] }
        ) { claim in claim.lines.compactMap { claim.bundleOfAnotherDose($0) } }
        Rule(
            "PX-029", "An evaluation charted on the day of treatment is billed",
            fault: "Charted evaluation not billed", .note,
            prevents: [], undenied: "It reports work that may be billed, not what is billed.", source: .article,
            .article, elsewhere: .cpt, scope: .psychiatricKetamineClaim,
            reads: [.evaluatedOn, .lineProcedure, .lineDrugName, .lineFrom],
            accepts: { [.sample, .sample.with(.evaluatedOn, "11/10/2026").withService("99214")] },
            rejects: { [.sample.with(.evaluatedOn, "11/10/2026")] }
        ) { claim in claim.unbilledEvaluation }
    }
}

extension ClaimFacts {
    /// Lines of a kind on days without an administration, on this claim or another, unless the ketamine was given and
    /// administered on another day of the claim.
    fileprivate func linesWithoutAdministration(
        of kind: ProcedureKinds, onThisClaim isOnlyHere: Bool = false
    ) -> [LineFacts] {
        guard everyCodeReads, !isSelfAdministered else { return [] }
        let drugs = ketamineLines
        return lines.filter { line in
            guard line.kinds.contains(kind) else { return false }
            if administrationLines.contains(where: { $0.isSameDay(as: line) }) { return false }
            if !isOnlyHere, servicesOfOtherClaims(on: line.day).contains(where: { $0.kinds.contains(.administration) })
            {
                return false
            }
            return administrationLines.isEmpty || drugs.contains { $0.isSameDay(as: line) }
        }
    }

    fileprivate var officeVisitProblems: [Problem] {
        let here = linesWithoutAdministration(of: .officeVisit, onThisClaim: true)
        let nowhere = Set(linesWithoutAdministration(of: .officeVisit).map(\.row))
        return here.map { line in
            guard nowhere.contains(line.row) else {
                return .missing(
                    .lineProcedure, row: line.row, severity: .warning,
                    "Line \(line.number): visit \(line.code ?? "") here, the infusion on another claim.",
                    remedy: "Bill visit and treatment of one day on one claim, the visit with modifier 25 if separate.")
            }
            return .missing(
                .lineProcedure, row: line.row,
                "Line \(line.number): visit \(line.code ?? "") billed, but no administration.",
                remedy: "Add the administration given: 96365 for an infusion of 16 minutes or more, "
                    + "96374 for a push.")
        }
    }

    /// Lines that bill the ketamine as anesthesia; for electroconvulsive treatment it really is.
    var mistakenAnesthesia: [LineFacts] {
        guard !lines.contains(where: { $0.code == "00104" }) else { return [] }
        return lines.filter { !$0.kinds.isDisjoint(with: [.anesthesia, .anesthesiaCircumstance]) }
    }

    fileprivate var anesthesiaProblems: [Problem] {
        mistakenAnesthesia.map { line in
            .conflict(
                .lineProcedure, row: line.row, with: ketaminePlaces,
                "Line \(line.number): \(line.code ?? "") is anesthesia; ketamine is the treatment.",
                remedy: "Bill the administration given, such as 96365 for an infusion.")
        }
    }

    fileprivate var esketamineBundleProblems: [Problem] {
        lines.filter { $0.code == "G2082" || $0.code == "G2083" }.compactMap { bundle in
            let drugs = ["J3490", "J0013", "S0013"]
            guard let drug = otherLines(onDayOf: bundle).first(where: { drugs.contains($0.code ?? "") }) else {
                return nil
            }
            return .conflict(
                .lineProcedure, row: bundle.row, with: [drug.place],
                "Line \(bundle.number): \(bundle.code ?? "") includes the drug; line \(drug.number) bills \(drug.code ?? "").",
                remedy: drug.code == "J3490"
                    ? "Keep what was given: the bundle for esketamine, or J3490 and its infusion for ketamine."
                    : "Keep the bundle, or bill the drug and the visit each with its own code, as the payer asks.")
        }
    }

    /// G2082 is up to 56 mg, G2083 more.
    fileprivate func bundleOfAnotherDose(_ line: LineFacts) -> Problem? {
        guard let code = line.code, code == "G2082" || code == "G2083",
            let dose = line.line.dose.value ?? draft.treatment.dose.value
        else { return nil }
        let right = dose.micrograms > 56_000 ? "G2083" : "G2082"
        guard code != right else { return nil }
        let source = line.line.dose.value == nil ? Place(.treatmentDose) : Place(.lineDose, row: line.row)
        return .conflict(
            .lineProcedure, row: line.row, with: [source],
            "Line \(line.number): \(code) is \(code == "G2082" ? "up to" : "more than") 56 mg; the chart has \(dose).",
            remedy: "Bill \(right), or correct the dose.")
    }

    fileprivate var unbilledEvaluation: [Problem] {
        let visits: ProcedureKinds = [.evaluationAndManagement, .psychiatricEvaluation]
        guard let day = draft.chart.evaluatedOn.value, let line = lines.first(where: { $0.day == day }),
            !lines.contains(where: { $0.isSameDay(as: line) && !$0.kinds.isDisjoint(with: visits) }),
            !servicesOfOtherClaims(on: day).contains(where: { !$0.kinds.isDisjoint(with: visits) })
        else { return [] }
        return [
            .conflict(
                .lineProcedure, row: line.row, with: [Place(.evaluatedOn)],
                "Psychiatric evaluation charted on \(day), but no visit billed.",
                remedy: "If it was separate work, bill it with its own code and modifier 25.")
        ]
    }
}

private func bundle(_ code: String, _ dose: String) -> ClaimExample {
    .officeVisit.withService(code).with(.treatmentDose, dose)
}
