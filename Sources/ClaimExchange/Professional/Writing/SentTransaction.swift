public import ClaimModel
public import ClaimRules

/// A transaction that was sent, as far as it takes to say of which claim and field one of its segments is.
public struct SentTransaction {
    /// A claim as it went out, and its place.
    public struct Claim: Sendable {
        let draft: ClaimDraft
        let segments: ClosedRange<Int>

        /// - Parameter segments: the claim's place, as `ProfessionalFile.places` gave it.
        public init(_ draft: ClaimDraft, at segments: ClosedRange<Int>) {
            self.draft = draft
            self.segments = segments
        }
    }

    private let claims: [Claim]
    private let context: ParsingContext

    /// - Parameter claims: in the order of the file.
    public init(_ claims: [Claim], in context: ParsingContext) {
        self.claims = claims
        self.context = context
    }

    /// What an acknowledgment has against each claim, by its number here, from 0. What is in a level that several
    /// claims share is held against all of them.
    public func answered(_ notes: [Acknowledgment.SegmentNote]) -> [Int: [AnsweredSegment]] {
        var answered: [Int: [AnsweredSegment]] = [:]
        for note in notes {
            guard let index = claim(of: note) else { continue }
            let segments = SentSegments(of: claims[index], in: context)
            let found = segments.answered(note)
            for sharer in index...lastSharer(of: segments.level(of: note), from: index) {
                answered[sharer, default: []] += found
            }
        }
        return answered
    }

    private func claim(of note: Acknowledgment.SegmentNote) -> Int? {
        // An account number goes out in capitals.
        let named = claims.indices.filter { index in
            claims[index].draft.identity.account.value.map { $0.text.uppercased() == note.account.uppercased() }
                ?? false
        }
        if named.count == 1, let only = named.first { return only }
        guard let position = note.position else { return nil }
        guard let index = claims.firstIndex(where: { $0.segments.contains(position) }) else {
            let isBehind = claims.last.map { $0.segments.upperBound + 1 == position } ?? false
            return isBehind && note.isMissing ? claims.count - 1 : nil
        }
        // What is missing is counted where it should be: at the end of a claim that is the next one's beginning.
        let isBefore = note.isMissing && position == claims[index].segments.lowerBound
        let section = ProfessionalLoop(identifier: note.loop[...])?.section
        return isBefore && index > 0 && section == .claim ? index - 1 : index
    }

    /// The last claim that is under a level which the claim of this number is under.
    private func lastSharer(of level: Int, from index: Int) -> Int {
        guard level > 0 else { return index }
        var last = index
        while last + 1 < claims.count, SentSegments(of: claims[last + 1], in: context).opened < level { last += 1 }
        return last
    }
}

extension Acknowledgment.SegmentNote {
    /// Whether the segment is wanted and not there.
    fileprivate var isMissing: Bool { ["3", "I6", "I7", "I8"].contains(code) }
}
