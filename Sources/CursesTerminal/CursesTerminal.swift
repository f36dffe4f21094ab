import CNcurses
import Foundation
import Glibc
public import TerminalKit
public import TextKit

/// The terminal that the program was started in, drawn through ncurses.
///
/// Making one takes the screen over; giving it up restores it, and so do traps, fatal signals and `exit`. There is one
/// at a time. Keys are read from standard input directly, so that waiting sleeps and a burst is read in one piece.
public struct CursesTerminal: ~Copyable, Terminal {
    public private(set) var size: Size
    public let glyphs: Glyphs
    public let depth: ColorDepth
    /// The signal that asked the program to end, if one did.
    public private(set) var endingSignal: Int32?

    private let screen: OpaquePointer
    private let window: UnsafeMutablePointer<WINDOW>
    private let signals: Signals
    private var input: InputQueue
    private var brush: Brush
    private var shown: Frame?
    private var showsCursor = true
    private let wakeUp: [Int32]

    /// - Parameters:
    ///   - alt: the characters that make one key with Alt (see `KeySequences`).
    ///   - least: the smallest size to start in.
    ///   - wakeUp: descriptors that end a wait for an event once one of them is readable; -1 for none.
    public init(
        theme: Theme, environment: [String: String], alt: Set<Character> = Set("0123456789"),
        least: Size = Size(columns: 80, rows: 24), wakeUp: [Int32] = []
    ) throws(Unusable) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
        CursesTerminal.useLocale(environment)
        try Description.load(environment: environment)
        if let size = CursesTerminal.measured(), size.columns < least.columns || size.rows < least.rows {
            throw .tooSmall(size, least: least)
        }
        Rescue.arm(leaving: Description.leaving)
        guard let screen = cc_open_screen(), let window = cc_main_window() else {
            Rescue.disarm()
            throw .incapable(environment["TERM"] ?? "")
        }
        self.screen = screen
        self.window = window
        self.wakeUp = wakeUp
        signals = Signals(Signals.ofTerminal)
        depth = CursesTerminal.startColors(environment)
        brush = Brush(theme: theme, depth: depth)
        let signs: Glyphs = cc_is_utf8() ? .unicode : .ascii
        glyphs = depth == .mono || theme.isColorless ? signs : signs.onColor
        input = InputQueue(
            decoder: InputDecoder(keys: KeySequences(described: Description.keys, alt: alt)),
            escapeDelay: environment["ESCDELAY"].flatMap { Int($0) }.map { min(max($0, 0), 10_000) } ?? 25)
        size = Size(columns: Int(cc_columns(window)), rows: Int(cc_rows(window)))
        enter()
        _ = adoptSize()
    }

    deinit {
        endwin()
        CursesTerminal.write(Description.pasteOff)
        Rescue.disarm()
        delscreen(screen)
    }

    public mutating func nextEvent(until deadline: Deadline?) -> Event? {
        while true {
            if let event = input.popFirst() { return event }
            switch input.wait(signals: signals.descriptor, wakeUp: wakeUp, until: deadline) {
            case .input: continue
            case .late, .woken: return nil
            case .signal:
                for signal in signals.taken() { answer(signal) }
            }
        }
    }

    public mutating func present(_ frame: Frame) {
        if shown == nil { werase(window) }
        frame.visitChanges(since: shown) { place, cell in
            guard place.row < size.rows, place.column + cell.columns <= size.columns, cell.columns > 0 else { return }
            draw(cell, at: place)
        }
        shown = frame
        place(frame.cursor)
        wrefresh(window)
    }

    /// As OSC 52, which a terminal may refuse; nothing comes back.
    public mutating func copy(_ text: String) {
        CursesTerminal.write(Array("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}".utf8))
    }

    public mutating func beep() {
        CNcurses.beep()
    }

    /// Leaves the screen and stops, as Ctrl-Z does elsewhere; returns when the shell lets the program go on. A
    /// `.resumed` event follows.
    public mutating func suspend() {
        endwin()
        CursesTerminal.write(Description.pasteOff)
        signals.stop()
        resume()
        for signal in signals.taken() where signal != SIGCONT { answer(signal) }
    }

    private mutating func answer(_ signal: Int32) {
        switch signal {
        case SIGWINCH: if adoptSize() { input.append(.resized(size)) }
        case SIGTSTP: input.append(.suspending)
        case SIGCONT: resume()
        case SIGHUP:
            endingSignal = signal
            input.hangUp()
        default:
            endingSignal = signal
            input.append(.terminated)
        }
    }

    private mutating func resume() {
        reset_prog_mode()
        enter()
        shown = nil
        input.append(.resumed)
        if adoptSize() { input.append(.resized(size)) }
    }

    /// Every key is a character to the program: no signals, no flow control, no echo, no translation of line ends.
    private func enter() {
        raw()
        noecho()
        nonl()
        meta(window, true)
        keypad(window, true)
        typeahead(-1)
        clearok(cc_physical_window(), true)
        CursesTerminal.write(Description.pasteOn)
    }

    /// Takes the terminal's size over and says whether it is another one.
    private mutating func adoptSize() -> Bool {
        guard let measured = CursesTerminal.measured(), measured != size else { return false }
        resize_term(Int32(measured.rows), Int32(measured.columns))
        clearok(cc_physical_window(), true)
        size = measured
        shown = nil
        return true
    }

    private mutating func draw(_ cell: Cell, at place: Position) {
        let look = brush.look(of: cell.role)
        let sign = cell.character.unicodeScalars.prefix(5).map(\.value) + [0]
        cc_put(window, Int32(place.row), Int32(place.column), sign, Int32(cell.columns), look.attributes, look.pair)
    }

    private mutating func place(_ cursor: Position?) {
        let seen = cursor.flatMap { place in
            (0..<size.columns).contains(place.column) && (0..<size.rows).contains(place.row) ? place : nil
        }
        if let seen { wmove(window, Int32(seen.row), Int32(seen.column)) }
        guard (seen != nil) != showsCursor else { return }
        showsCursor.toggle()
        curs_set(showsCursor ? 1 : 0)
    }
}

extension CursesTerminal {
    private static func measured() -> Size? {
        var (rows, columns): (Int32, Int32) = (0, 0)
        return cc_measure(STDOUT_FILENO, &rows, &columns) ? Size(columns: Int(columns), rows: Int(rows)) : nil
    }

    private static func startColors(_ environment: [String: String]) -> ColorDepth {
        guard (environment["NO_COLOR"] ?? "").isEmpty, has_colors(), start_color() == OK else { return .mono }
        use_default_colors()
        return ColorDepth(colors: Int(cc_colors()), isDirect: cc_is_direct(), environment: environment)
    }

    /// Takes the locale of the environment; where a UTF-8 one is named that is not installed, the plain UTF-8 one.
    private static func useLocale(_ environment: [String: String]) {
        setlocale(LC_ALL, "")
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let spelled = named.lowercased().filter { $0 != "-" }
        if !cc_is_utf8(), spelled.hasSuffix("utf8") { setlocale(LC_CTYPE, "C.UTF-8") }
    }

    private static func write(_ bytes: [UInt8]) {
        _ = Glibc.write(STDOUT_FILENO, bytes, bytes.count)
    }
}
