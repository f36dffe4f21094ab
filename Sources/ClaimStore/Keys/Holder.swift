import Foundation
import Sealing
import TextKit

/// What a person may do.
public enum Role: String, CaseIterable, Sendable {
    case keyer
    /// Also: people, and overrides of the rules that the office reserves.
    case lead
    case readOnly = "read-only"
}

/// Somebody or something that opens the records.
public struct Holder: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case person
        /// Whoever has the key file of this machine.
        case machine
        /// A job without a person, with a key file of its own.
        case service
        /// The recovery key.
        case recovery
    }

    public let kind: Kind
    /// As it is signed in with and recorded.
    public let name: String
    public internal(set) var role: Role
    public var hasSecondFactor: Bool { factor != nil }

    let number: Int64
    let publicKey: Data
    /// The private half sealed by the passphrase; `nil` where a file or a paper has it.
    var privateKey: Data?
    /// The data key of the present generation, sealed for the public half.
    var dataKey: Data
    /// The secret of the second factor, sealed by the data key.
    var factor: Data?
    /// The step of the last code that was accepted.
    var lastStep: Int64
    var failures: Int
    var failedAt: Int64
}

extension Holder {
    init(_ row: Row) throws {
        guard let kind = Kind(rawValue: try row.value("kind")), let role = Role(rawValue: try row.value("role")) else {
            throw DamagedRow()
        }
        self.init(
            kind: kind, name: try row.value("name"), role: role, number: try row.value("number"),
            publicKey: try row.value("publicKey"), privateKey: try row.value("privateKey"),
            dataKey: try row.value("dataKey"), factor: try row.value("factor"), lastStep: try row.value("lastStep"),
            failures: try row.count("failures"), failedAt: try row.value("failedAt"))
    }

    static func all(in database: Database) throws -> [Holder] {
        try database.rows("SELECT * FROM holder ORDER BY number").map { try Holder($0) }
    }

    /// Whether somebody may be called so: a screen shows it, and nobody takes it for another's.
    static func isName(_ name: String) -> Bool {
        (1...40).contains(name.count) && !name.unicodeScalars.contains(where: \.isControl)
            && name.first?.isWhitespace == false && name.last?.isWhitespace == false
    }

    /// Where the private half is sealed by a passphrase.
    var place: SealedPlace { Holder.place(of: publicKey) }

    static func place(of publicKey: Data) -> SealedPlace {
        var place = SealedPlace("holder")
        place.add(publicKey)
        return place
    }

    /// What nobody may change without the data key.
    func add(to bytes: inout SealedPlace) {
        bytes.add(number)
        for text in [kind.rawValue, name, role.rawValue] { bytes.add(text) }
        bytes.add(publicKey)
        bytes.add(factor ?? Data())
    }

    /// How many seconds are left until the next attempt: none for the first three failures, then 2, 4, 8, … up to 300.
    func wait(at now: Int64) -> Int {
        guard failures >= 3 else { return 0 }
        let pause = Int64(min(1 << min(failures - 2, 9), 300)) * 1000
        return Int(max(0, (failedAt + pause - now + 999) / 1000))
    }
}
