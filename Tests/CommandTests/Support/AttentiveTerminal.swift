import TerminalKit
import TextKit

/// Somebody who types the next keys once the screen says what they wait for.
struct AttentiveTerminal: ~Copyable, Terminal {
    struct Step {
        let text: String
        let events: [Event]
        let then: () -> Void

        /// - Parameter then: what happens when these keys are typed.
        init(at text: String, _ events: [Event], then: @escaping () -> Void = {}) {
            self.text = text
            self.events = events
            self.then = then
        }
    }

    let size = Size(columns: 80, rows: 24)
    let glyphs = Glyphs.unicode
    private(set) var frames: [Frame] = []
    /// Until when it was waited, each time that the person did nothing.
    private(set) var idleDeadlines: [Deadline?] = []
    private(set) var suspensions = 0
    private var steps: ArraySlice<Step>
    private var typed: ArraySlice<Event> = []

    init(_ steps: [Step]) { self.steps = steps[...] }

    /// Whoever waits without a deadline for a person who does nothing sleeps for ever: the input ends there.
    mutating func nextEvent(until deadline: Deadline?) -> Event? {
        if let event = typed.popFirst() { return event }
        if let deadline, deadline <= .now { return nil }
        if let step = steps.first, frames.last?.text.contains(step.text) == true {
            steps.removeFirst()
            step.then()
            typed = step.events[...]
            if let event = typed.popFirst() { return event }
        }
        idleDeadlines.append(deadline)
        return deadline == nil ? .hangup : nil
    }

    mutating func present(_ frame: Frame) { frames.append(frame) }
    mutating func beep() {}
    mutating func suspend() { suspensions += 1 }
    mutating func copy(_ text: String) {}
}
