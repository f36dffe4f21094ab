import ClaimExchange
public import ClaimModel
import ClaimStore
import Foundation

/// What became of the eligibility answers of a file.
public struct EligibilityOutcome: Sendable {
    /// How many coverages have what the payer answered.
    public internal(set) var taken = 0
    /// How many answers changed nothing.
    public internal(set) var left = 0
    /// A sentence each; answers by the number of their segment, without anything of a person.
    public internal(set) var messages: [String] = []
    /// Whether nothing was taken because of an error in the file.
    public internal(set) var isRefused = false
    /// What it changes in the files, all at once.
    public internal(set) var change = ReferenceChange(EligibilityOutcome.name, [])

    static let name = "eligibility answer (271)"
}

extension Office {
    /// Reads eligibility answers (271) into the coverages on file: dates, copay, deductible, and that the benefits were
    /// checked. All of a file or nothing.
    ///
    /// - Parameter isDryRun: whether to say what would change, and to change nothing.
    public func takeEligibility(
        _ chunks: FileChunks, named name: String, isDryRun: Bool
    ) throws(OfficeFault) -> EligibilityOutcome {
        let outcome = try eligibility(chunks.next, named: name)
        guard !isDryRun, !outcome.isRefused else { return outcome }
        do throws(StoreFault) { return try take(outcome) } catch { throw OfficeFault(error) }
    }

    /// Changes the coverages as an outcome says, all of them or none.
    ///
    /// - Parameter note: is carried out in the same transaction.
    func take(
        _ outcome: EligibilityOutcome, noting note: () throws(StoreFault) -> Void = {}
    ) throws(StoreFault) -> EligibilityOutcome {
        try store.together { () throws(StoreFault) in
            try store.change(outcome.change)
            try note()
            return true
        }
        var taken = outcome
        taken.messages[taken.messages.count - 1] = outcome.total(isDryRun: false)
        return taken
    }

    /// What the eligibility answers of a file would change; nothing is changed.
    public func eligibility(inFile path: String) throws(OfficeFault) -> EligibilityOutcome {
        let file = URL(fileURLWithPath: path)
        // What is no file might never end, or never begin.
        guard (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else {
            throw OfficeFault("\(path) is not a file that can be read.")
        }
        let chunks: FileChunks
        do throws(InputFault) {
            chunks = try FileChunks(file.path)
        } catch {
            throw OfficeFault("\(path) \(error.message).")
        }
        return try eligibility(chunks.next, named: file.lastPathComponent)
    }

    /// - Parameter chunk: gives the next bytes of the file; `nil` at its end.
    func eligibility(
        _ chunk: @escaping () throws -> [UInt8]?, named name: String
    ) throws(OfficeFault) -> EligibilityOutcome {
        var answers: [Eligibility] = []
        var outcome = EligibilityOutcome()
        var reader = EligibilityReader(chunks: chunk)
        do {
            while let item = try reader.next() {
                switch item {
                case .value(let answer): answers.append(answer)
                case .fault(let fault): outcome.messages.append("\(name): \(fault).")
                }
            }
        } catch {
            throw OfficeFault("\(name) cannot be read on: \(error). Nothing was changed.")
        }
        outcome.isRefused = !outcome.messages.isEmpty || answers.isEmpty
        guard !outcome.isRefused else {
            if answers.isEmpty, outcome.messages.isEmpty {
                outcome.messages = ["\(name) has no eligibility answer (271)."]
            }
            outcome.messages.append("Nothing was changed.")
            return outcome
        }
        let coverages: [ReferenceEntry]
        do throws(StoreFault) {
            coverages = try store.references(.coverage).filter(\.isOffered)
        } catch {
            throw OfficeFault(error)
        }
        var after: [String: ReferenceEntry] = [:]
        let members = Dictionary(grouping: coverages) { $0.text(of: .memberID).lettersAndDigits }
        for answer in answers {
            take(answer, named: name, members[answer.member.lettersAndDigits] ?? [], &after, &outcome)
        }
        outcome.change = ReferenceChange(
            EligibilityOutcome.name, coverages.map { .init(before: $0, after: after[$0.id] ?? $0) })
        outcome.messages.append(outcome.total(isDryRun: true))
        return outcome
    }

    /// - Parameters:
    ///   - coverages: those with the member ID of the answer.
    ///   - after: the coverages that have changed, by their ids: an earlier answer of the file may have changed one.
    private func take(
        _ answer: Eligibility, named name: String, _ coverages: [ReferenceEntry],
        _ after: inout [String: ReferenceEntry], _ outcome: inout EligibilityOutcome
    ) {
        func leave(_ reason: String) {
            outcome.left += 1
            outcome.messages.append("\(name), segment \(answer.segment): \(reason)")
        }
        guard answer.rejections.isEmpty else {
            return leave("the payer could not answer (AAA \(answer.rejections.joined(separator: ", "))).")
        }
        var found = coverages.filter { answer.isOf($0, in: parsing) }
        if found.count > 1 { found.removeAll { $0.text(of: .payerIdentifier).folded != answer.payerID.folded } }
        guard found.count == 1, let coverage = found.first else {
            return leave(
                found.isEmpty ? "no coverage on file is this person's." : "several coverages on file are this person's."
            )
        }
        let known = after[coverage.id] ?? coverage
        if answer.isActive == false { leave("the payer says that this coverage is not active.") }
        if answer.copays.count > 1 {
            outcome.messages.append("\(name), segment \(answer.segment): several copays, none taken.")
        }
        let texts = known.texts.merging(answer.texts) { $1 }
        guard texts != known.texts else { return outcome.left += answer.isActive == false ? 0 : 1 }
        if answer.isActive != false { outcome.taken += 1 }
        after[coverage.id] = known.with(texts, labeledIn: parsing).known(asOf: parsing.today)
    }
}

extension EligibilityOutcome {
    fileprivate func total(isDryRun: Bool) -> String {
        let verb = isDryRun ? "would be updated" : "updated"
        return "\(counted(taken, "coverage")) \(verb), \(counted(left, "answer")) not taken."
    }
}

extension Eligibility {
    /// By name and birth date, of coverages with its member ID; where the payer gives no birth date, by the name.
    fileprivate func isOf(_ coverage: ReferenceEntry, in context: ParsingContext) -> Bool {
        guard !member.isEmpty else { return false }
        let patient = coverage.draft(in: context).patient
        if let birthDate, patient.birthDate.value?.day != birthDate { return false }
        let first = firstName.folded
        return patient.lastName.text.folded == lastName.folded
            && (patient.firstName.text.folded.hasPrefix(first) || first.hasPrefix(patient.firstName.text.folded))
    }

    /// As they are keyed. Of a coverage that is not active nothing is taken but its dates: the check has to be seen to.
    fileprivate var texts: [String: String] {
        func amount(_ amounts: Set<Int>) -> String? {
            amounts.count == 1 ? amounts.first.map { Money(cents: $0).description } : nil
        }
        let isActive = self.isActive != false
        let texts: [(Field, String?)] = [
            (.coverageStart, start?.description), (.coverageEnd, end?.description),
            (.copay, isActive ? amount(copays) : nil), (.deductible, isActive ? amount(deductibles) : nil),
            (.benefitsDate, isActive ? day?.description : nil),
            (.benefitsReference, isActive && !reference.isEmpty ? reference : nil),
        ]
        return Dictionary(uniqueKeysWithValues: texts.compactMap { field, text in text.map { (field.id, $0) } })
    }
}

extension String {
    fileprivate var lettersAndDigits: String { uppercased().filter { $0.isLetter || $0.isNumber } }
}
