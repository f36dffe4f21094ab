import ClaimModel
import CodeSets

extension Chapter {
    /// Whether a line's code and place of service are valid by themselves.
    static let procedureCode = Chapter("Procedure: codes and places") {
        Rule(
            "PX-005", "An unlisted code has a description",
            fault: "Unlisted code without a description", .warning,
            prevents: [.carc("16"), .rarc("N350")], source: .cpt, .general,
            reads: [.lineDescription] + Scope.psychiatricKetamineClaim.reads,
            accepts: {
                [.sample, .officeVisit.withService("90899").with(.lineDescription, row: 2, "GENETIC TEST REVIEW")]
            },
            rejects: { ["64999", "90899", "96379"].map { .officeVisit.withService($0) } },
            alongside: ["MD-002"]
        ) { claim in
            claim.lines.compactMap { line in
                let isWrongTrack = line.kinds.contains(.anesthesia) && claim.isJudged(by: .psychiatricKetamineClaim)
                guard line.kinds.contains(.unlisted), !line.kinds.contains(.unlistedDrug), !isWrongTrack,
                    line.line.description.isEmpty, line.line.narrative.isEmpty
                else { return nil }
                return .missing(
                    .lineDescription, row: line.row,
                    "Line \(line.number): unlisted code \(line.code ?? "") has no description.",
                    remedy: "Describe what was done, in plain words. The code alone does not say.")
            }
        }
        Rule(
            "PX-020", "An infusion in a facility is not billed by the professional",
            fault: "Infusion in a facility billed by the professional", .warning,
            prevents: [.carc("5"), .carc("97")], source: .codingAhead, .verified,
            reads: [.lineProcedure, .linePlaceOfService, .placeOfService],
            accepts: { [.sample, .officeVisit.with(.placeOfService, "22")] },
            rejects: { ["19", "21", "22", "23", "24"].map { .sample.with(.placeOfService, $0) } },
            alongside: ["PV-008"]
        ) { claim in
            claim.placeProblems(in: ["19", "21", "22", "23", "24"], of: [.administration, .hydration]) { line, place in
                "Line \(line.number): facility bills \(line.code ?? "") at \(place)."
            } remedy: {
                "Delete the line, or correct the place of service."
            }
        }
        Rule(
            "PX-025", "Every code is valid on its date of service",
            fault: "Code not valid on the date of service", .error,
            prevents: [.carc("181")], rejectedAs: ["454"], source: .cpt, .general, reads: [.lineProcedure, .lineFrom],
            accepts: { [.sample, .officeVisit] },
            rejects: { [.officeVisit.coded("99201"), .officeVisit.withService("99354")] }
        ) { claim in claim.lines.compactMap { claim.expiredCode($0) } }
        Rule(
            "PX-030", "A professional claim has no revenue code",
            fault: "Revenue code on a professional claim", .warning,
            prevents: [.carc("16"), .rarc("M50")], source: .cms1500, .general, reads: [.lineRevenueCode],
            accepts: { [.sample] },
            rejects: { [.sample.with(.lineRevenueCode, "0636")] }
        ) { claim in
            claim.lines.filter { !$0.line.revenueCode.isEmpty }.map { line in
                .wrong(
                    .lineRevenueCode, row: line.row,
                    "Line \(line.number): revenue code \(line.line.revenueCode.text) belongs on a UB-04.",
                    remedy: "Clear the revenue code.",
                    fixes: [Fix("clear the revenue code", [Fix.Edit(.lineRevenueCode, row: line.row, "")])])
            }
        }
        Rule(
            "PX-040", "Every place of service is on the CMS list",
            fault: "Place of service not on the CMS list", .error,
            prevents: [.carc("16"), .rarc("M77")], rejectedAs: ["249"], source: .placesOfService, .general,
            reads: [.placeOfService, .linePlaceOfService],
            accepts: { [.sample, .officeVisit.with(.linePlaceOfService, "10")] },
            rejects: { [.sample.with(.placeOfService, "98"), .sample.with(.linePlaceOfService, row: 1, "97")] }
        ) { claim in claim.unknownPlaces }
        Rule(
            "PX-041", "Every procedure code is in CPT or HCPCS",
            fault: "Procedure code not in the code set", .warning,
            note: "An error if the code set of the service date is loaded and does not have the code, except a local "
                + "code on a workers' compensation or auto claim. A note if the code set is not loaded.",
            prevents: [.carc("181"), .carc("16"), .rarc("M51")], rejectedAs: ["454"], source: .design, .general,
            reads: [.lineProcedure, .lineFrom, .filingIndicator, .employmentRelated, .autoAccident],
            accepts: {
                ["A0429", "D0120", "E0601", "G0008", "J9999", "L3908", "Q5103", "S9083", "T1015", "V2020"].map {
                    .officeVisit.withService($0)
                }
            },
            rejects: {
                [
                    .sample.withService("12345"), .sample.withService("J9997").loading(.hcpcs),
                    .officeVisit.withService("J9998"),
                    .officeVisit.dated("02/10/2026").withService("L9998", on: "02/10/2026"),
                    .officeVisit.withService("00050"),
                ]
            }
        ) { claim in claim.unknownCodes }
        Rule(
            "PX-043", "A visit code matches the place of service",
            fault: "Visit code does not match the place of service", .warning,
            prevents: [.carc("5"), .rarc("M77")], rejectedAs: ["249"], source: .placesOfService, .general,
            reads: [.lineProcedure, .linePlaceOfService, .placeOfService],
            accepts: { [.officeVisit, .officeVisit.with(.placeOfService, "22")] },
            rejects: {
                [
                    .officeVisit.coded("99284"), .officeVisit.coded("99222"), .officeVisit.coded("99309"),
                    .officeVisit.coded("99349"), .officeVisit.with(.placeOfService, "21"),
                ]
            },
            alongside: ["PV-008", "TM-018"]
        ) { claim in claim.visitsElsewhere }
        Rule(
            "PX-052", "A preventive visit has the code for the patient's age",
            fault: "Preventive visit for another age", .warning,
            prevents: [.carc("6")], source: .commonPractice, .general,
            reads: [.lineProcedure, .lineFrom, .patientBirthDate],
            accepts: {
                [
                    .officeVisit, .officeVisit.coded("99395").without(.patientBirthDate),
                    .officeVisit.coded("99392").with(.patientBirthDate, "10/02/2024"),
                ]
            },
            rejects: { [.officeVisit.coded("99392"), .officeVisit.coded("99387")] }
        ) { claim in claim.lines.compactMap(claim.preventiveProblem) }
    }
}

