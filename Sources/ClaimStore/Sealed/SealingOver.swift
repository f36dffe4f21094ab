import Foundation
import Sealing

/// What became of records that earlier versions kept in clear.
public struct SealedOver: Hashable, Sendable {
    /// The numbers of the claims that cannot be read; the old database is kept for them.
    public let lost: [Int64]
    /// Files that could not be sealed and are still in clear.
    public let clear: [String]
}

extension StoreFolder {
    /// The database in clear keeps this second name until everything is sealed: where it is there, sealing is to be gone on with.
    private var clearName: String { database + ".clear" }
    /// Its name once nothing of it is needed any more.
    private var finishedName: String { database + ".clear-sealed" }

    /// Whether the database or, where sealing was interrupted, something next to it is in clear.
    var hasClearRecords: Bool {
        get throws(StoreFault) {
            if access(clearName, F_OK) == 0 || access(finishedName, F_OK) == 0 { return true }
            return try !DatabaseCheck.isSealed(database)
        }
    }

    /// Whether there is something that only a keyring opens.
    var hasSealedRecords: Bool {
        ([database] + backups.map(\.path)).contains { (try? DatabaseCheck.isSealed($0)) == true }
    }

    /// Seals a database that is in clear, and its backups; killed in between, the one or the other is there whole, and the next
    /// call goes on.
    ///
    /// - Returns: `nil` where another process does it, or has done it.
    func sealOver(_ keyring: Keyring) throws(StoreFault) -> SealedOver? {
        guard let lock = try sealingLock() else { return nil }
        defer { lock.release() }
        let seals = RecordSeals(keyring: keyring, generation: try StoreFolder.generation(of: keyring))
        if try !DatabaseCheck.isSealed(database) {
            link(database, clearName)
            do throws(StoreFault) {
                _ = try rebuild(database, from: PlainDatabase(), seals, isPlain: true)
            } catch {
                if FileIdentity(of: clearName) == FileIdentity(of: database) { unlink(clearName) }
                throw error
            }
        }
        eraseFinished()
        guard access(clearName, F_OK) == 0 else { return nil }
        let (clear, isFull) = sealBackups(seals)
        let lost = try lostClaims()
        if lost.isEmpty {
            rename(clearName, finishedName)
            eraseFinished()
        } else {
            try makePrivate(replacedFolder)
            rename(clearName, "\(replacedFolder)/claims-\(Int(Date().timeIntervalSince1970))-clear.db")
        }
        // The next start goes on with the backups.
        if isFull { try? makeFile(clearName) }
        let replaced = replacedDatabases.filter { (try? DatabaseCheck.isSealed($0)) == false }
        return SealedOver(lost: lost, clear: clear + replaced)
    }

    private func eraseFinished() {
        if access(finishedName, F_OK) == 0 { PrivateFile.overwrite(finishedName) }
    }

    /// - Returns: the backups that are still in clear, and whether the disk was too full for one.
    private func sealBackups(_ seals: RecordSeals) -> (clear: [String], isFull: Bool) {
        var (clear, isFull) = ([String](), false)
        for backup in backups {
            do throws(StoreFault) {
                try seal(backup, seals)
            } catch {
                clear.append(backup.path)
                isFull = isFull || error == .full
            }
        }
        return (clear, isFull)
    }

    /// Nobody waits for another process that is sealing the backups.
    private func sealingLock() throws(StoreFault) -> ClaimLock? {
        let path = "\(locks)/restore"
        guard try DatabaseCheck.isSealed(database) else { return try ClaimLock.waiting(for: path) }
        do throws(StoreFault) {
            return try ClaimLock(path: path)
        } catch {
            guard error == .openElsewhere else { throw error }
            return nil
        }
    }

    /// The claims that the database had in clear and does not have now, since they could not be read.
    private func lostClaims() throws(StoreFault) -> [Int64] {
        var status = stat()
        // Only the mark that backups are left.
        if stat(clearName, &status) == 0, status.st_size == 0 { return [] }
        let kept = Set(try DatabaseCheck.claims(of: database))
        return try DatabaseCheck.claims(of: clearName).filter { !kept.contains($0) }
    }

    /// - Throws: where it is still in clear, as it was.
    private func seal(_ backup: StoreBackup, _ seals: RecordSeals) throws(StoreFault) {
        let old = backup.path + ".clear"
        let isBegun = FileIdentity(of: old) == FileIdentity(of: backup.path)
        if isBegun { unlink(old) }
        if try !DatabaseCheck.isSealed(backup.path) {
            guard backup.isWhole || (isBegun && isDatabase(backup.path)), link(backup.path, old) == 0 else {
                throw .broken(path: backup.path)
            }
            do throws(StoreFault) {
                let lost = try rebuild(backup.path, from: PlainDatabase(), seals, isPlain: true)
                guard lost.isEmpty else { throw .damagedRow(lost[0]) }
            } catch {
                rename(old, backup.path)
                unlink(old)
                throw error
            }
        }
        if !backup.isWhole, isDatabase(backup.path) { try writeChecksum(of: backup) }
        if access(old, F_OK) == 0 { PrivateFile.overwrite(old) }
    }

    private func isDatabase(_ path: String) -> Bool {
        (try? DatabaseCheck(path: path, patience: 0).run(isThorough: true)) == true
    }

    private func writeChecksum(of backup: StoreBackup) throws(StoreFault) {
        let name = URL(fileURLWithPath: backup.path).lastPathComponent
        let draft = backup.checksumFile + ".unfinished"
        unlink(draft)
        try write("\(try Checksum.ofFile(backup.path))  \(name)\n", to: draft)
        try StoreFolder.place(draft, as: backup.checksumFile)
    }
}
