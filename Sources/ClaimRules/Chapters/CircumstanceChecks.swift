import ClaimModel

extension Field {
    /// Past dates that the claim file has.
    static let sentEvents: [Field] = [.accidentDate, .onsetDate, .adjudicationDate, .secondaryAdjudicationDate]
    /// Past dates that only the practice keeps.
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
        // An illness from work has an onset and no accident.
        let isFromWork = accident.employment.value == .yes && accident.onset.value == nil
        if isAccident || isFromWork {
            found += problems(
                with: [.accidentDate], severity: isAccident ? nil : .warning,
                remedy: "Enter the accident date, or correct the answers in box 10.")
        }
        return found
    }

    /// What an insurer of accidents finds its own claim by.
    var missingAccidentFacts: [Problem] {
        let answer: (field: Field, isYes: Bool, text: String)
        switch draft.payer.filingIndicator.value {
        case .workersCompensation:
            let isYes = draft.accident.employment.value == .yes
            answer = (.employmentRelated, isYes, "Filed as workers' compensation, but Work related is not Y.")
        case .automobile:
            answer = (.autoAccident, draft.accident.auto.value == .yes, "Filed as auto, but Auto accident is not Y.")
        default: return []
        }
        let named =
            answer.isYes
            ? []
            : [
                Problem.conflict(
                    answer.field, with: [Place(.filingIndicator)], answer.text,
                    remedy: "Answer box 10 and enter the accident date, or correct the filing indicator.",
                    fixes: [Fix("answer Y", [Fix.Edit(answer.field, "Y")])])
            ]
        return named
            + missing(
                .accidentClaimNumber, "No claim number of the insurer for this accident.",
                remedy: "Enter the number that the insurer gave the injury (box 11b). Ask the adjuster if it is new.")
    }

    var accidentContradictions: [Problem] {
        let accident = draft.accident
        let isNamed = [accident.auto, accident.other, accident.employment].contains { $0.value == .yes }
        if let day = accident.date.value, let first = firstDay, day > first {
            return [
                .conflict(
                    .accidentDate, with: [firstDayPlace],
                    "Accident date \(day) is after the service on \(first).",
                    remedy: "Correct the wrong date.")
            ]
        }
        if accident.date.value != nil, !isNamed {
            return [
                .conflict(
                    .accidentDate, with: [Place(.otherAccident)], severity: .warning,
                    "Accident date entered, but box 10 names no accident.",
                    remedy: "Answer Y for the kind of accident, or clear the date.",
                    fixes: [Fix("clear the date", [Fix.Edit(.accidentDate, "")])])
            ]
        }
        guard accident.autoState.value != nil, accident.auto.value != .yes else { return [] }
        return [
            .conflict(
                .autoAccidentState, with: [Place(.autoAccident)], severity: .warning,
                "Auto accident state entered, but box 10b is not Y.",
                remedy: "Answer Y in box 10b, or clear the state.",
                fixes: [Fix("clear the state", [Fix.Edit(.autoAccidentState, "")])])
        ]
    }

    var signatureDateProblems: [Problem] {
        guard let signed = draft.signatures.providerDate.value else { return [] }
        if signed > today {
            return [
                .wrong(
                    .providerSignatureDate, "Provider signature date \(signed) is in the future.",
                    remedy: "Enter the date the claim was signed.")
            ]
        }
        guard let last = lastDay, signed < last else { return [] }
        return [
            .conflict(
                .providerSignatureDate, with: [lastDayPlace],
                "Provider signed on \(signed), before the service on \(last).",
                remedy: "Correct the date, or have the claim signed again after the service.")
        ]
    }

    /// Every readable date in these fields, with the severity of a wrong one.
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
        case .adjudicationDate: draft.adjudication.primary.date.value
        case .secondaryAdjudicationDate: draft.adjudication.secondary.date.value
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
                remedy: "Enter the date it happened.")
        }
    }

    var eventsBeforeBirth: [Problem] {
        guard let birth = draft.patient.birthDate.value?.day else { return [] }
        return events.filter { $0.day < birth }.map { event in
            .conflict(
                event.place.field, row: event.place.row, with: [Place(.patientBirthDate)], severity: event.severity,
                "\(event.place.field.fullLabel): \(event.day) is before the birth date.",
                remedy: "Correct the wrong date.")
        }
    }
}
