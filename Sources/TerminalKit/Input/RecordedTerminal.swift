public import TextKit

/// A terminal for tests: it plays a script of events and keeps every frame.
public struct RecordedTerminal: ~Copyable, Terminal {
    public private(set) var size: Size
    public let glyphs: Glyphs
    public private(set) var frames: [Frame] = []
    public private(set) var beeps = 0
    public private(set) var suspensions = 0
    public private(set) var copies: [String] = []
    private var script: ArraySlice<Event>

    public init(size: Size, glyphs: Glyphs = .unicode, events: [Event] = []) {
        self.size = size
        self.glyphs = glyphs
        script = events[...]
    }

    /// The script's next event at once; at its end `.hangup`, or `nil` where a deadline is given.
    public mutating func nextEvent(until deadline: Deadline?) -> Event? {
        guard let event = script.popFirst() else { return deadline == nil ? .hangup : nil }
        if case .resized(let size) = event { self.size = size }
        return event
    }

    public mutating func present(_ frame: Frame) {
        frames.append(frame)
    }

    public mutating func beep() {
        beeps += 1
    }

    public mutating func suspend() {
        suspensions += 1
    }

    public mutating func copy(_ text: String) {
        copies.append(text)
    }
}
