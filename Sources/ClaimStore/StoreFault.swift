import Foundation
import GRDB
import Postgres

/// Why the store did not do what was asked, in words that name the remedy; nothing was changed.
///
/// Carries no text of any claim, so it may be printed and logged.
public enum StoreFault: Error, Hashable, Sendable {
    /// The file is no database of this program.
    case foreign(path: String)
    /// The database is damaged: cut off, empty or overwritten.
    case broken(path: String)
    /// A later version of this program has written the database.
    case newer(path: String)
    /// The folder or the database cannot be made, opened or read; `reason` in the system's words.
    case unreachable(path: String, reason: String)
    /// Somebody else may read the folder or a file in it, and this cannot be changed.
    case exposed(path: String)
    case full
    case readOnly
    /// Another copy of the program is writing, and did not end in time.
    case busy
    /// The disk or the database failed in some other way; SQLite's number for it.
    case failed(code: Int)
    /// The data folder or the database was moved away or replaced since it was opened.
    case moved
    /// The claim has been saved from somewhere else since it was read.
    case conflict
    /// The claim is open in another copy of the program.
    case openElsewhere
    /// There is no such claim, or it has been deleted.
    case missing
    /// A row holds what this program does not write: its number, or `nil` for a row that is not a claim's.
    case damagedRow(Int64?)
    /// A claim's row is older than its last record in the audit trail: it was put back from an earlier time. Its number.
    case outdated(Int64)
    /// The records are locked, or the keys do not open them.
    case keys(KeyFault)
    /// The server cannot be reached, or the line to it broke; `reason` in its words.
    case away(reason: String)
    /// The line broke while the server was to confirm: it may be saved or not.
    case unanswered
    /// The server refuses: a right is missing.
    case refused
    /// The server lets nobody in with this login: no such role, a wrong password, no line of its own for this machine.
    case loginRefused
    /// The disk of the server is full.
    case serverFull
    /// There are records already where records are to be copied to.
    case occupied
    /// A server without records has the keyring of others.
    case otherKeyring
    /// A table does not have the same rows after it was copied; its name.
    case unequal(String)
    /// The server failed in some other way; its SQLSTATE.
    case serverFailed(state: String)
    /// More rows than a claim takes, or an id that is empty or longer than 64 bytes.
    case notStorable
}

extension StoreFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .foreign(let path):
            "\(path) is not a CleanClaim database. It was not touched. Move it away and start again."
        case .broken(let path):
            "\(path) is damaged. It was not touched. cleanclaim store restore puts back a backup, cleanclaim store salvage "
                + "takes what can be read out of it."
        case .newer(let path):
            "\(path) was written by a later CleanClaim. It was not touched. Start that later version."
        case .unreachable(let path, let reason):
            "\(path) cannot be used: \(reason). Check that the folder exists and that you own it."
        case .exposed(let path):
            "\(path) can be read by other users of this machine, and that cannot be changed. Make yourself its owner."
        case .full: "The disk is full: nothing was saved. Free some space; the claim is kept here until then."
        case .readOnly:
            "The disk or the database is read-only: nothing was saved. Make it writable; the claim is kept here."
        case .busy: "Another program is using the database: nothing was saved. An open window tries again each second."
        case .failed(let code):
            "The disk or the database failed (SQLite \(code)): nothing was saved. Trying again."
        case .moved:
            "The data folder was moved or replaced: nothing was saved. Put it back, or quit: what you keyed is kept in a "
                + "rescue file for the next start."
        case .conflict:
            "This claim was changed in another window meanwhile: your changes were not saved."
        case .openElsewhere: "This claim is open in another window. Close it there first."
        case .missing: "This claim is no longer there: it may have been deleted in another window."
        case .damagedRow(let number?):
            "Row \(number) of the database is damaged, or was changed outside this program; the other claims can be used. "
                + "cleanclaim store check lists what is damaged, cleanclaim store restore puts back a backup."
        case .damagedRow(nil):
            "A row of the database is damaged, or was changed outside this program. cleanclaim store check lists what is "
                + "damaged, cleanclaim store restore puts back a backup."
        case .outdated(let number):
            "Row \(number) of the database is older than its audit trail: it was put back outside this program, and was not "
                + "opened. cleanclaim audit verify lists what is wrong, cleanclaim store restore puts back a backup."
        case .away(let reason):
            "The server cannot be reached\(reason.isEmpty ? "" : " (\(reason))"): nothing was changed."
        case .unanswered:
            "The server's answer was lost, so it is not known whether the last change is saved. It is kept here, and looked for "
                + "once the server answers."
        case .refused:
            "A right is missing on the server: nothing was saved. Whoever looks after the server has to grant it; what was "
                + "keyed is kept here."
        case .loginRefused:
            "The server does not accept your login: it has no role of this name, or the password is wrong or missing. Ask "
                + "whoever looks after the server; nothing that was keyed is lost."
        case .serverFull:
            "The disk of the server is full: nothing was saved. Free some space there; the claim is kept here until then."
        case .occupied: "There are records there already: nothing was copied. Choose an empty place."
        case .otherKeyring:
            "The server has a keyring that does not belong to these records: nothing was copied. Choose another database."
        case .unequal(let table):
            "The copy of the table \(table) is not what was copied; perhaps somebody saved since it was begun. Nothing was "
                + "changed. Close every desk, and copy again from the beginning."
        case .serverFailed(let state): "The server failed (SQLSTATE \(state)): nothing was saved. Trying again."
        case .keys(let fault): fault.description
        case .notStorable: "This claim has more rows than a claim allows, or no usable id. Split it."
        }
    }
}

