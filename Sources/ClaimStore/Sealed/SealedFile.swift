import Foundation
public import Sealing

/// A file of exported records that only this office's program opens.
///
/// After a heading come the generation of the data key (8 bytes, little-endian) and a random id (16 bytes), then pieces: 1 for the
/// last one or 0, the length (4 bytes, little-endian), and what AES-256-GCM gives, bound to the id, the place and whether it is the last.
public enum SealedFile {
    static let heading = Array("cleanclaim sealed 1\n".utf8)
    static let idLength = 16
    static let pieceLength = 1 << 20

    /// Whether a file begins as a sealed one does.
    public static func isOne(_ beginning: [UInt8]) -> Bool { beginning.starts(with: heading) }

    static func place(_ id: Data, _ number: Int, isLast: Bool) -> SealedPlace {
        var place = SealedPlace("file", Int64(number), isLast ? 1 : 0)
        place.add(id)
        return place
    }
}

extension Keyring {
    /// Seals what is exported.
    public func sealedFile(_ content: [UInt8]) throws(StoreFault) -> [UInt8] {
        var writer = try sealedFileWriter()
        return writer.take(content) + writer.end()
    }

    /// Seals a file.
    public func sealedFileWriter() throws(StoreFault) -> SealedFileWriter {
        do throws(KeyFault) {
            let generation = try self.generation
            return SealedFileWriter(generation, try dataKey(generation).office)
        } catch {
            throw .keys(error)
        }
    }

    /// Opens sealed files.
    public var sealedFileReader: SealedFileReader { SealedFileReader(self) }
}

/// Seals a file piece by piece.
public struct SealedFileWriter: Sendable {
    private let key: SealingKey
    private let id = Data((0..<SealedFile.idLength).map { _ in UInt8.random(in: .min ... .max) })
    private var number = 0
    /// What is not sealed yet, never more than a piece after a call.
    private var waiting: [UInt8] = []
    /// What comes before the next piece: the head of the file.
    private var head: [UInt8]

    init(_ generation: Int, _ key: SealingKey) {
        self.key = key
        head = SealedFile.heading
        withUnsafeBytes(of: Int64(generation).littleEndian) { head += $0 }
        head += id
    }

    /// Takes the next bytes of the content.
    ///
    /// - Returns: the next bytes of the file, which may be none yet.
    public mutating func take(_ bytes: [UInt8]) -> [UInt8] {
        waiting += bytes
        var (file, start) = ([UInt8](), 0)
        // The last piece is sealed as such, and is not known before the end.
        while waiting.count - start > SealedFile.pieceLength {
            file += piece(waiting[start..<start + SealedFile.pieceLength], isLast: false)
            start += SealedFile.pieceLength
        }
        waiting.removeFirst(start)
        return file
    }

    /// The last bytes of the file.
    public mutating func end() -> [UInt8] { piece(waiting[...], isLast: true) }

    private mutating func piece(_ content: ArraySlice<UInt8>, isLast: Bool) -> [UInt8] {
        let sealed = key.seal(content, for: SealedFile.place(id, number, isLast: isLast))
        var piece = head
        piece.append(isLast ? 1 : 0)
        withUnsafeBytes(of: UInt32(sealed.count).littleEndian) { piece += $0 }
        (head, number) = ([], number + 1)
        return piece + sealed
    }
}

/// Opens a sealed file piece by piece.
public struct SealedFileReader: Sendable {
    private let keyring: Keyring
    private var waiting: [UInt8] = []
    private var key: SealingKey?
    private var id = Data()
    private var number = 0
    private var hasEnded = false

    init(_ keyring: Keyring) { self.keyring = keyring }

    /// Takes the next bytes of the file, from its beginning on.
    ///
    /// - Returns: what they open, which may be nothing yet.
    /// - Throws: where another key sealed the file, or it was changed.
    public mutating func take(_ bytes: [UInt8]) throws(SealFault) -> [UInt8] {
        waiting += bytes
        if key == nil, try !readHead() { return [] }
        var content: [UInt8] = []
        while let piece = try nextPiece() { content += piece }
        return content
    }

    /// Whether the file has ended as it was written; one that was cut off has not.
    public var isWhole: Bool { hasEnded && waiting.isEmpty }

    private mutating func readHead() throws(SealFault) -> Bool {
        let start = SealedFile.heading.count
        guard waiting.count >= start + 8 + SealedFile.idLength else { return false }
        let generation = waiting[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        id = Data(waiting[start + 8..<start + 8 + SealedFile.idLength])
        guard let number = Int(exactly: generation), let key = try? keyring.dataKey(number).office else {
            throw SealFault()
        }
        self.key = key
        waiting.removeFirst(start + 8 + SealedFile.idLength)
        return true
    }

    private mutating func nextPiece() throws(SealFault) -> Data? {
        guard waiting.count >= 5, let key else { return nil }
        let length = Int(waiting[1..<5].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        guard length <= SealedFile.pieceLength + 64, !hasEnded else { throw SealFault() }
        guard waiting.count >= 5 + length else { return nil }
        let isLast = waiting[0] == 1
        let piece = try key.open(
            Data(waiting[5..<5 + length]), for: SealedFile.place(id, number, isLast: isLast))
        waiting.removeFirst(5 + length)
        number += 1
        hasEnded = isLast
        return piece
    }
}
