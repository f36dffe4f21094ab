import ClaimModel
import CodeSets

extension Chapter {
    /// Minutes, days and deadlines.
    static let timing = Chapter("Timing") {
        Rule(
            "TM-001", "An infusion has its start and stop times",
            fault: "Infusion without start or stop time", .warning,
            prevents: [.carc("150"), .carc("B12")], source: .infusionTime, .verified,
            reads: [.lineProcedure, .lineStart, .lineStop, .lineChartMinutes],
            accepts: { [.sample, .sample.lasting("", "").with(.lineChartMinutes, "40")] },
            rejects: { [.sample.lasting("", ""), .sample.without(.lineStop)] }
        ) { claim in
            claim.lines.compactMap(\.missingTimes)
        }
        Rule(
            "TM-002", "The infusion stops after it starts",
            fault: "Stop time not after start time", .error,
            prevents: [.carc("B12"), .carc("150")], source: .infusionTime, .general,
            reads: [.lineStart, .lineStop, .lineFrom, .lineTo],
            accepts: { [.sample] },
            rejects: { [.sample.lasting("10:40", "10:00"), .sample.lasting("10:00", "10:00")] }
        ) { claim in
            claim.lines.compactMap(\.backwardTimes)
        }
        Rule(
            "TM-003", "96365 is for infusions of 16 minutes or more",
            fault: "Infusion billed for less than 16 minutes", .error,
            note: "A warning where only a text has the minutes.",
            prevents: [.carc("16"), .rarc("N56")], source: .infusionTime, .verified,
            reads: [.lineProcedure, .lineFrom, .lineStart, .lineStop, .lineChartMinutes] + Field.statedTexts,
            accepts: {
                [
                    .sample, .sample.lasting("10:00", "10:16"),
                    .onlyDescribed("KETAMINE 35MG OVER 16 MIN").lasting("", ""),
                    .onlyDescribed("KETAMINE 35 MG IV, MONITORED 10 MIN").lasting("", ""),
                ]
            },
            rejects: {
                [
                    .onlyDescribed("KETAMINE 35MG OVER 15 MIN").lasting("", ""), .sample.lasting("10:00", "10:15"),
                    .sample.lasting("", "").with(.lineChartMinutes, "15"),
                ]
            },
            alongside: ["TM-001"]
        ) { claim in
            claim.lines.compactMap { line in line.tooShortForInfusion ?? claim.tooShortByText(line) }
        }
        Rule(
            "TM-004", "96374 is for pushes of 15 minutes or less",
            fault: "Push billed for more than 15 minutes", .warning,
            prevents: [.carc("16"), .rarc("N56")], source: .infusionTime, .secondary,
            reads: [.lineProcedure, .lineFrom, .lineStart, .lineStop, .lineChartMinutes, .lineContinuousPresence]
                + Field.statedTexts,
            accepts: {
                [
                    .sample.with(.lineProcedure, "96374").lasting("10:00", "10:15"),
                    .sample.with(.lineProcedure, "96374").with(.lineContinuousPresence, "Y"),
                ]
            },
            rejects: {
                [
                    .sample.under("generic").with(.lineProcedure, "96374").lasting("10:00", "10:16"),
                    .onlyDescribed("KETAMINE 35MG OVER 40 MIN").lasting("", "").coded("96374").under("generic"),
                ]
            }
        ) { claim in
            claim.lines.compactMap { line in claim.tooLongForPush(line) }
        }
        Rule(
            "TM-005", "Further hours of an infusion are billed in no more units than the minutes allow",
            fault: "More units of further hours than the minutes allow", .error,
            note: "A warning where only a text has the minutes.",
            prevents: [.carc("151"), .carc("150")], source: .uwhc, .verified,
            reads: [.lineProcedure, .lineUnits, .lineFrom, .lineStart, .lineStop, .lineChartMinutes]
                + Field.statedTexts,
            accepts: {
                [
                    .longInfusion, .longInfusion.lasting("09:00", "10:31"), .inTwoPieces,
                    .chemotherapy.lasting("09:00", "10:31"), .chemotherapy,
                ]
            },
            rejects: {
                [
                    .longInfusion.lasting("09:00", "10:30"), .chemotherapy.lasting("09:00", "10:30"),
                    .longInfusion.with(.lineUnits, row: 1, "2"),
                    .onlyDescribed("KETAMINE 35MG OVER 60 MIN").lasting("", "").withService("96366"),
                ]
            },
            alongside: ["TM-001", "TM-010"]
        ) { claim in
            claim.allInfusionDays.compactMap(\.tooManyHours)
        }
        Rule(
            "TM-006", "Every additional hour of an infusion is billed",
            fault: "Further infusion hours not billed", .note,
            prevents: [.carc("150")], source: .codingAhead, .secondary,
            reads: [.lineProcedure, .lineUnits, .lineFrom, .lineStart, .lineStop, .lineChartMinutes]
                + Field.statedTexts,
            accepts: { [.longInfusion, .sample.lasting("10:00", "11:30")] },
            rejects: {
                [
                    .onlyDescribed("KETAMINE 35MG OVER 95 MIN").lasting("", ""), .sample.lasting("10:00", "11:31"),
                    .longInfusion.lasting("09:00", "11:31"),
                ]
            },
            alongside: ["TM-001", "TM-010"]
        ) { claim in
            claim.allInfusionDays.compactMap(\.unbilledHours)
        }
        Rule(
            "TM-007", "The service is not in the future and does not end before it starts",
            fault: "Date of service in the future, or ends before it starts", .error,
            prevents: [.carc("110"), .carc("14"), .carc("16")], rejectedAs: ["187"], source: .professionalGuide,
            .general,
            reads: [.lineFrom, .lineTo],
            accepts: { [.sample, .sample.with(.lineTo, "11/10/2026")] },
            rejects: {
                [
                    .sample.with(.lineFrom, "11/24/2026"), .sample.with(.lineTo, row: 1, "11/24/2026"),
                    .sample.with(.lineTo, "11/09/2026"),
                ]
            },
            alongside: ["RX-013"]
        ) { claim in
            claim.lines.flatMap { line in claim.impossibleDays(of: line) }
        }
        Rule(
            "TM-008", "An infusion line covers one day",
            fault: "Infusion line over more than one day", .error,
            prevents: [.carc("16"), .rarc("M52"), .rarc("M59")], rejectedAs: ["187"], source: .cpt, .general,
            reads: [.lineProcedure, .lineFrom, .lineTo],
            accepts: { [.sample, .sample.with(.lineTo, "11/10/2026")] },
            rejects: { [.sample.with(.lineTo, "11/11/2026")] }
        ) { claim in
            claim.lines.compactMap { line in
                guard line.isAdministration, let from = line.day, let to = line.line.to.value, to > from
                else { return nil }
                return .conflict(
                    .lineTo, row: line.row, with: [Place(.lineFrom, row: line.row)],
                    "\(line.code ?? "The line") runs from \(from) to \(to), more than one day.",
                    remedy: "Enter one line for each day of treatment.",
                    fixes: [.replace(.lineTo, row: line.row, with: from.description)])
            }
        }
        Rule(
            "TM-009", "The claim reaches the payer within its filing limit",
            fault: "Filing limit near or passed", .warning,
            prevents: [.carc("29")], source: .timelyFiling, .unsure,
            reads: [
                .lineFrom, .frequency, .adjudicationDate, .secondaryAdjudicationDate, .claimPurpose, .payerPolicy,
            ] + Field.payersBefore,
            accepts: {
                [
                    .unlimited("11/24/2023"), .unlimited("11/22/2023").with(.frequency, "7"),
                    .unlimited("11/22/2023").with(.claimPurpose, "RP"), .medicare(.officeVisit).dated("02/10/2026"),
                    .sample, .sample.filed(within: 17), .sample.filed(within: 5).with(.frequency, "7"),
                    .sample.filed(within: 5).with(.payerOrder, "S").with(.adjudicationDate, "11/22/2026"),
                ]
            },
            rejects: {
                [
                    .sample.filed(within: 12), .sample.filed(within: 16), .unlimited("11/22/2023"),
                    .medicare(.officeVisit).dated("11/20/2025"),
                    .sample.filed(within: 5).with(.payerOrder, "S").with(.adjudicationDate, "11/16/2026"),
                ]
            },
            alongside: ["PY-014"]
        ) { $0.filingLimit() }
        Rule(
            "TM-010", "The infusion's length is usual for depression",
            fault: "Infusion time unusual for depression", .warning,
            prevents: [.carc("152")], source: .infusionTime, .general, scope: .psychiatricKetamineClaim,
            reads: [.lineProcedure, .lineFrom, .lineStart, .lineStop, .lineChartMinutes, .lineAdministration]
                + Field.statedTexts,
            accepts: { [.sample, .sample.lasting("10:00", "10:30"), .sample.lasting("10:00", "11:30")] },
            rejects: {
                [
                    .longInfusion, .sample.lasting("10:00", "10:29"), .sample.lasting("10:00", "11:31"),
                    .onlyDescribed("KETAMINE 35MG OVER 20 MIN").lasting("", ""),
                ]
            },
            alongside: ["TM-001", "TM-006"]
        ) { claim in
            let rows = Set(claim.ketamineAdministrations.map(\.row))
            return claim.infusionDays.compactMap { day in
                day.initial.contains { rows.contains($0.row) } ? day.unusualLength : nil
            }
        }
        Rule(
            "TM-011", "Visit and therapy minutes are not infusion minutes",
            fault: "Visit or therapy time overlaps the infusion", .warning,
            prevents: [.carc("150"), .carc("97")], source: .modifier25, .general,
            reads: [.lineProcedure, .lineFrom, .lineStart, .lineStop],
            accepts: { [.sample, .sample.withVisit("09:30", "10:00")] },
            rejects: { [.sample.withVisit("10:20", "10:50")] }
        ) { $0.overlappingTimes() }
        Rule(
            "TM-012", "Sessions are no more frequent than the payer allows",
            fault: "More sessions than the payer allows", .warning,
            prevents: [.carc("151")], source: .bcbsmaAuthorization, .general, scope: .psychiatricKetamineClaim,
            reads: [.lineFrom, .treatmentDrug, .payerPolicy],
            accepts: {
                [
                    .sample.after("11/05/2026", "11/03/2026").whenPolicy { $0.sessionsPerWeek = Setting(2) },
                    .sample.after("11/05/2026").whenPolicy { $0.sessionsMaximum = Setting(2) },
                ]
            },
            rejects: {
                [
                    .sample.after("11/07/2026", "11/05/2026").whenPolicy { $0.sessionsPerWeek = Setting(2) },
                    .sample.after("10/30/2026", "10/20/2026").whenPolicy { $0.sessionsMaximum = Setting(2) },
                ]
            },
            alongside: ["DOC-019"]
        ) { $0.tooFrequentSessions() }
    }
}