extension StoreFault {
    /// The same for somebody at a desk, who goes on keying.
    public var deskMessage: String {
        guard case .away(let reason) = self else { return description }
        return "The server cannot be reached. What you key is kept on this machine, and saved once the server answers"
            + (reason.isEmpty ? "." : " (\(reason)).")
    }
}

extension StoreFault {
    /// A later version of this program has written what is on the server.
    static let newerServer = StoreFault.newer(path: "The database of the server")

    /// Whether it is the server's, so that what is to be saved waits for it.
    public var isOfServer: Bool {
        switch self {
        case .away, .unanswered, .refused, .loginRefused, .serverFull, .serverFailed, .busy, .readOnly: true
        default: false
        }
    }
}

extension StoreFault {
    /// What SQLite's answer means.
    init(_ error: any Error, path: String) {
        switch error {
        case let fault as StoreFault: self = fault
        case let fault as KeyFault: self = .keys(fault)
        case let row as DamagedRow: self = .damagedRow(row.number)
        // The index of the log is made as large as it has to be at once.
        case let error as DatabaseError where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .full
        case let error as DatabaseError: self = StoreFault(code: error.resultCode, path: path)
        case let error as PostgresFault: self = StoreFault(error)
        default: self = .damagedRow(nil)
        }
    }

    init(_ fault: PostgresFault) {
        switch fault.kind {
        case .connection: self = .away(reason: fault.reason ?? "")
        case .readOnlyServer: self = .readOnly
        case .full: self = .serverFull
        case .denied: self = fault.sqlState == PostgresFault.missingRight ? .refused : .loginRefused
        case .busy: self = .busy
        case .unique, .missingTable, .unsupported, .other: self = .serverFailed(state: fault.sqlState)
        }
    }

    private init(code: ResultCode, path: String) {
        switch code {
        case .SQLITE_FULL: self = .full
        case .SQLITE_READONLY: self = .readOnly
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_CORRUPT: self = .broken(path: path)
        case .SQLITE_NOTADB: self = .foreign(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .unreachable(path: path, reason: "it cannot be opened")
        default: self = .failed(code: Int(code.rawValue))
        }
    }

    /// What a failed system call means.
    init(errno number: Int32, path: String) {
        switch number {
        case ENOSPC, EDQUOT: self = .full
        case EROFS: self = .readOnly
        default: self = .unreachable(path: path, reason: String(cString: strerror(number)))
        }
    }
}