extension ClaimFacts {
    /// Visits, and the places of service that their codes are for.
    private static let visitPlaces: [(codes: ClosedRange<String>, places: Set<String>, text: String)] = [
        ("99221"..."99223", inpatient, "in a hospital"), ("99231"..."99239", inpatient, "in a hospital"),
        ("99281"..."99285", ["23"], "in an emergency room"),
        ("99304"..."99316", ["31", "32", "54", "56", "61", "02", "10"], "in a nursing facility"),
        ("99341"..."99350", ["04", "12", "13", "14", "16", "33", "55", "02", "10"], "at home"),
    ]

    private static let inpatient: Set<String> = [
        "02", "06", "08", "21", "22", "25", "26", "34", "51", "52", "55", "56", "61",
    ]

    /// The ages, in years, of 99381 and 99391, of 99382 and 99392, and so on.
    private static let preventiveAges = [0...0, 1...4, 5...11, 12...17, 18...39, 40...64, 65...150]

    fileprivate func preventiveProblem(_ line: LineFacts) -> Problem? {
        guard let code = line.code, let last = code.last?.wholeNumberValue,
            ["9938", "9939"].contains(code.dropLast()), ClaimFacts.preventiveAges.indices.contains(last - 1),
            let birth = draft.patient.birthDate.value?.day, let day = line.day, birth <= day
        else { return nil }
        let (age, ages) = (birth.years(to: day), ClaimFacts.preventiveAges[last - 1])
        guard !ages.contains(age) else { return nil }
        let text =
            switch last {
            case 1: "under 1 year"
            case 7: "65 and over"
            default: "ages \(ages.lowerBound) to \(ages.upperBound)"
            }
        let right = ClaimFacts.preventiveAges.firstIndex { $0.contains(age) }.map { "\(code.dropLast())\($0 + 1)" }
        return .conflict(
            .lineProcedure, row: line.row, with: [Place(.patientBirthDate)],
            "Line \(line.number): \(code) is for \(text); the patient is \(age).",
            remedy: right.map { "Check the birth date. At \(age) the code is \($0)." } ?? "Check the birth date.")
    }

