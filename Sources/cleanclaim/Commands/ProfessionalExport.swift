import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

/// Writes ready claims of the store into an 837P file: those that are named, all or none; else every ready one, and what
/// cannot leave stays.
struct ProfessionalExport {
    private let around: Surroundings
    private let keepsStatus: Bool
    private let isPartial: Bool
    private let parties: InterchangeParties

    init(_ around: Surroundings, keepsStatus: Bool, isPartial: Bool) throws {
        self.around = around
        self.keepsStatus = keepsStatus
        self.isPartial = isPartial
        guard let parties = try Configuration.read(from: around.folders.settings).interchange else {
            throw Refusal(
                "\(around.folders.settings.path) does not say between whom claims go: set interchange with sender, "
                    + "receiver, receiver_name and usage.")
        }
        self.parties = parties
    }

    /// - Parameter names: account numbers or ids; none for every claim that is ready.
    func write(_ names: [String], to path: String) throws {
        let store: ClaimStore
        let ids: [String]
        do {
            store = try ClaimStore(folder: around.folders.data)
            ids = names.isEmpty ? try store.readyClaims() : try self.ids(of: names, in: store)
        } catch let fault as StoreFault {
            throw Refusal(fault.description)
        }
        guard !ids.isEmpty else { throw Refusal("No claim is ready. Mark claims ready on their Review screen first.") }
        if let twice = ids.indices.first(where: { ids[..<$0].contains(ids[$0]) }) {
            throw Refusal("The claim \(names[twice]) is named twice. Nothing was written.")
        }
        let isAllOrNone = !names.isEmpty && !isPartial
        let sending = ClaimSending(
            store: store, around: around, parties: parties, keepsStatus: keepsStatus, isAllOrNone: isAllOrNone)
        try report(try sending.send(ids, to: path))
    }

    private func ids(of names: [String], in store: ClaimStore) throws -> [String] {
        let all = try store.claims()
        return try names.map { name in
            let found = all.contains { $0.id == name } ? [name] : all.filter { $0.account == name }.map(\.id)
            guard let id = found.first, found.count == 1 else {
                throw Refusal("There is no claim and no account number \(name), or several have it.")
            }
            return id
        }
    }

    private func report(_ outcome: ClaimSending.Outcome) throws {
        for notice in outcome.notices { Console.say(notice) }
        for held in outcome.heldBack { Console.say(held.sentence) }
        guard let file = outcome.file else { throw Refusal("Nothing was written.") }
        Console.say("\(file.words), written to \(outcome.path).")
        if !outcome.heldBack.isEmpty { throw Refusal(status: Status.errorsFound) }
    }
}

extension SentFile {
    /// `2 claims, $510.00, interchange 17`
    var words: String {
        "\(counted(claims, "claim")), \(Money(cents: total).currency), interchange \(interchange)"
    }
}

extension ClaimStore {
    /// The ids of every claim that may be sent, the oldest first.
    func readyClaims() throws(StoreFault) -> [String] {
        try claims().reversed().filter { $0.status == .ready }.map(\.id)
    }
}

extension Today {
    /// A day with the time of the clock, as the envelopes of a file carry them.
    static func stamp(_ day: Day, number: Int) -> InterchangeStamp {
        InterchangeStamp(
            date: day.iso.filter { $0 != "-" }, time: String(clockTime.filter { $0 != ":" }.prefix(4)), number: number)
    }
}
