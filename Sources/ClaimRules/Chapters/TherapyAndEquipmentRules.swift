import ClaimModel
import CodeSets

extension Chapter {
    /// What Medicare asks of therapists, chiropractors and suppliers of equipment.
    static let therapyAndEquipment = Chapter("Therapy, chiropractic and equipment") {
        Rule(
            "MD-020", "A therapy service billed to Medicare says whose plan of care it is under",
            fault: "Therapy modifier missing or of another discipline", .error,
            prevents: [.carc("4"), .rarc("N822")], rejectedAs: ["453"], source: .therapyModifiers, .secondary,
            reads: [.lineProcedure, .filingIndicator, .payerPolicy] + Field.lineModifiers,
            accepts: {
                [
                    .officeVisit.withTherapy(), .medicare(.officeVisit), .medicare(.officeVisit.withTherapy("GP")),
                    .medicare(.officeVisit.withTherapy("GO")), .medicare(.officeVisit.withTherapy("GO", "97165")),
                    .medicare(.officeVisit.withTherapy("", "97129")),
                ]
            },
            rejects: {
                [.medicare(.officeVisit.withTherapy()), .medicare(.officeVisit.withTherapy("GP", "97165"))]
            },
            alongside: ["PV-032"]
        ) { claim in claim.isMedicare ? claim.lines.compactMap(\.therapyProblem) : [] }
        Rule(
            "PV-032", "Therapy billed to Medicare names who certified the plan of care",
            fault: "Certifying physician missing for therapy", .warning,
            prevents: [.carc("16"), .rarc("N285"), .rarc("N286")], rejectedAs: ["562"], source: .certifyingPhysician,
            .general,
            reads: Field.orders,
            accepts: {
                [
                    .officeVisit.withTherapy("GP"), .medicare(.officeVisit),
                    .medicare(.officeVisit.withTherapy("GP")).ordered,
                    .medicare(.officeVisit.withTherapy("GP").with(.lineModifier2, row: 2, "GY")),
                ]
            },
            rejects: {
                [.medicare(.officeVisit.withTherapy("GP")), .medicare(.officeVisit.withTherapy("GN", "92507"))]
            }
        ) { claim in
            guard claim.isMedicare,
                let line = claim.firstUnordered(of: { $0.hasAny(of: LineFacts.plansOfCare) })
            else { return [] }
            return [
                .missing(
                    .referringNPI,
                    "Line \(line.number) is therapy; box 17 does not say who certified the plan of care.",
                    remedy: "Enter the certifying physician or practitioner: DN, name and NPI.")
            ]
        }
        Rule(
            "MD-021", "Spinal manipulation billed to Medicare says whether it is active treatment",
            fault: "Spinal manipulation without AT", .warning,
            prevents: [.carc("50"), .carc("4")], source: .chiropractic, .secondary,
            reads: [.lineProcedure, .filingIndicator, .payerPolicy] + Field.lineModifiers,
            accepts: {
                [
                    .manipulation.without(.lineModifier1), .medicare(.manipulation),
                    .medicare(.manipulation.with(.lineModifier1, "GZ")),
                ]
            },
            rejects: { [.medicare(.manipulation.without(.lineModifier1))] }
        ) { claim in
            guard claim.isMedicare else { return [] }
            let modifiers = LineFacts.uncovered.union(["AT"])
            return claim.lines.filter { $0.isManipulation && !$0.hasAny(of: modifiers) }.map {
                .missing(
                    $0.firstFreeModifier, row: $0.row,
                    "Line \($0.number): without AT, \($0.code ?? "") is maintenance to Medicare.",
                    remedy: "Enter AT for active treatment. Maintenance is not covered: GA, GZ or GY.")
            }
        }
        Rule(
            "TM-019", "Spinal manipulation billed to Medicare has the date of the first treatment",
            fault: "Initial treatment date missing", .warning,
            prevents: [.carc("16"), .rarc("MA122")], rejectedAs: ["187"], source: .firstTreatment, .general,
            reads: [.lineProcedure, .initialTreatmentDate, .filingIndicator, .payerPolicy] + Field.lineModifiers,
            accepts: {
                [
                    .manipulation.without(.initialTreatmentDate), .medicare(.manipulation),
                    .medicare(.manipulation.without(.initialTreatmentDate).with(.lineModifier1, "GY")),
                ]
            },
            rejects: { [.medicare(.manipulation.without(.initialTreatmentDate))] }
        ) { claim in
            guard claim.isMedicare,
                let line = claim.lines.first(where: { $0.isManipulation && !$0.hasAny(of: LineFacts.uncovered) })
            else { return [] }
            return claim.missing(
                .initialTreatmentDate, "Line \(line.number) is spinal manipulation; no date of the first treatment.",
                remedy: "Enter when this course of treatment began: box 14 of Medicare's form, DTP*454 of the file.")
        }
        Rule(
            "PV-030", "Equipment billed to Medicare names the ordering provider",
            fault: "Ordering provider missing for equipment", .warning,
            prevents: [.carc("16"), .rarc("N265"), .rarc("N286")], rejectedAs: ["562"], source: .equipmentOrder,
            .verified,
            reads: Field.orders,
            accepts: {
                [
                    .officeVisit.withService("E0601"), .medicare(.officeVisit.withService("E0601")).ordered,
                    .medicare(.officeVisit.withService("E0601")).with(.lineOrderingNPI, row: 2, "1558598797"),
                    .medicare(.officeVisit.withService("L8699")), .medicare(.officeVisit.withService("E0616")),
                ]
            },
            rejects: { [.medicare(.officeVisit.withService("E0601"))] }
        ) { claim in
            guard claim.isMedicare, let line = claim.firstUnordered(of: \.isEquipment) else { return [] }
            return [
                .missing(
                    .referringNPI,
                    "Line \(line.number) (\(line.code ?? "")) is ordered equipment; box 17 has no ordering provider.",
                    remedy: "Enter who ordered it: DK, name and NPI, as enrolled with Medicare.")
            ]
        }
    }
}