    fileprivate var visitsElsewhere: [Problem] {
        lines.compactMap { line in
            guard let code = line.code, let place = line.placeOfService?.text else { return nil }
            let text: String
            if let visit = ClaimFacts.visitPlaces.first(where: { $0.codes.contains(code) }) {
                guard !visit.places.contains(place) else { return nil }
                text = "is a visit \(visit.text)"
            } else {
                guard line.kinds.contains(.officeVisit), ["21", "51", "61"].contains(place) else { return nil }
                text = "is an office visit"
            }
            // A place that does not exist is another rule's finding.
            guard books.placeOfService(place) != nil else { return nil }
            let own = Place(.linePlaceOfService, row: line.row)
            return .conflict(
                .lineProcedure, row: line.row,
                with: [line.line.placeOfService.value == nil ? Place(.placeOfService) : own],
                "Line \(line.number): \(code) \(text), but the place is \(place).",
                remedy: "Correct the place of service, or bill the visit code of that place.")
        }
    }

    /// Lines of a kind that name one of these places of service.
    func placeProblems(
        in places: Set<String>, of kinds: ProcedureKinds, _ message: (LineFacts, String) -> String,
        remedy: () -> String
    ) -> [Problem] {
        lines.compactMap { line in
            guard let code = line.placeOfService?.text, places.contains(code), !line.kinds.isDisjoint(with: kinds)
            else { return nil }
            let text = message(line, books.placeOfService(code).map { "\(code) (\($0.label))" } ?? code)
            let advice = remedy()
            let own = Place(.linePlaceOfService, row: line.row)
            return .conflict(
                .lineProcedure, row: line.row,
                with: [line.line.placeOfService.value == nil ? Place(.placeOfService) : own], text, remedy: advice)
        }
    }

    /// Esketamine codes are checked by the drug rules.
    fileprivate func expiredCode(_ line: LineFacts) -> Problem? {
        guard let entry = line.entry, let day = line.day, !entry.isValid(on: day), !line.kinds.contains(.esketamine)
        else { return nil }
        let isOver = entry.validTo.map { $0 < day } ?? false
        return .conflict(
            .lineProcedure, row: line.row, with: [Place(.lineFrom, row: line.row)],
            isOver
                ? "Line \(line.number): \(entry.code) ended on \(entry.validTo?.description ?? "")."
                : "Line \(line.number): \(entry.code) begins on \(entry.validFrom?.description ?? "").",
            remedy: "Bill the code that is valid on \(day).")
    }

    fileprivate var unknownPlaces: [Problem] {
        let places = [Place(.placeOfService)] + lines.map { Place(.linePlaceOfService, row: $0.row) }
        return places.compactMap { place in
            guard let code = draft.state(at: place).value, books.placeOfService(code) == nil else { return nil }
            return .wrong(
                place.field, row: place.row, "\(code) is not a place of service code.",
                remedy: "Choose one from the CMS list (F2): 11 is the office.")
        }
    }
}
