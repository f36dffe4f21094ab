import ClaimModel
import CodeSets

extension Chapter {
    /// What every line of every claim needs.
    static let serviceLine = Chapter("Procedure: service lines") {
        Rule(
            "PX-031", "The claim has a service line",
            fault: "No service line", .error,
            prevents: [.carc("16"), .rarc("M51")], rejectedAs: ["454"], source: .professionalGuide, .general,
            reads: [.lineProcedure],
            accepts: { [.sample] },
            rejects: { [.officeVisit.withoutLine(1).withoutLine(0)] }
        ) { claim in
            guard claim.writtenLines.isEmpty else { return [] }
            return [
                .missing(
                    .lineProcedure, "No service line on this claim.",
                    remedy: "Enter what was done, one line per code.")
            ]
        }
        Rule(
            "PX-032", "Every line has a date of service",
            fault: "No valid date of service", .error,
            prevents: [.carc("16"), .rarc("M52")], rejectedAs: ["187"], source: .cms1500, .general, reads: [.lineFrom],
            accepts: { [.sample, .sample.with(.lineFrom, "t-13")] },
            rejects: { [.sample.without(.lineFrom), .sample.with(.lineFrom, "13/45/2026")] }
        ) { claim in
            claim.lineProblems(.lineFrom, whenBlank: "no date of service", remedy: "Enter the date of the service.")
        }
        Rule(
            "PX-033", "Every line has a place of service, its own or the claim's",
            fault: "No valid place of service", .error,
            prevents: [.carc("16"), .rarc("M77")], rejectedAs: ["249"], source: .cms1500, .general,
            reads: [.placeOfService, .linePlaceOfService],
            accepts: { [.sample] },
            rejects: { [.sample.without(.placeOfService), .sample.with(.linePlaceOfService, "XX")] }
        ) { claim in
            let remedy = "Enter the two-digit code of the place: 11 is the office."
            let lines = claim.lineProblems(.linePlaceOfService, remedy: remedy)
            let isNeeded = claim.writtenLines.isEmpty || claim.writtenLines.contains { $0.line.placeOfService.isEmpty }
            let place = Place(.placeOfService)
            return lines + [claim.problem(at: place, required: isNeeded, remedy: remedy)].compactMap { $0 }
        }
        Rule(
            "PX-034", "Every line has a procedure code",
            fault: "No valid procedure code", .error,
            prevents: [.carc("16"), .rarc("M51")], rejectedAs: ["454"], source: .cms1500, .general,
            reads: [.lineProcedure],
            accepts: { [.sample, .sample.coded("j3490")] },
            rejects: { [.sample.without(.lineProcedure), .sample.coded("9636"), .sample.coded("Z1234")] }
        ) { claim in
            claim.lineProblems(
                .lineProcedure, whenBlank: "no procedure code", remedy: "Enter the CPT or HCPCS code (F2).")
        }
        Rule(
            "PX-035", "Every line has a charge",
            fault: "No valid charge", .error,
            prevents: [.carc("16"), .rarc("M79")], rejectedAs: ["178"], source: .cms1500, .general,
            reads: [.lineCharge],
            accepts: { [.sample] },
            rejects: { [.sample.without(.lineCharge), .sample.with(.lineCharge, "two hundred")] }
        ) { claim in
            claim.lineProblems(
                .lineCharge, whenBlank: "no charge", remedy: "Enter dollars and cents for the whole line.")
        }
        Rule(
            "PX-036", "A line that charges nothing, or one cent, is intended",
            fault: "Charge of zero or one cent", .warning,
            prevents: [.carc("16"), .rarc("M79")], source: .cms1500, .general,
            reads: [.lineCharge, .lineProcedure, .claimPurpose] + Field.lineModifiers,
            accepts: {
                [
                    .sample, .officeVisit.withService("3725F", charge: "0.00"),
                    .officeVisit.withService("90700", charge: "0.01").with(.lineModifier1, row: 2, "SL"),
                    .officeVisit.withService("T1015").with(.lineCharge, "0.00").with(.lineCharge, row: 1, "0.00"),
                    .officeVisit.withService("99024", charge: "0.00"),
                    .officeVisit.with(.lineCharge, "0.00").with(.claimPurpose, "RP"),
                ]
            },
            rejects: { [.sample.with(.lineCharge, row: 1, "0.00"), .sample.with(.lineCharge, row: 1, "0.01")] }
        ) { claim in
            claim.lines.compactMap { line in
                guard let charge = line.line.charge.value, charge <= Money(cents: 1), !line.chargesNothing,
                    !claim.isEncounter, line.code == "T1015" || !claim.lines.contains(where: { $0.code == "T1015" })
                else { return nil }
                return .wrong(
                    .lineCharge, row: line.row, "Line \(line.number) charges \(charge.currency).",
                    remedy: line.isDrugLine
                        ? "Enter the charge. If the drug was supplied free, override with that reason."
                        : "Enter the charge, or override with the reason.")
            }
        }
        Rule(
            "PX-039", "Every line has units",
            fault: "No units", .error,
            prevents: [.carc("16"), .rarc("M53")], rejectedAs: ["476"], source: .cms1500, .general,
            reads: [.lineUnits],
            accepts: { [.sample] },
            rejects: { [.sample.without(.lineUnits)] }
        ) { claim in
            claim.writtenLines.filter { $0.line.units.isEmpty }.map { line in
                .missing(
                    .lineUnits, row: line.row, "Line \(line.number) has no units.",
                    remedy: "Enter how many of the code's units were given.")
            }
        }
        Rule(
            "XF-008", "The claim total is above zero and not below the amount paid",
            fault: "Claim total is zero or below the amount paid", .error,
            note: "A warning where the total is zero.",
            prevents: [.carc("16"), .rarc("M54")], rejectedAs: ["178"], source: .cms1500, .general,
            reads: [.lineCharge, .lineProcedure, .amountPaid, .claimPurpose],
            accepts: {
                [
                    .sample, .sample.with(.amountPaid, "40.00"), .freeOfCharge.coded("99024"),
                    .freeOfCharge.with(.claimPurpose, "RP"),
                ]
            },
            rejects: {
                [.sample.with(.amountPaid, "255.01"), .freeOfCharge]
            },
            alongside: ["PX-036"]
        ) { claim in claim.totalProblems }
    }
}

