import ClaimModel
import CodeSets

extension Chapter {
    /// CMS's tables of what does not go together in one day, where they are loaded, and what is certain without them.
    static let nationalEdits = Chapter("Same-day units and code pairs") {
        Rule(
            "PX-047", "Procedures that the NCCI bundles are not billed together",
            fault: "Two procedures that the NCCI bundles", .error,
            note: "A warning where the payer is not known to use the NCCI.",
            prevents: [.carc("236"), .carc("97"), .rarc("M80")], source: .ncci, .general,
            reads: [
                .lineProcedure, .lineFrom, .renderingNPI, .lineRenderingNPI, .filingIndicator, .payerPolicy,
            ] + Field.lineModifiers,
            accepts: {
                [
                    .officeVisit.withService("90834"),
                    .officeVisit.withService("96127").with(.lineModifier1, row: 2, "59").loading(.pairs),
                    .officeVisit.withService("96127").on("01/05/2025").loading(.pairs),
                ]
            },
            rejects: {
                [
                    .officeVisit.withService("96127").loading(.pairs),
                    .officeVisit.withService("99408").with(.lineModifier1, row: 2, "59").loading(.pairs),
                ]
            }
        ) { claim in claim.bundledPairs }
        Rule(
            "PX-048", "The NCCI's table for the service date is loaded where the payer uses it",
            fault: "NCCI table for the service date not loaded", .note,
            prevents: [], undenied: "It reports a check that could not be made, not an error.",
            source: .ncci, .general, reads: [.lineProcedure, .lineFrom, .lineTo, .filingIndicator, .payerPolicy],
            accepts: {
                [.officeVisit, .medicare(.officeVisit).loading(.pairs), .medicare(.officeVisit.withoutLine(1))]
            },
            rejects: { [.medicare(.officeVisit)] }
        ) { claim in
            guard claim.usesPairs == true, claim.lines.count(where: { $0.code != nil }) > 1 else { return [] }
            return claim.missingEdits(.procedurePair, "pairs of procedures")
        }
        Rule(
            "XF-012", "The lines of a day stay within CMS's unit limit for the code",
            fault: "Units of a code over the daily limit (MUE)", .warning,
            prevents: [.carc("151"), .carc("222"), .rarc("N362")], rejectedAs: ["476"], source: .mue, .general,
            reads: [.lineProcedure, .lineUnits, .lineFrom, .filingIndicator, .payerPolicy],
            accepts: {
                [
                    .medicare(.officeVisit.withService("96127").withService("96127")).loading(.limits),
                    .officeVisit.twice("96375").loading(.limits),
                ]
            },
            rejects: { [.medicare(.officeVisit).twice("96127", units: "2").loading(.limits)] }
        ) { claim in claim.unlikelyDays }
        Rule(
            "XF-013", "The table of medically unlikely edits for the service date is loaded where the payer uses it",
            fault: "MUE table for the service date not loaded", .note,
            prevents: [], undenied: "It reports a check that could not be made, not an error.",
            source: .mue, .general, reads: [.lineProcedure, .lineFrom, .lineTo, .filingIndicator, .payerPolicy],
            accepts: { [.officeVisit, .medicare(.officeVisit).loading(.limits)] },
            rejects: { [.medicare(.officeVisit)] }
        ) { claim in
            guard claim.usesUnitLimits, claim.lines.contains(where: { $0.code != nil }) else { return [] }
            return claim.missingEdits(.unitLimit, "units")
        }
        Rule(
            "PX-049", "A once-a-day service is billed once",
            fault: "Once-a-day service billed more than once", .warning,
            prevents: [.carc("151"), .rarc("N362"), .carc("18")], rejectedAs: ["476"], source: .cpt, .general,
            reads: [.lineProcedure, .lineUnits, .lineFrom, .lineTo],
            accepts: {
                [.officeVisit, .officeVisit.withService("96127").with(.lineUnits, row: 2, "2"), .threeDays]
            },
            rejects: {
                [
                    .officeVisit.with(.lineUnits, "2"), .officeVisit.with(.lineUnits, row: 1, "30"),
                    .threeDays.with(.lineUnits, "4"),
                ]
            },
            alongside: ["TM-015"]
        ) { claim in
            claim.lines.compactMap { line in
                guard line.isOnceADay, !line.isDailySeries, let units = line.line.units.value, units > Units(whole: 1)
                else { return nil }
                return .wrong(
                    .lineUnits, row: line.row,
                    "Line \(line.number): \(line.code ?? "") has \(units) units; it is billed once a day.",
                    remedy: "Bill 1 unit: the code covers the whole service, not its minutes.",
                    fixes: [Fix("units 1", [Fix.Edit(.lineUnits, row: line.row, "1")])])
            }
        }
        Rule(
            "TM-015", "A visit or session covers one day",
            fault: "Visit or session over more than one day", .warning,
            prevents: [.carc("16"), .rarc("M52"), .rarc("M59")], rejectedAs: ["187"], source: .cpt, .general,
            reads: [.lineProcedure, .lineFrom, .lineTo, .lineUnits],
            accepts: { [.officeVisit, .officeVisit.with(.lineTo, "11/10/2026"), .threeDays] },
            rejects: { [.officeVisit.with(.lineTo, "11/12/2026")] }
        ) { claim in
            claim.lines.compactMap { line in
                guard line.isOnceADay, !line.isDailySeries, let from = line.day, let to = line.line.to.value, to > from
                else { return nil }
                return .conflict(
                    .lineTo, row: line.row, with: [Place(.lineFrom, row: line.row)],
                    "Line \(line.number): \(line.code ?? "") runs from \(from) to \(to).",
                    remedy: "Bill each day on its own line.",
                    fixes: [.replace(.lineTo, row: line.row, with: from.description)])
            }
        }
        Rule(
            "TM-016", "The psychotherapy code matches the minutes",
            fault: "Psychotherapy code does not match the minutes", .warning,
            prevents: [.carc("150"), .carc("152")], source: .cpt, .general,
            reads: [.lineProcedure, .lineStart, .lineStop, .lineChartMinutes],
            accepts: { [.officeVisit, .officeVisit.with(.lineChartMinutes, row: 1, "37")] },
            rejects: {
                [
                    .officeVisit.with(.lineChartMinutes, row: 1, "38"),
                    .officeVisit.with(.lineChartMinutes, row: 1, "15"),
                ]
            }
        ) { claim in claim.lines.compactMap(\.otherPsychotherapyMinutes) }
        Rule(
            "TM-017", "Hydration lasts more than thirty minutes",
            fault: "Hydration of thirty minutes or less", .error, note: "A warning where only a text has the minutes.",
            prevents: [.carc("16"), .rarc("N56")], source: .uwhc, .verified,
            reads: [.lineProcedure, .lineFrom, .lineStart, .lineStop, .lineChartMinutes, .lineRoute]
                + Field.statedTexts,
            accepts: { [.officeVisit.hydrated(31)] },
            rejects: {
                [
                    .officeVisit.hydrated(30),
                    .officeVisit.withService("96360").with(.lineNarrative, row: 2, "NS 500 ML INFUSED OVER 25 MIN"),
                ]
            },
            alongside: ["MD-002"]
        ) { claim in
            claim.lines.compactMap { line in claim.tooShortForHydration(line) }
        }
    }
}

extension ClaimExample {
    fileprivate func on(_ day: String) -> ClaimExample { dated(day) }

    /// The same with two lines of a code, separated by a modifier.
    fileprivate func twice(_ code: String, units: String = "1") -> ClaimExample {
        let row = draft.lines.count
        return withService(code).with(.lineUnits, row: row, units).withService(code)
            .with(.lineUnits, row: row + 1, units).with(.lineModifier1, row: row + 1, "76")
    }

    /// Psychotherapy on each of three days, on one line.
    fileprivate static let threeDays = officeVisit.withoutLine(0).coded("90837").with(.lineFrom, "11/10/2026")
        .with(.lineTo, "11/12/2026").with(.lineUnits, "3")

    fileprivate func hydrated(_ minutes: Int) -> ClaimExample {
        withoutLine(1).withoutLine(0).withService("96360").with(.lineChartMinutes, "\(minutes)")
    }
}
