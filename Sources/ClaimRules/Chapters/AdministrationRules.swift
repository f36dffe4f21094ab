import ClaimModel
import CodeSets

extension Chapter {
    /// The code that administers the ketamine, against its route and the payer's list.
    static let administration = Chapter("Procedure: administration") {
        Rule(
            "RX-013", "A drug is billed on a day of the line that gave it",
            fault: "Drug and its administration on different days", .warning,
            prevents: [.carc("16")], source: .commonPractice, .general,
            reads: [.lineFrom, .lineTo, .lineAdministration, .lineProcedure],
            accepts: {
                [
                    .sample, .sample.without(.lineAdministration, row: 1).with(.lineFrom, row: 1, "11/11/2026"),
                    .sample.with(.lineTo, "11/12/2026").with(.lineFrom, row: 1, "11/11/2026"),
                ]
            },
            rejects: { [.sample.with(.lineFrom, row: 1, "11/11/2026"), .sample.with(.lineFrom, row: 1, "11/09/2026")] }
        ) { claim in
            claim.lines.compactMap { claim.givenOnAnotherDay($0) }
        }
        Rule(
            "PX-010", "An IV drug is not billed with 96372, unless the payer lists 96372 for ketamine",
            fault: "IV drug billed with 96372", .error, note: "A warning where only a text has the route.",
            prevents: [.carc("16"), .rarc("N56"), .rarc("N657")], rejectedAs: ["454"], source: .injection, .verified,
            reads: [
                .lineRoute, .treatmentRoute, .lineStart, .lineStop, .lineAdministration, .lineFrom, .payerPolicy,
                .lineDescription, .additionalInformation,
            ] + Scope.ketamineClaim.reads,
            accepts: {
                [
                    .onlyDescribed("KETAMINE HCL 35 MG IM").coded("96372").under("generic"),
                    .onlyDescribed("35 MG, NO IV ACCESS, STAGE IV").coded("96372").under("generic"),
                    .sample.under("generic"), .incompleteCodes, .intramuscular.under("generic"),
                ]
            },
            rejects: {
                [
                    .onlyDescribed("KETAMINE HCL 35MG IV").coded("96372").under("generic"),
                    .sample.under("generic").coded("96372"),
                    .sample.coded("96372").whenPolicy { $0 = PolicySettings() },
                    .officeVisit.withoutLine(1).coded("96372").with(.lineRoute, "IVP"),
                ]
            }
        ) { claim in
            let ketamine = claim.isKetamineClaim ? claim.ketamineAdministrations : []
            let others = claim.lines.filter { line in !ketamine.contains { $0.row == line.row } }
            return (claim.listsInjection ? [] : claim.injectionProblems(on: ketamine))
                + claim.injectionProblems(on: others)
        }
        Rule(
            "PX-011", "96372 for IV ketamine has the payer's written confirmation",
            fault: "96372 for IV ketamine needs written confirmation", .warning,
            prevents: [.rarc("N657")], source: .article, .article, elsewhere: .injection, scope: .ketamineClaim,
            reads: [
                .lineProcedure, .lineRoute, .treatmentRoute, .lineStart, .lineStop, .lineAdministration, .payerPolicy,
                .lineFrom,
            ] + Field.statedTexts,
            accepts: { [.sample, .intramuscular, .incompleteCodes.under("generic")] },
            rejects: {
                [
                    .onlyDescribed("KETAMINE HCL 35MG IV").coded("96372"),
                    .sample.coded("96372"), .sample.coded("96372").with(.lineRoute, "IVP").with(.treatmentRoute, "IVP"),
                ]
            }
        ) { claim in claim.listsInjection ? claim.injectionProblems(on: claim.ketamineAdministrations) : [] }
        Rule(
            "PX-012", "The ketamine's administration code is on the payer's list",
            fault: "Administration code not on the payer's list", .warning,
            note: "An error where the payer's list is verified and complete.",
            prevents: [.carc("16"), .rarc("N56")], rejectedAs: ["454"], source: .article, .article, elsewhere: .cpt,
            scope: .ketamineClaim, reads: [.lineProcedure, .lineRoute, .lineAdministration, .payerPolicy],
            accepts: { [.sample, .longInfusion, .intramuscular.under("generic"), .incompleteCodes.under("generic")] },
            rejects: {
                [
                    .sample.coded("96374").with(.lineRoute, "IVP").with(.treatmentRoute, "IVP").with(
                        .lineStop, "10:15"),
                    .sample.coded("96379").with(.lineDescription, "SLOW INFUSION").whenPolicy(verifiedList),
                ]
            }
        ) { claim in claim.unlistedAdministration }
        Rule(
            "PX-013", "The administration of the ketamine is billed",
            fault: "No administration billed for the ketamine", .error,
            prevents: [.carc("107")], source: .article, .article, elsewhere: .cpt, scope: .psychiatricKetamineClaim,
            reads: [
                .lineProcedure, .lineFrom, .lineRoute, .lineAdministration, .treatmentRoute, .treatmentDrug,
                .treatmentIndication,
            ],
            accepts: { [.sample, .sample.withoutLine(0).with(.treatmentRoute, "PO")] },
            rejects: { [.sample.withoutLine(0)] }
        ) { claim in claim.missingAdministration }
        Rule(
            "PX-014", "The ketamine that was administered is billed, unless the pharmacy or patient supplied it",
            fault: "Ketamine administered but not billed", .warning,
            prevents: [.carc("16"), .rarc("M20")], source: .article, .article, elsewhere: .cpt, scope: .ketamineClaim,
            reads: [.lineProcedure, .lineDrugName, .lineNDC, .treatmentDrug, .treatmentSupplier],
            accepts: { [.sample, .sample.withoutLine(1).with(.treatmentSupplier, "pharmacy")] },
            rejects: { [.sample.withoutLine(1), .sample.withoutLine(1).without(.treatmentSupplier)] },
            alongside: ["RX-001", "ND-001"]
        ) { claim in claim.missingDrug }
        Rule(
            "PX-015", "An IM or subcutaneous drug is not billed as an infusion or push",
            fault: "IM or subcutaneous drug billed as an infusion or push", .error,
            note: "A warning where only a text has the route.",
            prevents: [.carc("16"), .rarc("N56")], rejectedAs: ["454"], source: .cpt, .general,
            reads: [.lineProcedure, .lineRoute, .treatmentRoute, .lineFrom] + Field.statedTexts,
            accepts: { [.sample, .intramuscular, .onlyDescribed("KETAMINE HCL 35 MG IV")] },
            rejects: {
                [
                    .onlyDescribed("KETAMINE HCL 35 MG IM").under("generic"), .intramuscular.coded("96365"),
                    .officeVisit.withService("96374").with(.lineRoute, row: 2, "SC"),
                ]
            },
            alongside: ["MD-002", "TM-001"]
        ) { claim in claim.veinCodeProblems }
        Rule(
            "PX-016", "The payer covers the route",
            fault: "Route not covered by the payer", .warning,
            prevents: [.carc("96"), .carc("204")], source: .emerge, .verified, scope: .ketamineClaim,
            reads: [.lineRoute, .treatmentRoute, .lineProcedure, .payerPolicy] + Field.statedTexts,
            accepts: { [.sample, .intramuscular, .onlyDescribed("KETAMINE HCL 35 MG IV")] },
            rejects: {
                [
                    .intramuscular.coveringVeins,
                    .onlyDescribed("KETAMINE HCL 35 MG IM").coded("96372").coveringVeins,
                ]
            }
        ) { claim in claim.uncoveredRoute }
        Rule(
            "PX-037", "The line's route is the one in the chart",
            fault: "Line's route differs from the chart's", .warning,
            prevents: [.carc("16"), .rarc("N56")], source: .design, .general, scope: .ketamineClaim,
            reads: [.lineRoute, .treatmentRoute, .lineAdministration, .lineProcedure],
            accepts: { [.sample, .sample.without(.lineRoute)] },
            rejects: { [.sample.with(.treatmentRoute, "IM")] }
        ) { claim in claim.routeMismatches }
    }
}

private let verifiedList: @Sendable (inout PolicySettings) -> Void = {
    $0.acceptedAdministrationCodes = Setting(["96365", "96366"])
    $0.administrationCodesAreExhaustive = Setting(true)
}

extension ClaimExample {
    /// The same to a payer that covers only what goes into a vein.
    fileprivate var coveringVeins: ClaimExample { whenPolicy { $0.routesCovered = Setting(["IVI", "IVP"]) } }
}
