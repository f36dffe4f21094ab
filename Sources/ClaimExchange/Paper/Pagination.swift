import TextKit

/// One printed page: at most 66 lines of at most 80 columns.
public struct Page: Hashable, Sendable {
    /// Without blanks at the end, and without a form feed.
    public let lines: [String]
}

/// What is at the top and the foot of every page.
struct PageFrame {
    let head: [String]
    /// The foot of page `number` of `count`.
    let foot: (_ number: Int, _ count: Int) -> [String]
}

extension Array where Element == Section {
    /// The sections on pages: what belongs together stays together where a page can hold it, and a section that goes on
    /// says so.
    ///
    /// - Parameter isTight: whether no blank line parts the sections whose titles are in the margin.
    func paginated(in frame: PageFrame, isTight: Bool = false) -> [Page] {
        let room = Paper.lines - frame.head.count - frame.foot(1, 1).count - 2
        var flow = PageFlow(room: Swift.max(room, 4), isTight: isTight)
        for section in self where !section.items.isEmpty {
            flow.begin(section)
            for (index, item) in section.items.enumerated() { flow.add(item, of: section, isFirst: index == 0) }
        }
        let bodies = flow.finished()
        return bodies.enumerated().map { index, body in
            let blanks = [String](repeating: "", count: Swift.max(0, flow.room - body.count))
            return Page(
                lines: frame.head + [""] + body + blanks + [""] + frame.foot(index + 1, bodies.count))
        }
    }
}

extension [Section] {
    /// Whether they take fewer pages without blank lines between them.
    func needsTightPage(in frame: PageFrame) -> Bool {
        paginated(in: frame, isTight: true).count < paginated(in: frame).count
    }
}

/// The bodies of pages as they fill up.
private struct PageFlow {
    let room: Int
    let isTight: Bool
    private var full: [[String]] = []
    private var body: [String] = []
    /// Whether the section before has its title in the margin, too.
    private var isAfterMargin = false
    /// The last item that was added, and the title of its section.
    private var last: (item: [String], title: String) = ([], "")

    init(room: Int, isTight: Bool) {
        self.room = room
        self.isTight = isTight
    }

    private var left: Int { room - body.count }

    /// The most lines of a section that is never broken.
    private static let smallSection = 10

    /// The title goes where its first item can follow, a small section as a whole, or four lines of one that no page could hold.
    mutating func begin(_ section: Section) {
        let all = section.items.reduce(0) { $0 + $1.count }
        let size = all <= PageFlow.smallSection ? all : section.items.first?.count ?? 0
        let first = size + 2 <= room ? size : 4
        let gap = section.isInMargin && isTight && isAfterMargin ? 0 : 1
        isAfterMargin = section.isInMargin
        if section.beginsPage, !body.isEmpty {
            turn()
        } else if !body.isEmpty, left < first + gap + (section.isInMargin ? 0 : 1) {
            section.staysWithPrevious ? turnWithLast() : turn()
        }
        if !body.isEmpty, gap > 0 { body.append("") }
        if !section.isInMargin { body.append(section.title) }
    }

    mutating func add(_ item: [String], of section: Section, isFirst: Bool) {
        var item = item
        if section.isInMargin, isFirst, let line = item.first {
            item[0] = section.title.padded(to: Paper.margin.count) + line.dropFirst(Paper.margin.count)
        }
        if item.count > left, item.count < room {
            turn()
            if !isFirst { body.append("\(section.title) (continued)") }
        }
        for line in item {
            if left == 0 {
                turn()
                body.append("\(section.title) (continued)")
            }
            body.append(line)
        }
        last = (item, section.title)
    }

    private mutating func turn() {
        full.append(body)
        body = []
    }

    /// Takes the last item along to the next page, unless it is all that this one holds.
    private mutating func turnWithLast() {
        let (item, title) = last
        let rest = body.dropLast(item.count)
        let isWhole = item.count < room / 2 && body.suffix(item.count) == item[...]
        guard isWhole, rest.contains(where: { !$0.isEmpty && !$0.hasPrefix(title) }) else { return turn() }
        let isNamed = item.first?.hasPrefix(title) ?? false
        let heading = isNamed ? [] : [rest.last == title ? title : "\(title) (continued)"]
        body = Array(rest)
        while let line = body.last, line.isEmpty || line == title { body.removeLast() }
        turn()
        body = heading + item
    }

    mutating func finished() -> [[String]] {
        if !body.isEmpty || full.isEmpty { turn() }
        return full
    }
}
