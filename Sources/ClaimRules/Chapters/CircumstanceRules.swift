import ClaimModel

extension Chapter {
    /// Accidents, and dates that contradict each other.
    static let circumstances = Chapter("Accidents and dates") {
        Rule(
            "PT-009", "An accident has its date and state",
            fault: "Accident without its date or state", .error,
            note: "A warning if only employment is Y: some payers accept that without the date.",
            prevents: [.carc("20"), .carc("19"), .carc("21")], rejectedAs: ["248"], source: .cms1500, .general,
            reads: [.employmentRelated, .autoAccident, .otherAccident, .autoAccidentState, .accidentDate, .onsetDate],
            accepts: {
                [.sample, .autoAccident, .sample.with(.employmentRelated, "Y").with(.onsetDate, "11/01/2026")]
            },
            rejects: {
                [
                    .autoAccident.without(.autoAccidentState), .sample.with(.otherAccident, "Y"),
                    .sample.with(.employmentRelated, "Y"),
                ]
            }
        ) { claim in claim.accidentProblems }
        Rule(
            "PT-017", "The accident date is before the service, and box 10 names an accident",
            fault: "Accident date or state conflicts with the claim", .error,
            note: "A warning if a date or state is entered and box 10 names no accident.",
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
            "PT-029", "A claim to workers' compensation or an auto insurer names its accident and claim number",
            fault: "Accident or its claim number missing", .warning,
            prevents: [.carc("16")], rejectedAs: ["248"], source: .professionalGuide, .general,
            reads: [.filingIndicator, .employmentRelated, .autoAccident, .accidentClaimNumber],
            accepts: { [.sample, .employed, .insuredByAuto] },
            rejects: {
                [
                    .employed.without(.accidentClaimNumber), .insuredByAuto.without(.accidentClaimNumber),
                    .sample.with(.filingIndicator, "AM"),
                ]
            },
            alongside: ["PY-011"]
        ) { claim in claim.missingAccidentFacts }
        Rule(
            "PT-018", "The illness began before the service",
            fault: "Onset after the service date", .error,
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
                    "Onset \(onset) is after the service on \(first).",
                    remedy: "Correct the onset, or clear it if the payer does not ask for it.")
            ]
        }
        Rule(
            "PT-019", "Every service was rendered before the patient died",
            fault: "Service after the date of death", .error,
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
                    "Date of death \(death) is before the service on \(last).",
                    remedy: "Correct the wrong date.")
            ]
        }
        Rule(
            "PT-020", "The date of death is between birth and today",
            fault: "Date of death in the future or before birth", .error,
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
                        .patientDeathDate, "Date of death \(death) is in the future.",
                        remedy: "Correct the date, or clear it.")
                ]
            }
            guard let birth = claim.draft.patient.birthDate.value?.day, death < birth else { return [] }
            return [
                .conflict(
                    .patientDeathDate, with: [Place(.patientBirthDate)],
                    "Date of death is before the birth date.", remedy: "Correct the wrong date.")
            ]
        }
        Rule(
            "PV-014", "The provider signed after the service, and not in the future",
            fault: "Provider signature date in the future or before service", .warning,
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
            "TM-013", "No past event is dated in the future",
            fault: "Past event dated in the future", .error,
            note: "A warning for dates that are not in the claim file.",
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
            "TM-014", "No event is dated before the patient's birth",
            fault: "Event dated before the patient's birth", .error,
            note: "A warning for dates that are not in the claim file.",
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
    /// The sample after an auto accident, with its date and state.
    static let autoAccident = sample.with(.autoAccident, "Y").with(.autoAccidentState, "OH")
        .with(.accidentDate, "10/02/2026")

    fileprivate static let insuredByAuto = autoAccident.with(.filingIndicator, "AM")
        .with(.accidentClaimNumber, "PA-77120")
}
