import ClaimModel
import CodeSets

extension Chapter {
    /// What every line of every claim needs.
    static let serviceLine = Chapter("Procedure: service lines") {
        Rule(
            "PX-031", "The claim has a service line", .error,
            prevents: [.carc("16"), .rarc("M51")], rejectedAs: ["454"], source: .professionalGuide, .general,
            reads: [.lineProcedure],
            accepts: { [.sample] },
            rejects: { [.officeVisit.withoutLine(1).withoutLine(0)] }
        ) { claim in
            guard claim.writtenLines.isEmpty else { return [] }
            return [
                .missing(
                    .lineProcedure, "The claim bills no service.",
                    remedy: "Enter what was done, one line for each code.")
            ]
        }
        Rule(
            "PX-032", "Every line has its date of service", .error,
            prevents: [.carc("16"), .rarc("M52")], rejectedAs: ["187"], source: .cms1500, .general, reads: [.lineFrom],
            accepts: { [.sample, .sample.with(.lineFrom, "t-13")] },
            rejects: { [.sample.without(.lineFrom), .sample.with(.lineFrom, "13/45/2026")] }
        ) { claim in
            claim.lineProblems(.lineFrom, whenBlank: "no date of service", remedy: "Enter the day of the service.")
        }
        Rule(
            "PX-033", "Every line has a place of service, its own or the claim's", .error,
            prevents: [.carc("16"), .rarc("M77")], rejectedAs: ["249"], source: .cms1500, .general,
            reads: [.placeOfService, .linePlaceOfService],
            accepts: { [.sample] },
            rejects: { [.sample.without(.placeOfService), .sample.with(.linePlaceOfService, "XX")] }
        ) { claim in
            let remedy = "Enter the two digits of the place: 11 is the office."
            let lines = claim.lineProblems(.linePlaceOfService, remedy: remedy)
            let isNeeded = claim.writtenLines.isEmpty || claim.writtenLines.contains { $0.line.placeOfService.isEmpty }
            let place = Place(.placeOfService)
            return lines + [claim.problem(at: place, required: isNeeded, remedy: remedy)].compactMap { $0 }
        }
        Rule(
            "PX-034", "Every line has a procedure code", .error,
            prevents: [.carc("16"), .rarc("M51")], rejectedAs: ["454"], source: .cms1500, .general,
            reads: [.lineProcedure],
            accepts: { [.sample, .sample.coded("j3490")] },
            rejects: { [.sample.without(.lineProcedure), .sample.coded("9636"), .sample.coded("Z1234")] }
        ) { claim in
            claim.lineProblems(
                .lineProcedure, whenBlank: "no procedure code", remedy: "Enter the CPT or HCPCS code (F2).")
        }
        Rule(
            "PX-035", "Every line has a charge", .error,
            prevents: [.carc("16"), .rarc("M79")], rejectedAs: ["178"], source: .cms1500, .general,
            reads: [.lineCharge],
            accepts: { [.sample] },
            rejects: { [.sample.without(.lineCharge), .sample.with(.lineCharge, "two hundred")] }
        ) { claim in
            claim.lineProblems(
                .lineCharge, whenBlank: "no charge", remedy: "Enter dollars and cents for the whole line.")
        }
        Rule(
            "PX-036", "A line without a real charge is meant so", .warning,
            prevents: [.carc("16"), .rarc("M79")], source: .cms1500, .general, reads: [.lineCharge, .lineProcedure],
            accepts: { [.sample, .officeVisit.withService("3725F", charge: "0.00")] },
            rejects: { [.sample.with(.lineCharge, row: 1, "0.00"), .sample.with(.lineCharge, row: 1, "0.01")] }
        ) { claim in
            claim.lines.compactMap { line in
                guard let charge = line.line.charge.value, charge <= Money(cents: 1), !line.isQualityMeasure
                else { return nil }
                return .wrong(
                    .lineCharge, row: line.row, "Line \(line.number) charges \(charge.currency).",
                    remedy: line.isDrugLine
                        ? "Where the drug was supplied free, let it stand with that reason; else enter the charge."
                        : "Enter the charge, or let it stand with the reason.")
            }
        }
        Rule(
            "PX-039", "Every line has its units", .error,
            prevents: [.carc("16"), .rarc("M53")], rejectedAs: ["476"], source: .cms1500, .general,
            reads: [.lineUnits],
            accepts: { [.sample] },
            rejects: { [.sample.without(.lineUnits)] }
        ) { claim in
            claim.writtenLines.filter { $0.line.units.isEmpty }.map { line in
                .missing(
                    .lineUnits, row: line.row, "Line \(line.number) has no units.",
                    remedy: "Enter how often, or how many of the code's units.")
            }
        }
        Rule(
            "XF-008", "The total is above zero and not below what was paid", .error,
            note: "A warning where the total is zero.",
            prevents: [.carc("16"), .rarc("M54")], rejectedAs: ["178"], source: .cms1500, .general,
            reads: [.lineCharge, .amountPaid],
            accepts: { [.sample, .sample.with(.amountPaid, "40.00")] },
            rejects: {
                [.sample.with(.amountPaid, "255.01"), .officeVisit.withoutLine(1).with(.lineCharge, "0.00")]
            },
            alongside: ["PX-036"]
        ) { claim in claim.totalProblems }
    }
}

extension LineFacts {
    /// A category II code reports a measure, and charges nothing.
    fileprivate var isQualityMeasure: Bool { code?.last == "F" }
}

extension ClaimFacts {
    /// The total itself is computed, and so cannot differ from its lines.
    fileprivate var totalProblems: [Problem] {
        let charges = writtenLines.compactMap(\.line.charge.value)
        guard !charges.isEmpty, charges.count == writtenLines.count else { return [] }
        let total = charges.reduce(.zero, +)
        if total == .zero {
            return [
                .wrong(
                    .lineCharge, row: writtenLines[0].row, severity: .warning, "The claim's total is $0.00.",
                    remedy: "Enter the charges, or let it stand with the reason.")
            ]
        }
        guard let paid = draft.identity.amountPaid.value, paid > total else { return [] }
        return [
            .conflict(
                .amountPaid, with: writtenLines.map { Place(.lineCharge, row: $0.row) },
                "The amount paid, \(paid.currency), is more than the total of \(total.currency).",
                remedy: "Correct the amount or the charges.")
        ]
    }
}
