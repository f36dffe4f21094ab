import ClaimModel
import ClaimRules

/// What narrows the worklist down, as it is typed: words that a claim has anywhere, and terms such as `status:denied`, `age>30`,
/// `dos:11/1-11/30` or `payer:"medical mutual"`.
struct WorklistFilter: Hashable, Sendable {
    /// The words that are no terms.
    let words: [String]
    let terms: [FilterTerm]
    /// Why a term cannot be used; it leaves every claim.
    let fault: String?

    init(_ text: String, on today: Day) {
        var (words, terms, fault) = ([String](), [FilterTerm](), String?.none)
        for piece in WorklistFilter.pieces(of: text) {
            do throws(FilterFault) {
                guard let term = try FilterTerm(piece, on: today) else {
                    words.append(piece.filter { $0 != "\"" })
                    continue
                }
                terms.append(term)
            } catch {
                fault = fault ?? error.message
            }
        }
        (self.words, self.terms, self.fault) = (words.filter { !$0.isEmpty }, terms, fault)
    }

    /// Whether it asks for deleted claims, or for those that were put away.
    var wantsPutAway: Bool {
        words.first?.lowercased().hasPrefix("del") == true
            || terms.contains { $0 == .state(.archived) || $0 == .state(.deleted) }
    }

    /// What a claim's texts have to have in them: the words, and those of the terms.
    var folded: [FoldedTexts.Word] { (words + terms.compactMap(\.folded)).map { FoldedTexts.Word($0) } }

    /// Whether it leaves none that another one leaves out.
    func narrows(_ other: WorklistFilter) -> Bool {
        wantsPutAway == other.wantsPutAway && words.count >= other.words.count && terms.count >= other.terms.count
            && zip(words, other.words).allSatisfy { $0.hasPrefix($1) }
            && zip(terms, other.terms).allSatisfy { $0.narrows($1) }
    }

    /// Whether a claim satisfies every term; the words are looked for elsewhere.
    func holds(_ row: WorklistRow) -> Bool { terms.allSatisfy { $0.holds(row) } }

    /// The text between blanks; what is in quotes keeps its blanks.
    static func pieces(of text: String) -> [String] {
        var (pieces, isQuoted) = ([""], false)
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == " ", !isQuoted { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
        }
        return pieces.filter { !$0.isEmpty }
    }
}

/// Why a term of a filter cannot be used.
struct FilterFault: Error {
    let message: String
}
