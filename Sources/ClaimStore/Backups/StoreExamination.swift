public import ClaimModel
public import Foundation

/// Everything that can be found wrong with a store, without changing it.
public struct StoreExamination: Sendable {
    /// Why the database cannot be used; `nil` where it can.
    public private(set) var fault: StoreFault?
    public private(set) var claims = 0
    /// The numbers of the claims' rows that are damaged, wholly or in part.
    public private(set) var damagedRows: [Int64] = []
    /// Other rows whose records do not open, by table and number.
    public private(set) var otherDamage: [String] = []
    /// `nil` where it was not looked at.
    public private(set) var trail: TrailExamination?
    /// The backups, the latest first, and whether each is whole and opens.
    public let backups: [(backup: StoreBackup, isWhole: Bool)]

    public var isSound: Bool {
        fault == nil && damagedRows.isEmpty && otherDamage.isEmpty && trail?.isSound != false
            && backups.allSatisfy(\.isWhole)
    }

    /// - Parameter keyring: `nil` where nobody has signed in; the claims are not looked at then.
    public init(of folder: URL, with keyring: Keyring?, in context: ParsingContext) {
        let folder = StoreFolder(path: folder.path)
        backups = folder.backups.map { backup in
            let opens = keyring.map { (try? DatabaseCheck.checkSeals(of: backup.path, $0)) != nil } ?? true
            return (backup, backup.isWhole && opens)
        }
        var rows: RowExamination?
        do {
            let check = DatabaseCheck(path: folder.database, patience: 5)
            let exists = try check.run(isThorough: true)
            if exists, let keyring { rows = try RowExamination(of: folder.database, with: keyring) }
            fault = nil
        } catch {
            fault = StoreFault(error, path: folder.database)
            return
        }
        guard let keyring, let rows else { return }
        var claims = 0
        let salvage = try? Salvage(of: folder.database, with: keyring, in: context) { claims += $0.isDeleted ? 0 : 1 }
        self.claims = claims
        let damaged = salvage.map { $0.damaged + $0.incomplete } ?? []
        damagedRows = rows.claims.union(damaged).sorted()
        otherDamage = rows.others
        trail = try? TrailExamination(of: folder, with: keyring)
    }

    /// Of the records of a server.
    public init(of store: ClaimStore, in context: ParsingContext) {
        let seals = store.seals
        backups = store.backups.map { backup in
            (backup, backup.isWhole && (try? DatabaseCheck.checkSeals(of: backup.path, seals.keyring)) != nil)
        }
        do throws(StoreFault) {
            let rows = try store.reading { try RowExamination(of: $0, seals) }
            let list = try store.list()
            (claims, otherDamage) = (list.claims.count, rows.others)
            let unreadable = list.claims.filter { (try? store.claim($0.id, in: context)) == nil }.map(\.id)
            let numbers = try store.reading { database in
                try unreadable.compactMap { try StoredClaim.find($0, in: database, seals)?.number }
            }
            damagedRows = rows.claims.union(list.damaged + numbers).sorted()
            trail = try store.examineTrail()
            fault = nil
        } catch {
            fault = error
        }
    }
}
