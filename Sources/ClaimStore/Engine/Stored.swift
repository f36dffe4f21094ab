import Foundation
import GRDB

/// What a column can hold: the same on both engines.
enum Cell: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes(Data)
}

/// What a statement is given and a column is read as.
protocol Stored: DatabaseValueConvertible, StatementColumnConvertible, Sendable {
    var cell: Cell { get }
    /// `nil` where the column holds something else.
    init?(_ cell: Cell)
}

extension Int64: Stored {
    var cell: Cell { .integer(self) }

    init?(_ cell: Cell) {
        guard case .integer(let number) = cell else { return nil }
        self = number
    }
}

extension Int: Stored {
    var cell: Cell { .integer(Int64(self)) }

    init?(_ cell: Cell) {
        guard case .integer(let number) = cell else { return nil }
        self = Int(number)
    }
}

/// Kept as 0 or 1.
extension Bool: Stored {
    var cell: Cell { .integer(self ? 1 : 0) }

    init?(_ cell: Cell) {
        guard case .integer(let number) = cell else { return nil }
        self = number != 0
    }
}

extension String: Stored {
    var cell: Cell { .text(self) }

    init?(_ cell: Cell) {
        guard case .text(let text) = cell else { return nil }
        self = text
    }
}

extension Data: Stored {
    var cell: Cell { .bytes(self) }

    init?(_ cell: Cell) {
        guard case .bytes(let bytes) = cell else { return nil }
        self = bytes
    }
}

extension Optional: Stored where Wrapped: Stored {
    var cell: Cell { self?.cell ?? .null }

    init?(_ cell: Cell) {
        if cell == .null {
            self = .none
        } else if let value = Wrapped(cell) {
            self = .some(value)
        } else {
            return nil
        }
    }
}

extension Cell: Stored {
    var cell: Cell { self }

    init?(_ cell: Cell) { self = cell }

    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): bytes.databaseValue
        }
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Cell? {
        switch value.storage {
        // As GRDB has it, only an optional reads as nothing.
        case .null: nil
        case .int64(let number): .integer(number)
        case .string(let text): .text(text)
        case .blob(let bytes): .bytes(bytes)
        case .double: nil
        }
    }

    init?(sqliteStatement: SQLiteStatement, index: CInt) {
        guard let cell = Cell.fromDatabaseValue(DatabaseValue(sqliteStatement: sqliteStatement, index: index)) else {
            return nil
        }
        self = cell
    }
}
