import ClaimModel

/// What became of the claims of a file so far.
public struct ImportCounts: Sendable {
    /// New drafts.
    var taken = 0
    /// Skipped claims that are on the worklist as they came.
    var known = NamedClaims()
    /// Skipped claims that were changed since they came.
    var changed = NamedClaims()
    /// Claims whose account number another claim of the store has, too.
    var shared = NamedClaims()
    /// Claims with the account number, patient and date of another one in the file.
    var repeated = 0
    /// Claims that the file does not have whole.
    var left = 0
    /// Errors in the file.
    var faults = 0
}

/// Claims that were counted, and the account numbers of the first of them.
struct NamedClaims: Sendable {
    private(set) var count = 0
    private var accounts: [String] = []

    private static let listed = 10

    mutating func add(_ account: String) {
        count += 1
        if accounts.count < NamedClaims.listed, !account.isEmpty { accounts.append(account) }
    }

    var text: String {
        let named = accounts.joined(separator: ", ")
        return count <= NamedClaims.listed && !named.isEmpty
            ? named : counted(count, "claim") + (named.isEmpty ? "" : " (\(named), …)")
    }
}

extension ImportCounts {
    func sentences(of name: String, isDryRun: Bool) -> [String] {
        let verb = isDryRun ? "would be imported" : "imported"
        var sentences = ["\(name): \(counted(taken, "claim")) \(verb) as \(taken == 1 ? "a draft" : "drafts")."]
        if known.count > 0 {
            let them = known.count == 1 ? "it" : "them"
            sentences.append("Skipped: already on the worklist: \(known.text); --again imports \(them) again.")
        }
        if changed.count > 0 {
            let them = changed.count == 1 ? "it" : "them"
            sentences.append(
                "Skipped: on the worklist, changed since: \(changed.text); --again imports \(them) again.")
        }
        if shared.count > 0 {
            sentences.append("Another claim on the worklist has the same account number: \(shared.text).")
        }
        return sentences
    }
}
