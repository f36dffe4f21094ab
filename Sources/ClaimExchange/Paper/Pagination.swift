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
    func paginated(in frame: PageFrame) -> [Page] {
        var flow = PageFlow(room: Paper.lines - frame.head.count - frame.foot(1, 1).count - 2)
        for section in self where !section.items.isEmpty {
            flow.begin(section)
            for item in section.items { flow.add(item, of: section.title) }
        }
        let bodies = flow.finished()
        return bodies.enumerated().map { index, body in
            let blanks = [String](repeating: "", count: Swift.max(0, flow.room - body.count))
            return Page(
                lines: frame.head + [""] + body + blanks + [""] + frame.foot(index + 1, bodies.count))
        }
    }
}

/// The bodies of pages as they fill up.
private struct PageFlow {
    let room: Int
    private var full: [[String]] = []
    private var body: [String] = []

    init(room: Int) {
        self.room = Swift.max(room, 4)
    }

    private var left: Int { room - body.count }

    /// The most lines of a section that is never broken.
    private static let smallSection = 10

    /// The title goes where its first item can follow, a small section as a whole, or four lines of one that no page could hold.
    mutating func begin(_ section: Section) {
        let all = section.items.reduce(0) { $0 + $1.count }
        let size = all <= PageFlow.smallSection ? all : section.items.first?.count ?? 0
        let first = size + 2 <= room ? size : 4
        if !body.isEmpty, left < first + 2 { turn() }
        if !body.isEmpty { body.append("") }
        body.append(section.title)
    }

    mutating func add(_ item: [String], of title: String) {
        if item.count > left, item.count < room {
            turn()
            body.append("\(title) (continued)")
        }
        for line in item {
            if left == 0 {
                turn()
                body.append("\(title) (continued)")
            }
            body.append(line)
        }
    }

    private mutating func turn() {
        full.append(body)
        body = []
    }

    mutating func finished() -> [[String]] {
        if !body.isEmpty || full.isEmpty { turn() }
        return full
    }
}
