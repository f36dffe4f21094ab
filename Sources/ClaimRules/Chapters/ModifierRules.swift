import ClaimModel
import CodeSets

extension Chapter {
    static let modifier = Chapter("Modifier") {
        Rule(
            "MD-001", "Ketamine and its administration have no anesthesia modifier",
            fault: "Anesthesia modifier on psychiatric ketamine", .error,
            prevents: [.carc("4"), .carc("11")], rejectedAs: ["453"], source: .article, .article, elsewhere: .cpt,
            scope: .psychiatricKetamineClaim,
            reads: modifierFields + [.lineProcedure, .lineDrugName, .treatmentDrug, .treatmentIndication],
            accepts: { [.sample, .officeVisit.withService("00104").with(.lineModifier1, row: 2, "AA")] },
            rejects: {
                [
                    .sample.with(.lineModifier1, "QS"), .sample.with(.lineModifier2, row: 1, "P2"),
                    .anesthesia.with(.lineModifier1, "QS"),
                ]
            },
            alongside: ["PX-002"]
        ) { claim in
            let ketamine = Set(claim.ketamineAndAdministrationLines.map(\.row) + claim.mistakenAnesthesia.map(\.row))
            return claim.modifiers { $0.isAdministration || ketamine.contains($0.row) }.filter(\.isAnesthesia).map {
                one in
                .conflict(
                    one.field, row: one.line.row, with: claim.ketaminePlaces,
                    "Line \(one.line.number): \(one.code) is an anesthesia modifier.",
                    remedy: "Delete the modifier: the treatment is psychiatric.", fixes: [claim.takingOut(one)])
            }
        }
        Rule(
            "MD-002", "A visit on the day of an infusion or injection has modifier 25",
            fault: "Visit without modifier 25 on the day of an infusion", .error,
            note: "A warning where the other provider's specialty is not known.",
            prevents: [.carc("97"), .carc("4")], rejectedAs: ["453"], source: .modifier25, .general,
            reads: modifierFields + [.lineProcedure, .lineFrom, .lineRenderingNPI, .renderingNPI, .renderingTaxonomy],
            accepts: {
                [
                    .sample.withService("99214").with(.lineModifier1, row: 2, "25"), .officeVisit,
                    .sample.withService("99211"),
                ]
            },
            rejects: {
                [
                    .sample.withService("99214"), .officeVisit.only("99213").after(.sample, .submitted),
                    .officeVisit.only("99213").withService("96401"),
                ]
            }
        ) { claim in
            claim.lines.filter { $0.isEvaluationAndManagement && $0.code != "99211" && !$0.has("25") }
                .compactMap { claim.missing25($0) }
        }
        Rule(
            "MD-003", "Modifier 25 is on a visit, with another service that day",
            fault: "Modifier 25 not on a visit, or with no other service", .warning,
            prevents: [.carc("4")], source: .modifier25, .general, reads: modifierFields + [.lineProcedure, .lineFrom],
            accepts: { [.sample.withService("99214").with(.lineModifier1, row: 2, "25")] },
            rejects: {
                [.sample.with(.lineModifier1, "25"), .officeVisit.withoutLine(1).with(.lineModifier1, "25")]
            }
        ) { claim in claim.modifiers { _ in true }.filter { $0.code == "25" }.compactMap { claim.idle25($0) } }
        Rule(
            "MD-004", "A distinct service has one modifier for it, and its reason",
            fault: "Distinct service: modifiers redundant or unexplained", .warning,
            prevents: [.carc("4"), .carc("236")], source: .cpt, .general,
            reads: modifierFields + [.lineProcedure, .lineDescription, .lineNarrative],
            accepts: {
                [.sample, .sample.with(.lineModifier1, "59").with(.lineDescription, "SECOND VEIN, LEFT ARM")]
            },
            rejects: {
                [
                    .sample.with(.lineModifier1, "59"),
                    .officeVisit.with(.lineModifier1, "59").with(.lineModifier2, "XE"),
                ]
            }
        ) { claim in claim.lines.compactMap { claim.distinctProblem($0) } }
        Rule(
            "MD-005", "A multi-dose vial has no wastage modifier",
            fault: "Wastage modifier on a multi-dose vial", .error,
            note: "A warning where no source says that the vial is multi-dose.",
            prevents: [.carc("4")], rejectedAs: ["453"], source: .wastage, .verified,
            reads: modifierFields + [.lineNDC],
            accepts: { [.sample, .sample.with(.lineNDC, row: 1, "00409205115")] },
            rejects: {
                [
                    .sample.with(.lineNDC, row: 1, "00409205115").with(.lineModifier1, row: 1, "JW"),
                    .sample.with(.lineNDC, row: 1, "55150043910").with(.lineModifier1, row: 1, "JZ"),
                ]
            },
            alongside: ["MD-017", "ND-007"]
        ) { claim in
            claim.modifiers { $0.product?.container == .multiDose }.filter(\.isWaste).map { one in
                .conflict(
                    one.field, row: one.line.row, with: [Place(.lineNDC, row: one.line.row)],
                    severity: one.line.product?.isContainerSourced == true ? nil : .warning,
                    "Line \(one.line.number): \(one.code) on a multi-dose vial.",
                    remedy: "Delete the modifier: wastage is billed from single-dose containers only.",
                    fixes: [claim.takingOut(one)])
            }
        }
        Rule(
            "MD-006", "A single-dose drug has JW or JZ where the payer requires it",
            fault: "Single-dose drug without JW or JZ", .warning,
            prevents: [.carc("4"), .rarc("N822")], source: .wastage, .verified,
            reads: modifierFields + [.lineNDC, .payerPolicy, .filingIndicator],
            accepts: { [.sample, spravato.with(.lineModifier1, row: 2, "JZ").whenPolicy(asksForWaste), spravato] },
            rejects: { [spravato.whenPolicy(asksForWaste), .medicare(spravato)] },
            alongside: ["ND-014"]
        ) { claim in claim.missingWasteModifiers }
        Rule(
            "MD-007", "Every modifier exists, is valid, and is on its line once",
            fault: "Modifier unknown, not valid, or repeated", .error,
            note: "A warning if the modifiers of the service date are not loaded.",
            prevents: [.carc("182")], rejectedAs: ["453"], source: .hcpcsFile, .general,
            reads: modifierFields + [.lineFrom, .lineProcedure],
            accepts: {
                [
                    .sample, .sample.withService("99214").with(.lineModifier1, row: 2, "25"),
                    .sample.withService("A0427").with(.lineModifier1, row: 2, "RH"),
                ]
            },
            rejects: {
                [
                    .sample.with(.lineModifier1, "2"), .sample.with(.lineModifier1, "0Q"),
                    .sample.with(.lineModifier1, "59").with(.lineModifier2, "59"), .sample.with(.lineModifier1, "MA"),
                ]
            },
            alongside: ["MD-004"]
        ) { claim in claim.modifierProblems }
        Rule(
            "MD-008", "An infusion or injection is not telehealth",
            fault: "Infusion or injection billed as telehealth", .warning,
            prevents: [.carc("5")], source: .cpt, .general,
            reads: modifierFields + [.lineProcedure, .linePlaceOfService, .placeOfService],
            accepts: { [.sample, .officeVisit.with(.lineModifier1, "95").with(.placeOfService, "10")] },
            rejects: { [.sample.with(.lineModifier1, "95"), .sample.with(.linePlaceOfService, "10")] }
        ) { claim in claim.telehealthProblems }
        Rule(
            "MD-009", "Only anesthesia bills its units in minutes",
            fault: "Minutes billed for a service that is not anesthesia", .error,
            prevents: [.carc("16"), .rarc("M53")], rejectedAs: ["476"], source: .professionalGuide, .general,
            reads: [.lineUnitBasis, .lineProcedure],
            accepts: { [.sample, .officeVisit.withService("00104").with(.lineUnitBasis, row: 2, "MJ")] },
            rejects: { [.sample.with(.lineUnitBasis, "MJ")] }
        ) { claim in
            claim.lines.compactMap { line in
                guard line.line.unitBasis.value == .minutes, let code = line.code, !line.kinds.contains(.anesthesia)
                else { return nil }
                return .conflict(
                    .lineUnitBasis, row: line.row, with: [line.place],
                    "Line \(line.number): minutes (MJ) billed, but \(code) is not anesthesia.",
                    remedy: "Set the unit basis to UN.", fixes: [.replace(.lineUnitBasis, row: line.row, with: "UN")])
            }
        }
        Rule(
            "MD-010", "The ketamine is given at a place of service that payers accept",
            fault: "Place of service unusual for ketamine", .warning,
            prevents: [.carc("5"), .carc("58"), .rarc("M77")], source: .placesOfService, .general,
            scope: .ketamineClaim,
            reads: [.lineProcedure, .linePlaceOfService, .placeOfService, .payerPolicy],
            accepts: { [.sample, .sample.with(.placeOfService, "49"), .officeVisit.with(.placeOfService, "12")] },
            rejects: {
                [
                    .sample.with(.placeOfService, "12"), .sample.with(.placeOfService, "99"),
                    .sample.with(.placeOfService, "49").whenPolicy { $0.placesOfService = Setting(["11"]) },
                ]
            }
        ) { claim in claim.unusualPlaces }
    }
}

private let modifierFields = Field.lineModifiers
private let asksForWaste: @Sendable (inout PolicySettings) -> Void = { $0.wasteModifiers = Setting(true) }
private let spravato = ClaimExample.officeVisit.withLine([
    .lineFrom: "11/10/2026", .lineProcedure: "J0013", .linePointers: "A", .lineCharge: "900.00", .lineUnits: "56",
    .lineDrugName: "ESKETAMINE", .lineNDC: "50458-028-02", .lineNDCUnit: "UN", .lineNDCQuantity: "1",
]).whenPolicy { $0.wasteModifiers = nil }
