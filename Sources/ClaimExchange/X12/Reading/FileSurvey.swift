import Crypto
import TextKit

/// What a file is, without its contents: its fingerprint, and which interchanges and transactions an X12 file has.
public struct FileSurvey: Sendable {
    /// The transactions (ST01) and `TA1`, each once, in the order of the file.
    public private(set) var kinds: [String] = []
    /// How many claims (CLM) it has.
    public private(set) var claims = 0
    /// Whether it begins as X12 does.
    public private(set) var isX12 = false
    /// Whether its last segment ends an interchange (IEA), and nothing comes after it.
    public var isWhole: Bool { endsInterchange && !rest.contains { $0 > 0x20 } }
    private var endsInterchange = false
    private var hash = SHA256()
    private var names = SHA256()
    private var hasNames = false
    private var delimiters: X12Delimiters?
    private var rest: [UInt8] = []
    private var isFirst = true

    /// The most bytes that a segment has; what has no end within them is no X12.
    private static let longestSegment = 1 << 20

    /// Of a file of which nothing was read yet.
    public init() {}

    /// SHA-256 of its bytes, in hexadecimal digits.
    public var checksum: String { hash.finalize().hexadecimal }

    /// SHA-256 of what its interchanges say of themselves (parties, time and number) and of its kinds; `nil` without any.
    public var interchanges: String? { hasNames ? names.finalize().hexadecimal : nil }

    /// Takes the next bytes of the file.
    public mutating func take(_ bytes: [UInt8]) {
        hash.update(data: bytes)
        if isFirst {
            isFirst = false
            let start = bytes.firstIndex { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) } ?? 0
            isX12 = InterchangeHeader.mayBegin(bytes[start...])
            delimiters = isX12 ? InterchangeHeader(bytes[start...])?.delimiters : nil
            return split(bytes[start...])
        }
        split(bytes[...])
    }

    private mutating func split(_ bytes: ArraySlice<UInt8>) {
        guard let delimiters else { return }
        for byte in bytes {
            guard byte == delimiters.terminator else {
                rest.append(byte)
                continue
            }
            note(rest.drop { $0 <= 0x20 }, delimiters)
            rest.removeAll(keepingCapacity: true)
        }
        if rest.count > FileSurvey.longestSegment { (self.delimiters, endsInterchange, rest) = (nil, false, []) }
    }

    private mutating func note(_ segment: ArraySlice<UInt8>, _ delimiters: X12Delimiters) {
        endsInterchange = segment.starts(with: "IEA".utf8)
        guard let first = segment.first, [0x43, 0x49, 0x53, 0x54].contains(first) else { return }
        let elements = segment.split(separator: delimiters.element, omittingEmptySubsequences: false)
        guard let label = elements.first.map({ String(decoding: $0, as: UTF8.self) }) else { return }
        switch label {
        case "CLM": claims += 1
        case "TA1": noteKind("TA1")
        case "ST" where elements.count > 1: noteKind(String(decoding: elements[1], as: UTF8.self))
        case "ISA" where elements.count > 13:
            hasNames = true
            for index in [5, 6, 7, 8, 9, 10, 13] { names.update(data: Array(elements[index]) + [0]) }
        default: break
        }
    }

    private mutating func noteKind(_ kind: String) {
        guard !kinds.contains(kind) else { return }
        kinds.append(kind)
        names.update(data: Array(kind.utf8) + [0])
    }
}
