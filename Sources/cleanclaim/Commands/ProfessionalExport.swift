import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

/// Writes ready claims of the store into an 837P file: all that are asked for, or none.
struct ProfessionalExport {
    private let around: Surroundings
    private let keepsStatus: Bool
    private let parties: InterchangeParties

    init(_ around: Surroundings, keepsStatus: Bool) throws {
        self.around = around
        self.keepsStatus = keepsStatus
        guard let parties = try Configuration.read(from: around.folders.settings).interchange else {
            throw Refusal(
                "\(around.folders.settings.path) does not say between whom claims go: set interchange with sender, "
                    + "receiver, receiver_name and usage.")
        }
        self.parties = parties
    }

    /// - Parameter names: account numbers or ids; none for every claim that is ready.
    func write(_ names: [String], to path: String) throws {
        do {
            let store = try ClaimStore(folder: around.folders.data)
            let records = try records(names, of: store)
            // Nobody changes a claim between its judgement and its being sent.
            let locks = try records.map { try store.lock($0.id) }
            defer { locks.forEach { $0.release() } }
            let claims = try records.map { try claim($0, of: store) }
            let number = try store.takeInterchangeNumber()
            let file = try file(of: claims, number: number, from: try store.practice(in: around.parsing))
            try writeFile(file.bytes, to: path)
            if !keepsStatus { try markSent(records, in: store) }
            report(claims, file, number: number, path: path)
        } catch let fault as StoreFault {
            throw Refusal(fault.description)
        } catch let fault as OutputFault {
            throw Refusal(fault.words)
        }
    }

    private func records(_ names: [String], of store: ClaimStore) throws -> [ClaimRecord] {
        let all = try store.claims()
        let ids = try names.map { name in
            let found = all.contains { $0.id == name } ? [name] : all.filter { $0.account == name }.map(\.id)
            guard let id = found.first, found.count == 1 else {
                throw Refusal("There is no claim and no account number \(name), or several have it.")
            }
            return id
        }
        let chosen = names.isEmpty ? all.reversed().filter { $0.status == .ready }.map(\.id) : ids
        guard !chosen.isEmpty else {
            throw Refusal("No claim is ready. Mark claims ready on their Review screen first.")
        }
        guard Set(chosen).count == chosen.count else { throw Refusal("A claim is named twice.") }
        return try chosen.map { try store.claim($0, in: around.parsing) }
    }

    /// A claim is judged anew: it was marked ready on an earlier day, perhaps under other rules.
    private func claim(_ record: ClaimRecord, of store: ClaimStore) throws -> Claim {
        let name = record.name
        guard record.hold == nil else { throw Refusal("Claim \(name) is held. Release it first. Nothing was written.") }
        guard record.status == .ready else {
            throw Refusal(
                "Claim \(name) is \(record.status.rawValue), not ready. Mark it ready on its Review screen first. "
                    + "Nothing was written.")
        }
        let history = try store.history(ofPatient: record.draft, in: around.parsing)
        do {
            return try Claim(readying: record.draft, in: around.context(for: record.draft, history: history))
        } catch {
            throw Refusal("Claim \(name) is not ready any more: \(error). Open it. Nothing was written.")
        }
    }

    private func file(of claims: [Claim], number: Int, from practice: ClaimDraft?) throws -> ProfessionalFile {
        do throws(ProfessionalFile.Refusal) {
            return try ProfessionalFile(
                of: claims, from: practice?.submitter ?? Submitter(), between: parties,
                stamp: Today.stamp(around.today, number: number), in: around.parsing)
        } catch {
            for gap in error.parties { Console.say("Practice set-up: \(gap) is missing.") }
            for (index, obstacles) in error.obstacles.sorted(by: { $0.key < $1.key }) {
                for obstacle in obstacles { Console.say("Claim \(claims[index].draft.name): \(obstacle.message)") }
            }
            throw Refusal("Nothing was written.")
        }
    }

    private func markSent(_ records: [ClaimRecord], in store: ClaimStore) throws {
        for record in records {
            var sent = record
            sent.status = .sent
            try store.save(sent)
        }
    }

    private func report(_ claims: [Claim], _ file: ProfessionalFile, number: Int, path: String) {
        let places = Dictionary(grouping: file.transliterations, by: \.claim)
        for (index, changes) in places.sorted(by: { $0.key < $1.key }) {
            let elements = changes.map(\.transliteration.element).joined(separator: ", ")
            Console.say(
                "Claim \(claims[index].draft.name): letters that X12 does not know were replaced in \(elements); Ctrl-T "
                    + "shows how.")
        }
        let total = claims.reduce(Money.zero) { $0 + Money(cents: $1.draft.totalCharge) }
        let count = claims.count == 1 ? "1 claim" : "\(claims.count) claims"
        Console.say("\(count), \(total.currency), interchange \(number), written to \(path).")
    }
}

extension ClaimRecord {
    fileprivate var name: String { draft.name }
}

extension ClaimDraft {
    /// What an office calls the claim: its account number, else its id.
    fileprivate var name: String { identity.account.value?.text ?? id }
}

extension Today {
    /// A day with the time of the clock, as the envelopes of a file carry them.
    static func stamp(_ day: Day, number: Int) -> InterchangeStamp {
        InterchangeStamp(
            date: day.iso.filter { $0 != "-" }, time: String(clockTime.filter { $0 != ":" }.prefix(4)), number: number)
    }
}
