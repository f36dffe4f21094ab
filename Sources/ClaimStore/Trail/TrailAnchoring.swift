import ClaimModel
import Foundation

/// The door: who came and went, and what the trail has to be at the least from then on.
extension ClaimStore {
    /// Records that somebody has signed in, the attempts that failed before, and where the trail ends.
    ///
    /// - Returns: whether the trail has everything that it had when somebody was here last.
    @discardableResult
    public func noteSignIn() throws(StoreFault) -> Bool {
        let failures = try seals.keyring.failedSignIns()
        for failure in failures { try note(.signInFailed, saying: failure.text) }
        if !failures.isEmpty, !isOnReadOnlyDisk { try seals.keyring.forget(failures) }
        try note(.signedIn)
        return try anchorTrail()
    }

    /// Records that the desk was locked, or left.
    public func noteSignOut(_ kind: TrailKind = .left) throws(StoreFault) {
        try note(kind)
        try anchorTrail()
    }

    /// Keeps where the trail ends outside of the database. A trail that lacks what was anchored before is left as evidence:
    /// nothing is anchored over it.
    ///
    /// - Returns: whether the trail has everything that was anchored before.
    @discardableResult
    public func anchorTrail() throws(StoreFault) -> Bool {
        let anchors = try seals.keyring.anchors()
        let (heads, isWhole) = try reading { database in
            let heads = try TrailHeads(in: database)
            return (heads.chains.map(\.head), try anchors.allSatisfy { try heads.have($0, in: database) })
        }
        guard isWhole, !isOnReadOnlyDisk else { return isWhole }
        if Set(heads) != Set(anchors) { try seals.keyring.anchor(heads) }
        return true
    }

    /// Records that a backup has taken the place of the database, with the records that are lost by it, and anchors the trail
    /// anew.
    public func note(restored: RestoredStore) throws(StoreFault) {
        guard !isOnReadOnlyDisk else { return }
        let anchors = try seals.keyring.anchors()
        let lost = try reading { database in
            let heads = try TrailHeads(in: database)
            return anchors.filter { heads[$0.desk].place < $0.place }.map { anchor in
                "desk \(anchor.desk), records \(heads[anchor.desk].place + 1) to \(anchor.place)"
            }
        }
        let replaced = lost.isEmpty ? "" : "; not in it: \(lost.joined(separator: "; "))"
        try note(.restoredBackup, saying: "backup of \(restored.backup.day.iso)\(replaced)")
        try seals.keyring.anchor(try reading { try TrailHeads(in: $0).chains.map(\.head) })
    }
}

extension TrailHeads {
    /// Whether a record that was anchored is still there as it was; one that was pruned counts as there.
    func have(_ anchor: TrailHead, in database: Database) throws -> Bool {
        let chain = self[anchor.desk]
        if anchor.place == 0 || anchor.place < chain.start { return true }
        if anchor.place == chain.start { return anchor.link == chain.startLink }
        let link = try database.one(
            Data.self, "SELECT link FROM trail WHERE desk = ? AND place = ?", [anchor.desk, anchor.place])
        return link == anchor.link
    }
}

extension Keyring.FailedSignIns {
    /// `3 failed attempts for DANA, the last at 2026-11-29T16:22:03Z`.
    var text: String {
        let attempts = count == 1 ? "1 failed attempt" : "\(count) failed attempts"
        let whose = name.isEmpty ? "under unknown names" : "for \(name)"
        return "\(attempts) \(whose), the last at \(last.ISO8601Format())"
    }
}
