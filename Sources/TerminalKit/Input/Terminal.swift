public import TextKit

/// The moment until which to wait for an event.
public typealias Deadline = ContinuousClock.Instant

/// The border between the program and whatever draws it: events come out, frames go in.
public protocol Terminal: ~Copyable {
    var size: Size { get }

    /// The signs that it can draw.
    var glyphs: Glyphs { get }

    /// The next event, or `nil` when the deadline passes first or something else wakes the program; without a deadline it
    /// waits for ever, asleep. A deadline that has passed asks whether an event is already waiting.
    mutating func nextEvent(until deadline: Deadline?) -> Event?

    /// Makes the screen look like the frame.
    mutating func present(_ frame: Frame)

    /// Sounds the bell once.
    mutating func beep()

    /// Leaves the screen and stops until somebody lets the program go on; a `.resumed` event follows.
    mutating func suspend()

    /// Puts a text on the clipboard of whoever sits at it, if it can.
    mutating func copy(_ text: String)
}
