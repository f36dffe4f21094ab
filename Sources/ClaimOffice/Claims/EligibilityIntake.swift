import ClaimExchange
import ClaimModel
import ClaimStore

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
}

extension Office {
    /// Reads eligibility answers (271) into the coverages on file: dates, copay, deductible, and that the benefits were
    /// checked. All of a file or nothing.
    ///
    /// - Parameter isDryRun: whether to say what would change, and to change nothing.
    public func takeEligibility(
        _ chunks: FileChunks, named name: String, isDryRun: Bool
    ) throws(OfficeFault) -> EligibilityOutcome {
        var answers: [Eligibility] = []
        var outcome = EligibilityOutcome()
        var reader = EligibilityReader(chunks: chunks.next)
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
        do throws(StoreFault) {
            try store.together { () throws(StoreFault) in
                var table = try ReferenceTable(store)
                let coverages = try store.references(.coverage).filter(\.isOffered)
                for answer in answers { try take(answer, named: name, coverages, &table, &outcome) }
                return !isDryRun
            }
        } catch {
            throw OfficeFault(error)
        }
        let verb = isDryRun ? "would be updated" : "updated"
        outcome.messages.append(
            "\(counted(outcome.taken, "coverage")) \(verb), \(counted(outcome.left, "answer")) not taken.")
        return outcome
    }

    private func take(
        _ answer: Eligibility, named name: String, _ coverages: [ReferenceEntry], _ table: inout ReferenceTable,
        _ outcome: inout EligibilityOutcome
    ) throws(StoreFault) {
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
        // An earlier answer of the same file may have changed it.
        guard let known = try table.entry(.coverage, coverage.identity) else { return }
        if answer.isActive == false { leave("the payer says that this coverage is not active.") }
        if answer.copays.count > 1 {
            outcome.messages.append("\(name), segment \(answer.segment): several copays, none taken.")
        }
        let texts = known.texts.merging(answer.texts) { $1 }
        guard texts != known.texts else { return outcome.left += answer.isActive == false ? 0 : 1 }
        if answer.isActive != false { outcome.taken += 1 }
        try table.replace(known, by: known.with(texts, labeledIn: parsing))
    }
}

extension Eligibility {
    /// By member ID, name and birth date; where the payer gives no birth date, by the first two.
    fileprivate func isOf(_ coverage: ReferenceEntry, in context: ParsingContext) -> Bool {
        guard !member.isEmpty, coverage.text(of: .memberID).lettersAndDigits == member.lettersAndDigits else {
            return false
        }
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
