import ClaimModel

extension Field {
    /// Days of the past that the claim file carries.
    static let sentEvents: [Field] = [.accidentDate, .onsetDate, .adjudicationDate]
    /// Days of the past that only the practice keeps.
    static let chartEvents: [Field] = [
        .benefitsDate, .authorizationFiledOn, .authorizationNotRequiredOn, .evaluatedOn, .scoreDate, .trialStart,
        .trialStop,
    ]
}

extension ClaimFacts {
    var accidentProblems: [Problem] {
        let accident = draft.accident
        var found: [Problem] = []
        if accident.auto.value == .yes {
            found += problems(
                with: [.autoAccidentState], remedy: "Enter the state where the auto accident happened.")
        }
        let isAccident = accident.auto.value == .yes || accident.other.value == .yes
        if isAccident || accident.employment.value == .yes {
            found += problems(
                with: [.accidentDate], severity: isAccident ? nil : .warning,
                remedy: "Enter the day of the accident, or correct the answers in box 10.")
        }
        return found
    }

    var accidentContradictions: [Problem] {
        let accident = draft.accident
        let isNamed = [accident.auto, accident.other, accident.employment].contains { $0.value == .yes }
        if let day = accident.date.value, let first = firstDay, day > first {
            return [
                .conflict(
                    .accidentDate, with: [firstDayPlace],
                    "The accident is dated \(day), after the service on \(first).",
                    remedy: "Correct whichever date is wrong.")
            ]
        }
        if accident.date.value != nil, !isNamed {
            return [
                .conflict(
                    .accidentDate, with: [Place(.otherAccident)], severity: .warning,
                    "There is an accident's date, and box 10 names no accident.",
                    remedy: "Answer Y for the kind of accident, or clear the date.",
                    fixes: [Fix("clear the date", [Fix.Edit(.accidentDate, "")])])
            ]
        }
        guard accident.autoState.value != nil, accident.auto.value != .yes else { return [] }
        return [
            .conflict(
                .autoAccidentState, with: [Place(.autoAccident)], severity: .warning,
                "There is a state of an auto accident, and box 10b names none.",
                remedy: "Answer Y in box 10b, or clear the state.",
                fixes: [Fix("clear the state", [Fix.Edit(.autoAccidentState, "")])])
        ]
    }

    var signatureDateProblems: [Problem] {
        guard let signed = draft.signatures.providerDate.value else { return [] }
        if signed > today {
            return [
                .wrong(
                    .providerSignatureDate, "The provider's signature is dated \(signed), in the future.",
                    remedy: "Enter the day on which the claim was signed.")
            ]
        }
        guard let last = lastDay, signed < last else { return [] }
        return [
            .conflict(
                .providerSignatureDate, with: [lastDayPlace],
                "The provider signed on \(signed), before the service on \(last).",
                remedy: "A claim is signed after the service: have it signed again, or correct the date.")
        ]
    }

    /// Every readable day of these fields, with the severity that a wrong one has.
    private var events: [(place: Place, day: Day, severity: Severity?)] {
        let sent = Field.sentEvents.map { ($0, Severity?.none) } + Field.chartEvents.map { ($0, .warning) }
        return sent.flatMap { field, severity in
            (0..<draft.rowCount(of: field.part)).compactMap { row in
                day(of: field, row: row).map { (Place(field, row: row), $0, severity) }
            }
        }
    }

    private func day(of field: Field, row: Int) -> Day? {
        switch field {
        case .accidentDate: draft.accident.date.value
        case .onsetDate: draft.accident.onset.value
        case .adjudicationDate: draft.adjudication.date.value
        case .benefitsDate: draft.benefits.date.value
        case .authorizationFiledOn: draft.authorization.filedOn.value
        case .authorizationNotRequiredOn: draft.authorization.notRequiredOn.value
        case .evaluatedOn: draft.chart.evaluatedOn.value
        case .scoreDate: draft.scores[row].date.value
        case .trialStart: draft.trials[row].start.value
        default: draft.trials[row].stop.value
        }
    }

    var futureEvents: [Problem] {
        events.filter { $0.day > today }.map { event in
            .wrong(
                event.place.field, row: event.place.row, severity: event.severity,
                "\(event.place.field.fullLabel): \(event.day) is in the future.",
                remedy: "Enter the day on which it happened.")
        }
    }

    var eventsBeforeBirth: [Problem] {
        guard let birth = draft.patient.birthDate.value?.day else { return [] }
        return events.filter { $0.day < birth }.map { event in
            .conflict(
                event.place.field, row: event.place.row, with: [Place(.patientBirthDate)], severity: event.severity,
                "\(event.place.field.fullLabel): \(event.day) is before the patient was born.",
                remedy: "Correct whichever date is wrong.")
        }
    }
}
