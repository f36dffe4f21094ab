import ClaimModel

extension Chapter {
    /// Accidents, and the order in which the days of a life and of a treatment can follow one another.
    static let circumstances = Chapter("Accidents and dates") {
        Rule(
            "PT-009", "An accident is told with its date and state", .error,
            note: "A warning where only work is named: some payers take that without the date.",
            prevents: [.carc("20"), .carc("19"), .carc("21")], rejectedAs: ["248"], source: .cms1500, .general,
            reads: [.employmentRelated, .autoAccident, .otherAccident, .autoAccidentState, .accidentDate],
            accepts: { [.sample, .autoAccident] },
            rejects: {
                [
                    .autoAccident.without(.autoAccidentState), .sample.with(.otherAccident, "Y"),
                    .sample.with(.employmentRelated, "Y"),
                ]
            }
        ) { claim in claim.accidentProblems }
        Rule(
            "PT-017", "The accident was before the service, and its date stands beside an accident", .error,
            note: "A warning where a date or state is given and box 10 names no accident.",
            prevents: [.carc("16"), .carc("21")], rejectedAs: ["248"], source: .professionalGuide, .general,
            reads: [
                .accidentDate, .autoAccidentState, .employmentRelated, .autoAccident, .otherAccident, .lineFrom,
                .lineTo,
            ],
            accepts: { [.sample, .autoAccident] },
            rejects: {
                [
                    .autoAccident.with(.accidentDate, "11/12/2026"), .sample.with(.accidentDate, "10/02/2026"),
                    .sample.with(.autoAccidentState, "OH"),
                ]
            }
        ) { claim in claim.accidentContradictions }
        Rule(
            "PT-018", "The illness began before the service", .error,
            prevents: [.carc("16")], rejectedAs: ["648"], source: .professionalGuide, .general,
            reads: [.onsetDate, .lineFrom, .lineTo],
            accepts: { [.sample.with(.onsetDate, "11/10/2026")] },
            rejects: { [.sample.with(.onsetDate, "11/12/2026")] }
        ) { claim in
            guard let onset = claim.draft.accident.onset.value, let first = claim.firstDay, onset > first
            else { return [] }
            return [
                .conflict(
                    .onsetDate, with: [claim.firstDayPlace],
                    "The illness is said to begin on \(onset), after the service on \(first).",
                    remedy: "Correct the onset, or clear it where the payer does not ask.")
            ]
        }
        Rule(
            "PT-019", "Every service was given while the patient lived", .error,
            prevents: [.carc("13")], rejectedAs: ["159"], source: .professionalGuide, .general,
            reads: [.patientDeathDate, .lineFrom, .lineTo],
            accepts: { [.sample, .sample.with(.patientDeathDate, "11/10/2026")] },
            rejects: { [.sample.with(.patientDeathDate, "11/09/2026")] }
        ) { claim in
            guard let death = claim.draft.patient.deathDate.value, let last = claim.lastDay, last > death
            else { return [] }
            return [
                .conflict(
                    .patientDeathDate, with: [claim.lastDayPlace],
                    "The patient died on \(death), before the service on \(last).",
                    remedy: "Correct whichever date is wrong.")
            ]
        }
        Rule(
            "PT-020", "The date of death lies between birth and today", .error,
            prevents: [.carc("13"), .carc("16")], rejectedAs: ["159"], source: .professionalGuide, .general,
            reads: [.patientDeathDate, .patientBirthDate],
            accepts: { [.sample.with(.patientDeathDate, "11/20/2026")] },
            rejects: {
                [.sample.with(.patientDeathDate, "11/24/2026"), .sample.with(.patientDeathDate, "04/16/1981")]
            },
            alongside: ["PT-019"]
        ) { claim in
            guard let death = claim.draft.patient.deathDate.value else { return [] }
            if death > claim.today {
                return [
                    .wrong(
                        .patientDeathDate, "The date of death, \(death), is in the future.",
                        remedy: "Correct the date, or clear it.")
                ]
            }
            guard let birth = claim.draft.patient.birthDate.value?.day, death < birth else { return [] }
            return [
                .conflict(
                    .patientDeathDate, with: [Place(.patientBirthDate)],
                    "The date of death is before the birth date.", remedy: "Correct whichever date is wrong.")
            ]
        }
        Rule(
            "PV-014", "The provider signed after the service, and not in the future", .warning,
            prevents: [.carc("16"), .rarc("MA71")], rejectedAs: ["467"], source: .cms1500, .general,
            reads: [.providerSignatureDate, .lineFrom, .lineTo],
            accepts: { [.sample, .sample.with(.providerSignatureDate, "11/10/2026")] },
            rejects: {
                [
                    .sample.with(.providerSignatureDate, "11/09/2026"),
                    .sample.with(.providerSignatureDate, "11/24/2026"),
                ]
            }
        ) { claim in claim.signatureDateProblems }
        Rule(
            "TM-013", "Nothing that has happened lies in the future", .error,
            note: "A warning for what the claim file does not carry.",
            prevents: [.carc("16"), .carc("50")], rejectedAs: ["510"], source: .professionalGuide, .general,
            reads: Field.sentEvents + Field.chartEvents,
            accepts: { [.sample, .sample.with(.benefitsDate, "11/10/2026")] },
            rejects: {
                [
                    .autoAccident.with(.accidentDate, "12/02/2026"), .sample.with(.evaluatedOn, "12/01/2026"),
                    .sample.with(.scoreDate, "12/01/2026"),
                ]
            },
            alongside: ["PT-017"]
        ) { claim in claim.futureEvents }
        Rule(
            "TM-014", "Nothing that has happened lies before the patient's birth", .error,
            note: "A warning for what the claim file does not carry.",
            prevents: [.carc("14"), .carc("16")], rejectedAs: ["158"], source: .professionalGuide, .general,
            reads: [.patientBirthDate] + Field.sentEvents + Field.chartEvents,
            accepts: { [.sample] },
            rejects: {
                [.sample.with(.onsetDate, "04/16/1981"), .sample.with(.evaluatedOn, "10/15/1962")]
            }
        ) { claim in claim.eventsBeforeBirth }
    }
}

extension ClaimExample {
    /// The sample after an auto accident, all told.
    static let autoAccident = sample.with(.autoAccident, "Y").with(.autoAccidentState, "OH")
        .with(.accidentDate, "10/02/2026")
}
