package import Foundation

/// A value that a statement is given.
package enum PostgresValue: Hashable, Sendable {
    case null, integer(Int64), text(String), bytes(Data)
}

/// Values as libpq takes them: integers and text as text, which the server reads as the type it inferred; bytes as they are.
struct Parameters {
    /// All values one after another, each with a zero byte after it.
    private var content: [CChar] = []
    /// Where each value begins; `nil` for null.
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [PostgresValue]) throws(PostgresFault) {
        for value in values {
            switch value {
            case .null: append(nil, length: 0, isBinary: false)
            case .integer(let number): append(String(number).utf8)
            case .text(let text):
                // The server knows no zero byte in a text, and libpq would cut the text there.
                guard !text.utf8.contains(0) else { throw PostgresFault(sqlState: "22021") }
                append(text.utf8)
            case .bytes(let data):
                // libpq counts lengths in 32 bits.
                guard let length = Int32(exactly: data.count) else { throw PostgresFault(sqlState: "54000") }
                let start = content.count
                data.withUnsafeBytes { content.append(contentsOf: $0.bindMemory(to: CChar.self)) }
                append(start, length: length, isBinary: true)
            }
            content.append(0)
        }
    }

    private mutating func append(_ text: some Sequence<UInt8>) {
        let start = content.count
        content.append(contentsOf: text.lazy.map(CChar.init(bitPattern:)))
        append(start, length: 0, isBinary: false)
    }

    private mutating func append(_ start: Int?, length: Int32, isBinary: Bool) {
        starts.append(start)
        lengths.append(length)
        formats.append(isBinary ? 1 : 0)
    }

    typealias Pointers = UnsafePointer<UnsafePointer<CChar>?>

    /// Calls with how many there are, where they are, their lengths and their formats.
    func withPointers<Answer>(_ body: (Int32, Pointers, [Int32], [Int32]) -> Answer) -> Answer {
        content.withUnsafeBufferPointer { buffer in
            let pointers = starts.map { start in start.flatMap { start in buffer.baseAddress.map { $0 + start } } }
            return body(Int32(pointers.count), pointers, lengths, formats)
        }
    }
}
