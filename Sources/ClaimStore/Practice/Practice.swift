public import ClaimModel
import Foundation
import Sealing

extension ClaimStore {
    /// The practice's setup: a draft that holds what every new claim begins with; `nil` before the first setup.
    public func practice(in context: ParsingContext) throws(StoreFault) -> ClaimDraft? {
        try reading { database in
            try seals.practice(in: database).map { try DraftReader(in: context, from: .ownStore).draft(from: $0) }
        }
    }

    public func savePractice(_ template: ClaimDraft) throws(StoreFault) {
        try writing { database in
            let before = try seals.practice(in: database) ?? Data(ClaimDraft(id: template.id).canonicalJSON())
            let json = Data(template.canonicalJSON())
            let changes = changes(from: before, to: template, json)
            let last = try database.one(Int64.self, "SELECT revision FROM practice") ?? 0
            let place = SealedPlace("practice", last + 1)
            try database.execute(
                """
                INSERT INTO practice (number, revision, body) VALUES (1, ?, ?)
                ON CONFLICT (number) DO UPDATE SET revision = excluded.revision, body = excluded.body
                """, [last + 1, try seals.office().seal(json, for: place)])
            try record(.practice, nil, changes, in: database)
        }
    }

    /// The next account number, which no claim has and which is never given again; the first is 1.
    public func nextAccountNumber() throws(StoreFault) -> String {
        try writing { database in
            var next = try ClaimStore.counter(.account, in: database)
            while try database.one(
                Bool.self, "SELECT EXISTS (SELECT 1 FROM claim WHERE account = ?)",
                [try seals.code("account", String(next))]) == true
            {
                next += 1
            }
            try ClaimStore.setCounter(.account, to: next + 1, in: database)
            return String(next)
        }
    }

    /// Lets account numbers go on from here, as when the office changes over from another program.
    public func startAccountNumbers(at number: Int) throws(StoreFault) {
        try writing { try ClaimStore.setCounter(.account, to: min(max(number, 1), 1_000_000_000_000), in: $0) }
    }

    /// The control number of the next interchange (ISA13). It is used up once a file of that number is recorded.
    public func upcomingInterchangeNumber() throws(StoreFault) -> Int {
        try reading { try ClaimStore.counter(.interchange, in: $0) }
    }

    /// Uses a control number up; after 999,999,999 they begin again.
    static func useInterchange(_ number: Int, in database: Database) throws {
        try setCounter(.interchange, to: number < lastInterchange ? number + 1 : 1, in: database)
    }

    private static let lastInterchange = 999_999_999

    private enum Counter: String {
        case account, interchange
    }

    private static func counter(_ counter: Counter, in database: Database) throws -> Int {
        let row = try database.row("SELECT next FROM counter WHERE name = ?", [counter.rawValue])
        return try row?.count(at: 0) ?? 1
    }

    private static func setCounter(_ counter: Counter, to number: Int, in database: Database) throws {
        try database.execute(
            "INSERT INTO counter (name, next) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = excluded.next",
            [counter.rawValue, number])
    }
}

extension ClaimStore {
    /// What the person has chosen for the program itself, such as `theme`.
    public func preference(_ name: String) throws(StoreFault) -> String? {
        try reading { database in
            let body = try database.one(Data.self, "SELECT body FROM preference WHERE name = ?", [name])
            return try body.map { body in
                try seals.preference(name, body)
            }
        }
    }

    /// `nil` forgets the choice.
    public func setPreference(_ name: String, to value: String?) throws(StoreFault) {
        try writing { database in
            guard let value else {
                return try database.execute("DELETE FROM preference WHERE name = ?", [name])
            }
            try seals.setPreference(name, to: value, in: database)
        }
    }
}

extension RecordSeals {
    /// The practice's setup as JSON.
    func practice(in database: Database) throws -> Data? {
        guard let row = try database.row("SELECT revision, body FROM practice") else { return nil }
        return try office().open(record: try row.value(at: 1), for: SealedPlace("practice", try row.value(at: 0)))
    }

    func preference(_ name: String, _ body: Data) throws -> String {
        String(decoding: try office().open(record: body, for: RecordSeals.place(ofPreference: name)), as: UTF8.self)
    }

    func setPreference(_ name: String, to value: String, in database: Database) throws {
        let body = try office().seal(Data(value.utf8), for: RecordSeals.place(ofPreference: name))
        try database.execute(
            "INSERT INTO preference (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body",
            [name, body])
    }

    private static func place(ofPreference name: String) -> SealedPlace {
        var place = SealedPlace("preference")
        place.add(name)
        return place
    }
}
