import Testing

@testable import TerminalKit

@Suite struct RecordedTerminalTests {
    @Test func `it plays its script and keeps the frames`() {
        var terminal = RecordedTerminal(
            size: Size(columns: 80, rows: 24), events: [.key(.enter), .resized(Size(columns: 120, rows: 40))])
        #expect(terminal.nextEvent(until: .now) == .key(.enter))
        terminal.present(Frame(terminal.size))
        #expect(terminal.nextEvent(until: nil) == .resized(Size(columns: 120, rows: 40)))
        terminal.present(Frame(terminal.size))
        #expect(terminal.nextEvent(until: .now) == nil)
        #expect(terminal.nextEvent(until: nil) == .hangup)
        terminal.beep()
        #expect(terminal.frames.map(\.size) == [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
        #expect(terminal.beeps == 1)
    }
}
