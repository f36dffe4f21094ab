import ClaimModel
import CodeSets

extension Chapter {
    /// Codes that need, or exclude, one another on a day.
    static let codePairs = Chapter("Procedure: same-day codes") {
        Rule(
            "PX-017", "An encounter has one initial infusion, push or hydration code",
            fault: "More than one initial infusion code", .error,
            prevents: [.carc("97"), .carc("236"), .rarc("N20")], source: .uwhc, .general,
            reads: [
                .lineProcedure, .lineFrom, .lineUnits, .lineModifier1, .lineModifier2, .lineModifier3, .lineModifier4,
            ],
            accepts: {
                [.sample, .longInfusion, .sample.withService("96374").with(.lineModifier1, row: 2, "59")]
            },
            rejects: { [.sample.withService("96374"), .sample.with(.lineUnits, "2")] }
        ) { claim in claim.initialCodeProblems }
        Rule(
            "PX-018", "An add-on code has its primary code on the same day",
            fault: "Add-on code without its primary code", .error,
            prevents: [.carc("107"), .carc("B15")], source: .cpt, .general, reads: [.lineProcedure, .lineFrom],
            accepts: {
                [.longInfusion, .sample.only("96366").after(.sample, .submitted), .sample.withService("96375")]
            },
            rejects: {
                [.sample.coded("96366"), .officeVisit.withService("96367"), .officeVisit.withService("96361")]
            },
            alongside: ["MD-002", "TM-001"]
        ) { claim in claim.addOnProblems }
        Rule(
            "PX-019", "A professional claim has no code that only a facility bills",
            fault: "Facility-only code on a professional claim", .error,
            prevents: [.carc("16"), .rarc("N56")], rejectedAs: ["454"], source: .cpt, .general,
            reads: [.lineProcedure],
            accepts: { [.sample] },
            rejects: { [.sample.withService("96376"), .officeVisit.withService("G0463")] }
        ) { claim in
            claim.lines.filter { $0.kinds.contains(.facilityOnly) }.map { line in
                .wrong(
                    .lineProcedure, row: line.row,
                    "Line \(line.number): only a facility bills \(line.code ?? "").",
                    remedy: "Delete the line, or bill the professional's own code.")
            }
        }
        Rule(
            "PX-021", "99211 is not billed on the day of an infusion or injection",
            fault: "99211 billed on the day of an infusion or injection", .error,
            note: "A warning where the payer is not Medicare; a policy that adopts it makes it an error.",
            prevents: [.carc("97")], source: .modifier25, .verified,
            reads: [.lineProcedure, .lineFrom, .filingIndicator, .payerPolicy],
            accepts: { [.sample, .officeVisit.withService("99211"), .sample.withService("99213")] },
            rejects: {
                [
                    .sample.withService("99211"), .sample.withService("99211").with(.lineModifier1, row: 2, "25"),
                    .medicare(.sample).with(.waiver, "Y").withService("99211"),
                ]
            }
        ) { claim in
            claim.lines.filter { $0.code == "99211" }.compactMap { line in
                let given: ProcedureKinds = [.administration, .hydration, .chemotherapy]
                guard let drug = claim.otherLines(onDayOf: line).first(where: { !$0.kinds.isDisjoint(with: given) })
                else { return nil }
                return .conflict(
                    .lineProcedure, row: line.row, with: [drug.place], severity: claim.contractorSeverity,
                    "Line \(line.number): 99211 is part of \(drug.code ?? "") on line \(drug.number).",
                    remedy: "Delete 99211. Modifier 25 does not make it payable.")
            }
        }
        Rule(
            "PX-023", "Psychotherapy has the code for a day with, or without, a visit",
            fault: "Psychotherapy code does not match the visit", .error,
            prevents: [.carc("B15")], source: .cpt, .general,
            reads: [.lineProcedure, .lineFrom, .lineRenderingNPI, .renderingNPI],
            accepts: { [.officeVisit, .officeVisit.withoutLine(0).coded("90834")] },
            rejects: { [.officeVisit.withoutLine(0), .officeVisit.with(.lineProcedure, row: 1, "90834")] }
        ) { claim in claim.psychotherapyProblems }
        Rule(
            "PX-024", "A psychiatric evaluation is not billed with a visit by the same provider on the same day",
            fault: "Psychiatric evaluation and visit on the same day", .warning,
            prevents: [.carc("97")], source: .cpt, .general,
            reads: [.lineProcedure, .lineFrom, .lineRenderingNPI, .renderingNPI],
            accepts: { [.officeVisit, .officeVisit.withoutLine(1).coded("90792")] },
            rejects: { [.officeVisit.with(.lineProcedure, row: 1, "90792")] }
        ) { claim in
            claim.lines.filter { $0.kinds.contains(.psychiatricEvaluation) }.compactMap { line in
                guard let visit = claim.visit(besides: line) else { return nil }
                return .conflict(
                    .lineProcedure, row: line.row, with: [visit.place],
                    "Lines \(visit.number) and \(line.number) bill \(visit.code ?? "") and \(line.code ?? "") on the same day.",
                    remedy: "Bill either the evaluation or the visit, whichever was done.")
            }
        }
        Rule(
            "PX-027", "A prolonged service has its visit and the code that the payer accepts",
            fault: "Prolonged service without its visit, or wrong code", .warning,
            prevents: [.carc("B15")], source: .cpt, .general, reads: [.lineProcedure, .lineFrom, .filingIndicator],
            accepts: { [.officeVisit.coded("99215").withService("99417"), .officeVisit.withService("99415")] },
            rejects: {
                [
                    .officeVisit.withService("99417"), .officeVisit.withService("99418"),
                    .medicare(.officeVisit.coded("99215").withService("99417")),
                    .officeVisit.coded("99215").withService("G2212"),
                ]
            }
        ) { claim in claim.prolongedProblems }
        Rule(
            "PX-028", "A questionnaire completed on the date of service may be billed",
            fault: "Questionnaire on a date of service not billed", .note,
            prevents: [], undenied: "It reports work that may be billed, not what is billed.", source: .cpt,
            .general, reads: [.scoreInstrument, .scoreDate, .lineProcedure, .lineFrom],
            accepts: { [.sample, .sample.with(.scoreDate, "11/10/2026").withService("96127")] },
            rejects: { [.sample.with(.scoreDate, "11/10/2026")] }
        ) { claim in
            guard !claim.lines.contains(where: { $0.code == "96127" }) else { return [] }
            let row = claim.draft.scores.firstIndex { score in
                score.date.value.map { day in claim.lines.contains { $0.day == day } } ?? false
            }
            guard let row else { return [] }
            return [
                .wrong(
                    .scoreDate, row: row, "Questionnaire completed on a date of service; 96127 not billed.",
                    remedy: "Where the payer accepts it, bill 96127 for each questionnaire.")
            ]
        }
        Rule(
            "PX-042", "No two lines bill the same service",
            fault: "Same service billed on two lines", .warning,
            prevents: [.carc("18"), .rarc("N522")], source: .denialPages, .general,
            reads: [.lineProcedure, .lineFrom, .lineRenderingNPI, .lineNDC] + Field.lineModifiers,
            accepts: {
                [.sample, .officeVisit.withService("96127").withService("96127").with(.lineModifier1, row: 3, "59")]
            },
            rejects: { [.officeVisit.withService("96127").withService("96127")] }
        ) { claim in claim.duplicateLines }
        Rule(
            "PX-038", "A new-patient visit is billed for a patient who is new",
            fault: "New-patient visit for an established patient", .warning,
            prevents: [.carc("B16")], source: .cpt, .general,
            reads: [.lineProcedure, .lineFrom, .billingNPI, .renderingTaxonomy],
            accepts: {
                [
                    .officeVisit.coded("99203"),
                    .officeVisit.coded("99203").after(.officeVisit.only("99214", on: "11/10/2023"), .paid),
                ]
            },
            rejects: { [.officeVisit.coded("99203").after(.officeVisit.only("99214", on: "11/11/2023"), .paid)] }
        ) { claim in
            claim.lines.filter { $0.kinds.contains(.newPatientVisit) }.compactMap { claim.returningPatient($0) }
        }
    }
}
