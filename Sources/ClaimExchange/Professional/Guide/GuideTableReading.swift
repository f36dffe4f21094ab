import ClaimModel

/// Reads `guide-837p.tsv`: one row for each loop, segment, element and component, the rows of what is in another after it.
extension GuideTable {
    init(parsing bytes: [UInt8]) {
        var reading = Reading()
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            reading.take(Row(line))
        }
        self = reading.finished()
    }

    private struct Row {
        private let cells: [ArraySlice<UInt8>]

        init(_ line: ArraySlice<UInt8>) {
            cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        }

        subscript(column: Column) -> ArraySlice<UInt8> {
            cells.indices.contains(column.rawValue) ? cells[column.rawValue] : []
        }

        func number(_ column: Column) -> Int? {
            let cell = self[column]
            guard !cell.isEmpty, cell.allSatisfy(\.isDigit) else { return nil }
            return cell.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }

        func words(_ column: Column) -> [ArraySlice<UInt8>] { self[column].split(separator: UInt8(ascii: " ")) }
    }

    private enum Column: Int {
        case kind, id, place, usage, limit, type, least, most, codes, notes
    }

    private struct Reading {
        private var table = GuideTable()
        private var loop: ProfessionalLoop?
        private var components: [Element] = []
        private var simple: [Element] = []
        /// By the number of the element in `simple`, its components in `components`.
        private var composites: [Int: Range<Int>] = [:]
        private var open: Segment?

        mutating func take(_ row: Row) {
            switch row[.kind].first {
            case UInt8(ascii: "l"): openLoop(row)
            case UInt8(ascii: "s"): openSegment(row)
            case UInt8(ascii: "e"): simple.append(element(row))
            default:
                if row[.kind].elementsEqual("component".utf8) { return takeComponent(row) }
                composites[simple.count] = components.count..<components.count
                simple.append(element(row))
            }
        }

        private mutating func openLoop(_ row: Row) {
            closeSegment()
            loop = ProfessionalLoop(identifier: String(decoding: row[.id], as: UTF8.self))
            guard let loop else { return }
            table.loops[loop.rawValue] = Loop(
                segments: table.segments.count..<table.segments.count, limit: row.number(.limit) ?? .max,
                isRequired: row[.usage].first == Usage.required.rawValue)
            let outer = ProfessionalLoop(identifier: String(decoding: row[.place], as: UTF8.self))
            if let outer, loop.parent == outer { table.loops[outer.rawValue].inner.append(loop) }
        }

        private mutating func openSegment(_ row: Row) {
            closeSegment()
            let notes = row.words(.notes).compactMap(note)
            open = Segment(
                name: X12SegmentID(row[.id]), isRequired: row[.usage].first == Usage.required.rawValue,
                limit: row.number(.limit) ?? .max, position: row.number(.place) ?? 0,
                notes: table.notes.count..<table.notes.count + notes.count)
            table.notes += notes
        }

        /// `P0304`, `L050607`
        private func note(_ word: ArraySlice<UInt8>) -> Note? {
            let digits = word.dropFirst().map { Int($0) - 0x30 }
            let places = stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
            guard let kind = word.first, let first = places.first else { return nil }
            return Note(kind: kind, elements: places.reduce(0) { $0 | 1 << UInt64($1) }, first: first)
        }

        private mutating func element(_ row: Row) -> Element {
            let words = row.words(.codes).filter { $0.first != UInt8(ascii: "(") }.map { CodeWord($0) }
            let codes = words.contains(.none) ? [] : words
            let range = table.codes.count..<table.codes.count + codes.count
            table.codes += codes
            return Element(
                usage: row[.usage].first.flatMap(Usage.init) ?? .situational, type: ElementType(row[.type]),
                least: row.number(.least) ?? 0, most: row.number(.most) ?? .max, codes: range)
        }

        private mutating func takeComponent(_ row: Row) {
            components.append(element(row))
            guard let range = composites[simple.count - 1] else { return }
            composites[simple.count - 1] = range.lowerBound..<components.count
        }

        /// Elements first, then the components of each, in one piece.
        private mutating func closeSegment() {
            defer { (open, simple, components, composites) = (nil, [], [], [:]) }
            guard var segment = open else { return }
            let first = table.elements.count
            for (index, range) in composites {
                let start = first + simple.count + range.lowerBound
                simple[index].components = start..<start + range.count
            }
            segment.elements = first..<first + simple.count
            segment.lastRequired = (simple.lastIndex { $0.usage == .required } ?? -1) + 1
            table.elements += simple + components
            guard let loop else { return table.envelope.append(segment) }
            table.segments.append(segment)
            table.loops[loop.rawValue].segments = table.loops[loop.rawValue].segments.lowerBound..<table.segments.count
        }

        mutating func finished() -> GuideTable {
            closeSegment()
            return table
        }
    }
}

extension ElementType {
    fileprivate init(_ cell: ArraySlice<UInt8>) {
        self =
            switch cell.first {
            case UInt8(ascii: "I"): .code
            case UInt8(ascii: "A"): .text
            case UInt8(ascii: "D"): .date
            case UInt8(ascii: "T"): .time
            case UInt8(ascii: "R"): .decimal
            case UInt8(ascii: "N"): .number
            case UInt8(ascii: "B"): .binary
            default: .none
            }
    }
}
