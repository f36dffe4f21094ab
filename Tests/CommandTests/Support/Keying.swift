import Foundation

/// The screen and the cursor at one moment.
struct Glance: Equatable {
    let column: Int
    let row: Int
    let lines: [String]

    /// Whether the cursor has left the place where it was: another one, or the same one with another line in it, as when
    /// a grid scrolls. A mark that changes elsewhere, such as of the save that follows a key, is no such sign.
    func isElsewhere(than before: Glance) -> Bool {
        (column, row) != (before.column, before.row) || line != before.line
    }

    /// Whether the text before the field has changed, as when the cursor is on another line or page.
    func isOnOtherLine(than before: Glance) -> Bool {
        row != before.row || line?.prefix(before.column) != before.line?.prefix(before.column)
    }

    private var line: String? { lines.indices.contains(row) ? lines[row] : nil }

    /// Whether the cursor stands in the field of this label, or, for `|Title`, in the grid column of this title.
    func isAt(_ name: String) -> Bool {
        guard let line else { return false }
        if name.hasPrefix("|") { return isUnder(String(name.dropFirst())) }
        var before = String(line.prefix(column))
        while before.last == " " { before.removeLast() }
        return before == name || before.hasSuffix(" " + name) || before.hasSuffix("▾" + name)
    }

    /// The titles of a grid stand above its lines, each where its column begins.
    private func isUnder(_ title: String) -> Bool {
        let cells = Array(lines[row].padding(toLength: max(column, lines[row].count), withPad: " ", startingAt: 0))
        var column = column
        // In a field that holds a word the cursor stands behind it; the mark of a look-up is the end of the one before.
        while column > 0, !" ▾".contains(cells[column - 1]) { column -= 1 }
        return lines[..<row].contains { line in
            let titles = Array(line)
            guard titles.count > column, column == 0 || titles[column - 1] == " " else { return false }
            return String(titles[column...]).hasPrefix(title)
        }
    }
}

extension TerminalWindow {
    var glance: Glance {
        get throws {
            let answer = try tmux("display-message", "-p", "#{cursor_x} #{cursor_y}", ";", "capture-pane", "-p")
            var lines = answer.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let place = lines.removeFirst().split(separator: " ").compactMap { Int($0) }
            return Glance(column: place.first ?? 0, row: place.last ?? 0, lines: lines)
        }
    }

    /// What three looks in a row agree on, some time apart: on a busy machine one, or two, may fall between the parts of a
    /// frame.
    private var settled: Glance {
        get throws {
            var (last, agreeing) = (try glance, 1)
            for _ in 0..<200 where agreeing < 3 {
                usleep(10_000)
                let next = try glance
                agreeing = next == last ? agreeing + 1 : 1
                last = next
            }
            return last
        }
    }

    /// Keys answers in the order of the screen: Tab passes every field that is not asked for, Enter completes an answer.
    ///
    /// - Parameter answers: the field's label, or `|Title` in a grid, and what is typed; a text of several lines, which
    ///   Enter would not leave, ends with a tab of its own.
    func fill(_ answers: KeyValuePairs<String, String>) throws {
        for (name, text) in answers {
            try go(to: name)
            let before = try settled
            try send(text.hasSuffix("\t") ? text : text + "\r")
            let end = before.column + text.count
            try wait("the field behind \(name)") { _ in
                let now = try settled
                return now.column < before.column || now.column > end || now.isOnOtherLine(than: before)
            }
        }
    }

    /// Presses Tab until the cursor is in the field.
    func go(to name: String) throws {
        for _ in 0..<90 {
            let before = try settled
            if before.isAt(name) { return }
            try send("\t")
            try wait("Tab to leave the field, on the way to \(name)") { _ in
                try settled.isElsewhere(than: before)
            }
        }
        throw Unmet(description: "No field \(name) was reached. The screen:\n\(try screen)")
    }

    /// Goes to a screen of the claim by its number.
    func open(screen number: Int, showing text: String) throws {
        try press("C-o")
        try send(String(number))
        try wait(for: text)
    }
}
