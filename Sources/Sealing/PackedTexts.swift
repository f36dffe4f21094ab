public import Foundation

/// Texts in one piece of bytes, to be sealed together: for each its length plus 1 as four little-endian bytes, 0 for `nil`,
/// and its UTF-8.
public enum PackedTexts {
    public static func pack(_ texts: [String?]) -> Data {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(texts.reduce(0) { $0 + 4 + ($1?.utf8.count ?? 0) })
        for text in texts {
            let length = UInt32(text.map { $0.utf8.count + 1 } ?? 0)
            withUnsafeBytes(of: length.littleEndian) { bytes.append(contentsOf: $0) }
            if let text { bytes.append(contentsOf: text.utf8) }
        }
        return Data(bytes)
    }

    /// `nil` where the bytes are no such piece.
    public static func unpack(_ bytes: Data) -> [String?]? {
        var texts: [String?] = []
        // As many as a claim's row has.
        texts.reserveCapacity(40)
        return bytes.withUnsafeBytes { buffer -> [String?]? in
            var place = 0
            while place < buffer.count {
                guard place + 4 <= buffer.count else { return nil }
                let length = Int(UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
                place += 4
                guard length > 0 else {
                    texts.append(nil)
                    continue
                }
                guard place + length - 1 <= buffer.count else { return nil }
                texts.append(String(decoding: buffer[place..<place + length - 1], as: UTF8.self))
                place += length - 1
            }
            return texts
        }
    }
}
