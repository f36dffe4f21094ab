import ClaimModel
import Foundation
import GRDB
import Postgres

/// A row holds what no version of this program writes; nothing else is known of it than its number.
struct DamagedRow: Error {
    /// That of the claim; `nil` for a row of another table.
    var number: Int64?
}

/// Reading what may be damaged: every way here can fail, and no failure has content of the row in it.
struct Row {
    enum Source {
        case sqlite(GRDB.Row)
        case postgres(PostgresRow)
    }

    private let source: Source

    init(_ source: Source) { self.source = source }

    func value<Value: Stored>(at index: Int) throws -> Value {
        switch source {
        case .sqlite(let row):
            do { return try row.decode(Value.self, atIndex: index) } catch { throw DamagedRow() }
        case .postgres(let row): return try present(Value(row.cell(at: index)))
        }
    }

    func value<Value: Stored>(_ column: String) throws -> Value {
        switch source {
        case .sqlite(let row):
            do { return try row.decode(Value.self, forColumn: column) } catch { throw DamagedRow() }
        // The server folds names to small letters.
        case .postgres(let row): return try value(at: try present(row.column(named: column.lowercased())))
        }
    }

    func hasNull(at index: Int) throws -> Bool { (try value(at: index) as Cell?) == nil }

    func hasNull(_ column: String) throws -> Bool { (try value(column) as Cell?) == nil }

    /// The first columns as they are.
    func cells(_ count: Int) throws -> [Cell] { try (0..<count).map { try value(at: $0) ?? .null } }

    /// Every column as it is, by its name; on PostgreSQL in small letters.
    func cells() throws -> [String: Cell] {
        let names = names
        return Dictionary(uniqueKeysWithValues: zip(names, try cells(names.count)))
    }

    private var names: [String] {
        switch source {
        case .sqlite(let row): Array(row.columnNames)
        case .postgres(let row): row.columnNames
        }
    }
}

extension Row {
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