extension ClaimExample {
    fileprivate func lasting(_ start: String, _ stop: String) -> ClaimExample {
        with(.lineStart, start).with(.lineStop, stop)
    }

    /// A visit long ago, to a payer whose filing limit is not known.
    fileprivate static func unlimited(_ day: String) -> ClaimExample {
        officeVisit.dated(day).whenPolicy { ($0.filingDays, $0.filingMonths) = (nil, nil) }
    }

    fileprivate func filed(within days: Int) -> ClaimExample {
        whenPolicy {
            $0.filingDays = Setting(days)
            $0.filingMonths = nil
        }
    }

    fileprivate func withVisit(_ start: String, _ stop: String) -> ClaimExample {
        withLine([
            .lineFrom: "11/10/2026", .lineProcedure: "99214", .lineModifier1: "25", .linePointers: "A",
            .lineCharge: "165.00", .lineUnits: "1", .lineStart: start, .lineStop: stop,
        ])
    }

    /// The same after paid sessions on these days.
    fileprivate func after(_ days: String...) -> ClaimExample {
        days.reduce(self) { claim, day in
            var session = ClaimExample.sample.dated(day)
            session.draft = session.draft.renamed("session-\(day)")
            return claim.after(session, .paid)
        }
    }

    /// The first hour on one line and the rest on the next.
    /// Of some complex drug, with a further hour.
    fileprivate static let chemotherapy = officeVisit.withoutLine(1).coded("96413").withService("96415")
    fileprivate static let inTwoPieces = longInfusion.lasting("09:00", "10:00")
        .with(.lineStart, row: 1, "10:00").with(.lineStop, row: 1, "10:31")
}
