import ClaimModel

/// Descriptions in the order of their codes, each without what it shares with a header or neighbour before it.
struct StemmedTexts {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [UInt32] = []
    private(set) var stems: [UInt32] = []
    private(set) var hasStems = false

    init(_ texts: TextColumn, order: [Int]) {
        var stem: (row: Int, text: ArraySlice<UInt8>)?
        for (row, source) in order.enumerated() {
            let text = texts[source]
            if let stem, stem.text.count > 8, text.starts(with: stem.text),
                text.dropFirst(stem.text.count).first.map({ !$0.isLetterOrDigit && $0 < 0x80 }) ?? true
            {
                bytes += text.dropFirst(stem.text.count)
                stems.append(UInt32(stem.row))
                hasStems = true
            } else {
                stem = (row, text)
                bytes += text
                stems.append(TableFormat.noStem)
            }
            ends.append(UInt32(clamping: bytes.count))
        }
    }
}
