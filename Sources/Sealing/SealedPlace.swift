public import Foundation

/// Where a sealed record belongs: the table, the row, its revision and whatever else must not change unnoticed. It is
/// authenticated with the record and stored nowhere.
public struct SealedPlace: Sendable {
    package private(set) var bytes: [UInt8]

    /// - Parameter kind: such as `draft`; letters only.
    public init(_ kind: String) {
        bytes = Array(kind.utf8)
        bytes.append(0)
    }

    public mutating func add(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// `nil` differs from every number.
    public mutating func add(_ number: Int64?) {
        bytes.append(number == nil ? 0 : 1)
        if let number { add(number) }
    }

    public mutating func add(_ text: some DataProtocol) {
        add(Int64(text.count))
        bytes.append(contentsOf: text)
    }

    public mutating func add(_ text: String) {
        add(Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }
}
