import Foundation
import Sealing

/// The key of the trail stays when the data key is changed: what was recorded before can be verified afterwards.
extension Keyring {
    /// - Throws: `locked`; `tampered` where there is none, as on a disk that is read-only.
    var trailKey: SealingKey {
        get throws(KeyFault) {
            guard let key = try session.trailKey else { throw .tampered(path: path) }
            return key
        }
    }

    private static let place = SealedPlace("trailKey")

    static func trailKey(openedBy key: SealingKey, in database: Database) throws -> SealingKey? {
        // A keyring of an earlier version that is read-only has no column for it.
        guard try database.schemaVersion() >= KeySchema.trailVersion,
            let sealed = try database.one(Data.self, "SELECT trailKey FROM office")
        else { return nil }
        guard let key = SealingKey(bytes: try key.open(sealed, for: place)) else { throw SealFault() }
        return key
    }

    /// Makes the key where there is none yet; `nil` where nothing can be written.
    func makeTrailKey(sealedBy key: SealingKey) throws(StoreFault) -> SealingKey? {
        do throws(StoreFault) {
            return try writing { database in
                let sealed = key.seal(SealingKey().bytes, for: Keyring.place)
                try database.execute("UPDATE office SET trailKey = ? WHERE trailKey IS NULL", [sealed])
                return try Keyring.trailKey(openedBy: key, in: database)
            }
        } catch {
            guard error == .readOnly else { throw error }
            return nil
        }
    }

    static func resealTrailKey(from old: SealingKey, to new: SealingKey, in database: Database) throws {
        guard let key = try trailKey(openedBy: old, in: database) else { return }
        try database.execute("UPDATE office SET trailKey = ?", [new.seal(key.bytes, for: place)])
    }
}
