/// The notes of a release in the order of what carries them, as the file has them.
struct NoteColumns {
    private(set) var owners: [UInt8] = []
    private(set) var notes: [UInt8] = []
    private(set) var texts: [UInt8] = []
    private(set) var ranges: [UInt8] = []

    init(_ all: [(codes: CodeRange, note: CodeNote)]) {
        let sorted = all.enumerated().sorted {
            let (left, right) = ($0.element.codes, $1.element.codes)
            if left.first != right.first { return left.first < right.first }
            return left.last != right.last ? left.last > right.last : $0.offset < $1.offset
        }.map(\.element)
        var open: [(codes: CodeRange, owner: Int)] = []
        var (owner, first) = (0, 0)
        while first < sorted.count {
            let codes = sorted[first].codes
            let own = sorted[first...].prefix { $0.codes == codes }
            while let last = open.last, last.codes.last < codes.last { open.removeLast() }
            let parent = open.last.map { UInt32($0.owner) } ?? TableFormat.noOwner
            owners += [codes.first, codes.last].bytes + [UInt32(first), UInt32(own.count), parent, 0].bytes
            open.append((codes, owner))
            own.forEach { append($0.note) }
            owner += 1
            first += own.count
        }
    }

    private mutating func append(_ note: CodeNote) {
        let start = UInt32(ranges.count / TableFormat.rangeLength)
        for range in note.ranges.prefix(Int(UInt16.max)) { ranges += [range.first, range.last].bytes }
        texts += note.text.utf8
        notes += [note.kind.rawValue, note.isWhole ? 1 : 0]
        notes += [UInt16(clamping: note.ranges.count)].bytes + [start, UInt32(clamping: texts.count)].bytes
    }
}
