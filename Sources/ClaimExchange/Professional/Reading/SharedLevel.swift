import ClaimModel
import Synchronization

/// The level of a billing provider, which the claims after it have in common: its fields are read once for all of them.
final class SharedLevel: Sendable {
    let placed: [PlacedSegment]
    private let reading = Mutex<DraftBuilder?>(nil)

    init(_ placed: [PlacedSegment]) { self.placed = placed }

    /// A builder that has read the level.
    func builder(in context: ParsingContext) -> DraftBuilder {
        reading.withLock { known in
            if let known, known.context == context { return known }
            let read = DraftBuilder(reading: placed, in: context)
            known = read
            return read
        }
    }
}
