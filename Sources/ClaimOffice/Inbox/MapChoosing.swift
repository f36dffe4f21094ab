import ClaimExchange
import ClaimStore
import Foundation

/// A map of columns that the claims of a CSV file may be read by.
public struct OfferedMap: Hashable, Sendable {
    public let path: String
    public let name: String
    /// How many of the columns that it names the file has.
    public let found: Int
    /// How many columns it names; 0 where it cannot be read.
    public let wanted: Int

    public var fits: Bool { wanted > 0 && found == wanted }

    init(_ map: URL, for beginning: [UInt8]) {
        (path, name) = (map.path, map.lastPathComponent)
        let columns = (try? RowMap(file: map.path)).flatMap { try? CSVClaims.columns(of: $0.columns, in: beginning) }
        (found, wanted) = columns ?? (0, 0)
    }
}

extension Inbox {
    /// The maps that there are for a file, those that read it first: the ones next to it, and those of the folder of maps.
    public func maps(for path: String) -> [OfferedMap] {
        let file = URL(fileURLWithPath: path)
        guard let beginning = try? IncomingFile(path).chunks(sealedBy: office.store.keyring).first else { return [] }
        let own = Inbox.maps(in: file.deletingLastPathComponent())
        let kept = Inbox.maps(in: office.library.folders.imports).filter { !own.contains($0) }
        return (own + kept).map { OfferedMap($0, for: beginning) }.sorted {
            (1000 * $1.found / max(1, $1.wanted), $0.name) < (1000 * $0.found / max(1, $0.wanted), $1.name)
        }
    }

    /// Whether a map reads the header of a file.
    func reads(_ file: IncomingFile, by map: String) -> Bool {
        guard let beginning = try? file.chunks(sealedBy: office.store.keyring).first else { return false }
        return OfferedMap(URL(fileURLWithPath: map), for: beginning).fits
    }

    static func maps(in folder: URL) -> [URL] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
            .map { folder.appendingPathComponent($0) }
    }
}
