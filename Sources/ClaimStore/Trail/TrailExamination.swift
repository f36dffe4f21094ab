import Foundation
import Sealing

/// Whether every record of the trail is there as it was written, and every claim as its last record left it.
public struct TrailExamination: Sendable {
    /// How many records there are.
    public private(set) var records = 0
    /// The first bad record of each desk, then the claims that are not as the trail left them.
    public private(set) var flaws: [TrailFlaw] = []

    public var isSound: Bool { flaws.isEmpty }

    /// A database of an earlier version, which has no trail.
    init() {}

    /// - Parameter anchors: where the chains ended the last time that somebody came or went.
    init(in database: Database, _ seals: RecordSeals, anchors: [TrailHead]) throws {
        guard let key = try? seals.keyring.trailKey else {
            flaws = [TrailFlaw(.noKey)]
            return
        }
        let heads = try TrailHeads(in: database)
        var desks: [Int64: TrailChain] = [:]
        for chain in heads.chains { desks[chain.desk] = TrailChain(chain, by: key) }
        var claims = TrailedClaims()
        var contents = try SealedContents(seals)
        let sql = "SELECT \(TrailRow.columns), who, item, body FROM trail ORDER BY desk, place"
        let rows = try database.cursor(sql)
        while let row = try rows.next() {
            let record = try TrailRow(row)
            records += 1
            let state = try contents.state(of: record, row)
            desks[record.desk, default: TrailChain(heads[record.desk], by: key)]
                .take(record, isChanged: state == .changed, in: database)
            claims.take(record, isForgotten: state == .forgotten)
        }
        try claims.compare(with: database)
        for desk in desks.keys.sorted() {
            guard var chain = desks[desk] else { continue }
            chain.end(anchor: anchors.first { $0.desk == desk }, hidden: claims.hidden[desk], in: database)
            if let flaw = chain.flaw { flaws.append(flaw) }
        }
        for anchor in anchors where desks[anchor.desk] == nil && anchor.place > 0 {
            flaws.append(TrailFlaw(.cutOff, desk: anchor.desk, record: 1))
        }
        if flaws.isEmpty, try !heads.areSound(in: database, by: key) { flaws.append(TrailFlaw(.headsChanged)) }
        flaws += claims.flaws
    }
}

extension ClaimStore {
    /// Verifies the trail as of one moment; others go on meanwhile.
    public func examineTrail() throws(StoreFault) -> TrailExamination {
        try seals.keyring.prepareItems()
        let anchors = try seals.keyring.anchors()
        return try reading { try TrailExamination(in: $0, seals, anchors: anchors) }
    }
}

extension TrailExamination {
    /// Of a database that is not open; it is not changed.
    init(of folder: StoreFolder, with keyring: Keyring) throws {
        guard let generation = try DatabaseCheck.generation(of: folder.database) else {
            self.init()
            return
        }
        let seals = RecordSeals(keyring: keyring, generation: generation)
        try keyring.prepareItems()
        let anchors = try keyring.anchors()
        self = try DatabaseCheck.look(at: folder.database) { database in
            guard try database.schemaVersion() >= Schema.trailVersion else { return TrailExamination() }
            return try TrailExamination(in: database, seals, anchors: anchors)
        }
    }
}