extension LineFacts {
    /// Codes that are therapy whoever performs them: CMS's list of always-therapy codes, as far as it is plain.
    private static let therapies: [ClosedRange<String>] = [
        "92507"..."92508", "92521"..."92524", "92526"..."92526", "92597"..."92597", "92607"..."92609",
        "97012"..."97012", "97016"..."97018", "97022"..."97036", "97110"..."97124", "97140"..."97168",
        "97530"..."97542", "97750"..."97755", "97760"..."97763", "96125"..."96125", "97039"..."97039",
        "97139"..."97139", "97799"..."97799", "G0281"..."G0281", "G0283"..."G0283", "G0329"..."G0329",
    ]

    /// Under a plan of care of speech, occupational or physical therapy.
    fileprivate static let plansOfCare: Set<String> = ["GN", "GO", "GP"]

    /// Billed for a denial, or as what Medicare is expected not to cover.
    fileprivate static let uncovered: Set<String> = ["GA", "GX", "GY", "GZ"]

    /// Codes of one discipline, and the modifier that says it.
    private static let disciplines: [(codes: ClosedRange<String>, modifier: String)] = [
        ("92521"..."92524", "GN"), ("92597"..."92597", "GN"), ("92607"..."92607", "GN"), ("97161"..."97164", "GP"),
        ("97165"..."97168", "GO"),
    ]

    fileprivate func hasAny(of modifiers: Set<String>) -> Bool { !modifiers.isDisjoint(with: self.modifiers) }

    fileprivate var therapyProblem: Problem? {
        guard let code, code.count == 5, LineFacts.therapies.contains(where: { $0.contains(code) }) else { return nil }
        let modifier = LineFacts.disciplines.first { $0.codes.contains(code) }?.modifier
        guard !hasAny(of: modifier.map { [$0] } ?? LineFacts.plansOfCare) else { return nil }
        let (wanted, number) = (modifier ?? "GP, GO or GN", number)
        let fixes = modifier.map { [Fix("add \($0)", [Fix.Edit(firstFreeModifier, row: row, $0)])] } ?? []
        return .missing(
            firstFreeModifier, row: row, "Line \(number): therapy code \(code) without \(wanted).",
            remedy: "Enter \(wanted): whose plan of care it is under (physical, occupational, speech).", fixes: fixes)
    }

    fileprivate var isManipulation: Bool { code.map(["98940", "98941", "98942"].contains) ?? false }

    private static let implanted: Set<String> = ["E0616", "E0749", "E0782", "E0783", "E0785", "E0786"]

    /// Durable equipment, orthotics and prosthetics; what is implanted goes to the local contractor.
    fileprivate var isEquipment: Bool {
        guard let code, code.count == 5, !LineFacts.implanted.contains(code) else { return false }
        return ["E0100"..."E8999", "K0001"..."K9999", "L0100"..."L8515"].contains { $0.contains(code) }
    }
}

extension ClaimExample {
    fileprivate func withTherapy(_ modifier: String = "", _ code: String = "97110") -> ClaimExample {
        withLine([
            .lineFrom: "11/10/2026", .lineProcedure: code, .lineModifier1: modifier, .linePointers: "A",
            .lineCharge: "50.00", .lineUnits: "1",
        ])
    }

    fileprivate static let manipulation = officeVisit.withoutLine(1).coded("98941").with(.lineModifier1, "AT")
        .with(.initialTreatmentDate, "10/05/2026")
}
