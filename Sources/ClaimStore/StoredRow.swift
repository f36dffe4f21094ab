import ClaimModel
import Foundation
import GRDB

/// A row holds what no version of this program writes; nothing else is known of it than its number.
struct DamagedRow: Error {
    /// That of the claim; `nil` for a row of another table.
    var number: Int64?
}

/// Reading what may be damaged: every way here can fail, and no failure has content of the row in it.
extension Row {
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) throws -> Value {
        do { return try decode(Value.self, forColumn: column) } catch { throw DamagedRow() }
    }

    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(at index: Int) throws -> Value {
        do { return try decode(Value.self, atIndex: index) } catch { throw DamagedRow() }
    }

    /// A number that is counted with: far below the largest one.
    func count(_ column: String) throws -> Int { try Row.bounded(value(column)) }

    func count(at index: Int) throws -> Int { try Row.bounded(value(at: index)) }

    func day(_ column: String) throws -> Day? { try Row.day(value(column)) }

    func day(at index: Int) throws -> Day? { try Row.day(value(at: index)) }

    func date(_ column: String) throws -> Date? { try Row.date(value(column)) }

    func date(at index: Int) throws -> Date? { try Row.date(value(at: index)) }

    private static func bounded(_ number: Int) throws -> Int {
        guard abs(Double(number)) <= 1e15 else { throw DamagedRow() }
        return number
    }

    private static func day(_ number: Int?) throws -> Day? {
        guard let number else { return nil }
        guard Day.storable.contains(number) else { throw DamagedRow() }
        return Day(number: number)
    }

    private static func date(_ timestamp: Int64?) throws -> Date? {
        guard let timestamp else { return nil }
        let day = Int(timestamp / 86_400_000)
        guard Day.storable.contains(day) else { throw DamagedRow() }
        return Date(timeIntervalSince1970: Double(timestamp) / 1000)
    }
}

extension Day {
    /// The numbers of the years 1 to 9999.
    fileprivate static let storable = -719_162...2_932_896
}

/// A value where there has to be one.
func present<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw DamagedRow() }
    return value
}
