import ClaimModel
import Randomness
import Testing

/// Laws of the reference files, on random claims and random changes.
struct ReferenceLawTests {
    private static let context = ClaimDraft.context

    /// The files as the store keeps them: one entry for each kind and identity.
    private struct Files: Equatable {
        var entries: [String: ReferenceEntry] = [:]

        /// - Returns: whether every entry was as the change has it before.
        mutating func make(_ change: ReferenceChange) -> Bool {
            for step in change.steps {
                if let before = step.before {
                    guard entries[before.id] == before else { return false }
                    entries[before.id] = nil
                }
                if let after = step.after {
                    guard entries[after.id] == nil else { return false }
                    entries[after.id] = after
                }
            }
            return true
        }

        func owned(by patient: ReferenceEntry) -> [ReferenceEntry] {
            entries.values.filter { $0.owner == patient.identity }.sorted { $0.id < $1.id }
        }

        var patients: [ReferenceEntry] {
            entries.values.filter { $0.kind == .patient && $0.isOffered }.sorted { $0.id < $1.id }
        }
    }

    private static let names: [(Field, [String])] = [
        (.patientLastName, ["DOE", "ROE", "Dœ", "NÚÑEZ"]), (.patientFirstName, ["ANN", "BO"]),
        (.patientBirthDate, ["02/03/1970", "2/3/70", "05/06/1980"]), (.payerName, ["Aetna", "Cigna", "AETNA"]),
        (.payerIdentifier, ["", "60054", "62308"]), (.payerOrder, ["", "P", "S"]), (.memberID, ["W1", "U2", ""]),
        (.authorizationNumber, ["", "A77", "B88"]), (.sessionsUsed, ["", "2", "5"]),
        (.patientPhone, ["", "2165550100"]),
    ]

    private static func claim(using random: inout Seeded) -> ClaimDraft {
        var draft = ClaimDraft.random(seed: random.next(), sparsity: 6)
        for (field, texts) in names {
            draft.type(texts.randomElement(using: &random) ?? "", at: Place(field), in: context)
        }
        return draft
    }

    private static func files(using random: inout Seeded) -> Files {
        var files = Files()
        for _ in 0..<6 {
            for entry in ReferenceEntry.all(in: claim(using: &random)) {
                files.entries[entry.id] = files.entries[entry.id].map { $0.keyedAgain(as: entry) } ?? entry
            }
        }
        return files
    }

    @Test(arguments: 1...40)
    func `an entry is the same after it was a draft, and when it is keyed again as it is`(seed: UInt64) {
        var random = Seeded(seed &* 31)
        for entry in ReferenceEntry.all(in: Self.claim(using: &random)) {
            let again = ReferenceEntry(entry.kind, from: entry.draft(in: Self.context))
            #expect(again == entry, "\(entry.kind)")
            #expect(entry.keyedAgain(as: entry) == entry, "\(entry.kind)")
            #expect(entry.texts.keys.allSatisfy { key in entry.kind.places.contains { entry.kind.key(of: $0) == key } })
            #expect((entry.owner != nil) == entry.kind.isOfPatient)
        }
    }

    @Test(arguments: 1...40)
    func `in whatever order files come the newest claim holds, and older ones add what it leaves blank`(seed: UInt64) {
        var random = Seeded(seed &* 43)
        let entries = (1...4).flatMap { day in
            ReferenceEntry.all(in: Self.claim(using: &random), asOf: Day(number: day))
        }
        for said in Dictionary(grouping: entries.filter { !$0.kind.isOfLine }, by: \.id).values {
            guard let newest = said.max(by: { ($0.asOf?.number ?? 0) < ($1.asOf?.number ?? 0) }) else { continue }
            let known = said.shuffled(using: &random)
            let entry = known.dropFirst().reduce(known[0]) { $0.keyedAgain(as: $1) }
            #expect(entry.asOf == newest.asOf && entry.label == newest.label, "\(entry.kind)")
            for line in entry.kind.groups.flatMap(\.lines) {
                let texts = line.map { entry.texts[$0.id] }
                let isNewest = line.contains { newest.texts[$0.id] != nil }
                let sources = isNewest ? [newest] : said.filter { one in line.contains { one.texts[$0.id] != nil } }
                guard !sources.isEmpty, !line.contains(.sessionsUsed) else { continue }
                #expect(sources.contains { one in line.map { one.texts[$0.id] } == texts }, "\(entry.kind)")
            }
        }
    }

    @Test(arguments: 1...40)
    func `a template is of no patient, payer or day, and a claim that takes it has what it has`(seed: UInt64) throws {
        var random = Seeded(seed &* 57)
        let claim = Self.claim(using: &random)
        guard let template = ReferenceEntry(template: "Visit", from: claim, in: Self.context) else { return }
        #expect(ReferenceEntry(.template, from: template.draft(in: Self.context))?.texts == template.texts)
        let personal = FieldGroup.patient.fields + FieldGroup.subscriber.fields + FieldGroup.payer.fields
        #expect(template.texts.keys.allSatisfy { key in !personal.contains { $0.id == key } })
        var begun = ClaimDraft(id: "begun")
        let filled = begun.take(template: template, in: Self.context)
        #expect(ReferenceEntry(template: "Visit", from: begun, in: Self.context)?.texts == template.texts)
        #expect(Set(begun.places.filter { !begun.text(at: $0).isEmpty }) == filled)
        #expect(template.unknownKeys.isEmpty)
    }

    @Test(arguments: 1...40)
    func `whatever was changed, changed back it is as before`(seed: UInt64) throws {
        var random = Seeded(seed &* 101)
        var files = Self.files(using: &random)
        var made: [ReferenceChange] = []
        let before = files
        for _ in 0..<8 {
            let patients = files.patients
            guard let first = patients.randomElement(using: &random) else { break }
            let change: ReferenceChange
            switch Int.random(in: 0..<3, using: &random) {
            case 0: change = .offering(first, !first.isActive)
            case 1:
                var draft = first.draft(in: Self.context)
                draft.type("RENAMED\(made.count)".filter(\.isLetter), at: Place(.patientLastName), in: Self.context)
                guard let after = ReferenceEntry(.patient, from: draft), files.entries[after.id] == nil else {
                    continue
                }
                change = .edit(first, to: after, owned: files.owned(by: first), in: Self.context)
            default:
                guard let kept = patients.filter({ $0.id != first.id }).randomElement(using: &random) else { continue }
                change = .merge(
                    first, into: kept, owned: files.owned(by: first), known: files.owned(by: kept), in: Self.context)
                var merged = files
                let isMerged = merged.make(change)
                try #require(isMerged, "seed \(seed)")
                // Nobody is lost, and the second says what it said.
                #expect(merged.entries.count == files.entries.count, "seed \(seed)")
                let left = try #require(merged.entries[kept.id])
                #expect(kept.texts.allSatisfy { left.texts[$0.key] == $0.value }, "seed \(seed)")
                #expect(merged.owned(by: first).allSatisfy { $0.mergedInto != nil }, "seed \(seed)")
            }
            let isMade = files.make(change)
            try #require(isMade, "seed \(seed)")
            made.append(change)
        }
        for change in made.reversed() {
            let isUndone = files.make(change.reversed)
            try #require(isUndone, "seed \(seed)")
        }
        #expect(files == before)
    }
}