extension LineFacts {
    /// A quality measure (category II), a visit within the global period of an operation (99024), or a vaccine that the
    /// state supplied (SL). What a clinic visit (T1015) pays for is on its other lines, at no charge.
    fileprivate var chargesNothing: Bool { code?.last == "F" || code == "99024" || has("SL") }
}

extension ClaimExample {
    fileprivate static let freeOfCharge = officeVisit.withoutLine(1).with(.lineCharge, "0.00")
}

extension ClaimFacts {
    /// Reported under capitation, and not to be paid (837P BHT06).
    var isEncounter: Bool { draft.identity.purpose.value == .encounter }

    /// The total is computed, so it cannot differ from its lines.
    fileprivate var totalProblems: [Problem] {
        let charges = writtenLines.compactMap { $0.line.charge.value }
        guard !charges.isEmpty, charges.count == writtenLines.count else { return [] }
        let total = charges.reduce(.zero, +)
        if total == .zero {
            guard !isEncounter, !writtenLines.allSatisfy(\.chargesNothing) else { return [] }
            return [
                .wrong(
                    .lineCharge, row: writtenLines[0].row, severity: .warning, "The claim total is $0.00.",
                    remedy: "Enter the charges, or override with the reason.")
            ]
        }
        guard let paid = draft.identity.amountPaid.value, paid > total else { return [] }
        return [
            .conflict(
                .amountPaid, with: writtenLines.map { Place(.lineCharge, row: $0.row) },
                "Amount paid \(paid.currency) is more than the claim total \(total.currency).",
                remedy: "Correct the amount or the charges.")
        ]
    }
}
