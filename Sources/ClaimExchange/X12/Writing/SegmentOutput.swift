/// The bytes of X12 segments, in the usual delimiters.
struct SegmentOutput {
    private(set) var bytes: [UInt8] = []
    /// Segments since the counter was set back.
    private(set) var count = 0

    private static let delimiters = X12Delimiters.usual

    mutating func restartCount() { count = 0 }

    /// Lets go of the bytes so far; the counter goes on.
    mutating func takeAll() { bytes = [] }

    /// Elements as they are: texts that are legal already.
    mutating func write(_ name: String, _ elements: String...) {
        write(name, elements: elements.map { [$0] })
    }

    /// Blank ends are left out.
    mutating func write(_ name: String, elements: [[String]]) {
        bytes += name.utf8
        var pending = 0
        for element in elements {
            pending += 1
            guard element.contains(where: { !$0.isEmpty }) else { continue }
            for _ in 0..<pending { bytes.append(SegmentOutput.delimiters.element) }
            pending = 0
            write(element)
        }
        bytes.append(SegmentOutput.delimiters.terminator)
        count += 1
    }

    private mutating func write(_ components: [String]) {
        var pending = 0
        for component in components {
            if !component.isEmpty {
                for _ in 0..<pending { bytes.append(SegmentOutput.delimiters.component) }
                pending = 0
                for byte in component.utf8 {
                    let isRepetition = byte == WireSegment.repetition.utf8.first
                    bytes.append(isRepetition ? SegmentOutput.delimiters.repetition ?? byte : byte)
                }
            }
            pending += 1
        }
    }

    /// Every element, as the header of an interchange needs them.
    mutating func writeFixed(_ elements: [String]) {
        bytes += elements.joined(separator: "*").utf8
        bytes.append(SegmentOutput.delimiters.terminator)
    }
}
