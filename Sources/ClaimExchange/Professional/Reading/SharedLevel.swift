import ClaimModel
import Synchronization

/// The level of a billing provider, which the claims after it have in common: its fields are read once for all of them.
final class SharedLevel: Sendable {
    let placed: [PlacedSegment]
    private let reading = Mutex<DraftBuilder?>(nil)

    init(_ placed: [PlacedSegment]) { self.placed = placed }

    /// A builder that has read the level, and knows the last claim under it.
    func builder(in context: ParsingContext) -> DraftBuilder {
        reading.withLock { known in
            if let known, known.context == context { return known }
            let read = DraftBuilder(reading: placed, in: context)
            known = read
            return read
        }
    }

    /// The claims that come next are likely to say much of what this one says.
    func keep(_ draft: ClaimDraft, in context: ParsingContext) {
        reading.withLock { known in
            if known?.context == context { known?.other = draft }
        }
    }
}
