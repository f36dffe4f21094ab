import TextKit

/// A titled part of a printed document.
struct Section {
    let title: String
    /// What is kept together on one page as far as it fits, in lines of at most `Paper.columns`.
    var items: [[String]]
    /// Whether its title is in the margin of its first line, which is blank there.
    var isInMargin = false
    /// Whether it begins a page.
    var beginsPage = false
    /// Whether it is never at the top of a page without the end of the section before it.
    var staysWithPrevious = false

    init(_ title: String, _ items: [[String]]) {
        self.title = title
        self.items = items
    }

    /// Its title in the margin, its lines in the columns behind it.
    init(inMargin title: String, _ lines: [String]) {
        self.init(title, lines.map { [(Paper.margin + $0).withoutBlanksAtEnd] })
        isInMargin = true
    }
}

/// The sheet that everything is printed on.
enum Paper {
    static let columns = 80
    /// Lines of a page at six to the inch on eleven inches.
    static let lines = 66
    /// Before the text of a section with its title in the margin.
    static let margin = String(repeating: " ", count: 14)
    /// Columns of that text.
    static let textColumns = columns - margin.count

    static func rule(_ sign: Character = "-") -> String { String(repeating: sign, count: columns) }

    /// Two texts at both ends of a line; the left one gives way.
    static func ends(_ left: String, _ right: String) -> String {
        let right = right.clipped(to: columns)
        let room = columns - right.columns - (right.isEmpty ? 0 : 1)
        guard room > 0 else { return right }
        return (left.clipped(to: room).padded(to: columns - right.columns) + right).withoutBlanksAtEnd
    }

    /// A text under its label, which hangs out to the left.
    static func hanging(
        _ label: String, _ text: String, indent: Int = 2, column: Int = 19, columns: Int = Paper.columns
    ) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let isLong = label.columns >= column - indent
        let start = isLong ? indent + label.columns + 1 : column
        let first = (margin + label).padded(to: start)
        guard start < columns - 20 else {
            return (label + " " + text).wrapped(to: columns - indent).map { margin + $0 }
        }
        let room = String(repeating: " ", count: start)
        return text.wrapped(to: columns - start).enumerated()
            .map { (($0 == 0 ? first : room) + $1).withoutBlanksAtEnd }
    }

    /// Labels with their values one after the other, as many to a line as fit; each group begins a line.
    static func run(_ groups: [[(label: String, value: String?)]], columns: Int = Paper.textColumns) -> [String] {
        groups.flatMap { pairs in
            var lines: [String] = []
            for (label, value) in pairs {
                guard let value else { continue }
                let text = label.isEmpty ? value : "\(label): \(value)"
                if let last = lines.last, last.columns + 3 + text.columns <= columns {
                    lines[lines.count - 1] = last + "   " + text
                } else {
                    lines += text.wrapped(to: columns)
                }
            }
            return lines
        }
    }

    /// Labels with their values, two to a line where both are short.
    static func facts(_ pairs: [(label: String, value: String?)], indent: Int = 2) -> [[String]] {
        let half = (columns - indent) / 2
        var items: [[String]] = []
        var waiting: String?
        func flush() {
            if let line = waiting { items.append([line.withoutBlanksAtEnd]) }
            waiting = nil
        }
        for (label, value) in pairs {
            guard let value else { continue }
            guard label.columns <= 16, value.columns <= half - 18 else {
                flush()
                items.append(hanging(label, value, indent: indent))
                continue
            }
            let cell = label.padded(to: 17) + value
            if let left = waiting {
                items.append([left.padded(to: indent + half) + cell])
                waiting = nil
            } else {
                waiting = String(repeating: " ", count: indent) + cell
            }
        }
        flush()
        return items
    }
}
