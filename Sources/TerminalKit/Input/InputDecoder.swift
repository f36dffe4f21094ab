/// Turns the bytes of a terminal into events: escape sequences, UTF-8, and bracketed paste.
///
/// The events of a stream of bytes are the same however it is cut into pieces, as long as no pause lies inside of a
/// sequence. A lone Escape and the start of a sequence look alike: after `Escape` delay without a further byte, call
/// `flush()`.
public struct InputDecoder: Sendable {
    private let keys: KeySequences
    private var pending: [UInt8] = []
    private var paste: PasteBuffer?
    private var events: [Event] = []

    public init(keys: KeySequences) {
        self.keys = keys
    }

    /// Whether bytes are held back that a pause would settle.
    public var isWaiting: Bool { !pending.isEmpty || paste != nil }

    /// Whether a paste has begun and not ended.
    public var isPasting: Bool { paste != nil }

    /// Takes bytes in and gives the events that they complete.
    @specialized(where Bytes == ArraySlice<UInt8>)
    public mutating func decode<Bytes: Sequence<UInt8>>(_ bytes: Bytes) -> [Event] {
        for byte in bytes {
            if paste != nil { takePasted(byte) } else { take(byte) }
        }
        return drain()
    }

    /// Settles what is held back, because no further byte came in time.
    public mutating func flush() -> [Event] {
        if let paste { finish(paste) }
        while !pending.isEmpty { settleFirst() }
        return drain()
    }

    private mutating func drain() -> [Event] {
        defer { events.removeAll(keepingCapacity: true) }
        return events
    }

    private mutating func takePasted(_ byte: UInt8) {
        guard paste?.take(byte) == true, let finished = paste else { return }
        finish(finished)
    }

    private mutating func finish(_ finished: PasteBuffer) {
        paste = nil
        let (text, dropped) = finished.text
        if !text.isEmpty || dropped > 0 { events.append(.paste(text, dropped: dropped)) }
    }

    private mutating func take(_ byte: UInt8) {
        pending.append(byte)
        while !pending.isEmpty, paste == nil {
            switch keys.match(pending) {
            case .key(let key):
                pending.removeAll(keepingCapacity: true)
                events.append(.key(key))
            case .pasteStart:
                pending.removeAll(keepingCapacity: true)
                paste = PasteBuffer()
            case .unknownSequence: pending.removeAll(keepingCapacity: true)
            case .incomplete: return
            case .nothing: settleFirst()
            }
        }
    }

    /// Gives the first held byte its meaning on its own, then looks at the others again.
    private mutating func settleFirst() {
        let rest = pending.dropFirst()
        let first = pending[0]
        pending.removeAll(keepingCapacity: true)
        events.append(.key(first == 0x1B ? .escape : .character("\u{FFFD}")))
        for byte in rest { take(byte) }
    }
}
