import ClaimModel
import TextKit

/// A file of the inbox, or one that was taken since the desk was opened.
public struct InboxRow: Hashable, Sendable {
    public enum State: Hashable, Sendable {
        /// A new answer, which is taken by a key or by itself.
        case response
        /// Claims, which are imported by a key.
        case claims
        /// Still being written.
        case waiting
        /// Another file with the same contents, or the same interchange, was taken before.
        case repeated, sameInterchange
        case unreadable
        case taken
    }

    public let path: String
    public let name: String
    /// `835`
    public let kind: String
    /// In bytes.
    public let size: Int
    /// When it came: `11/24 09:30`.
    public let came: String
    public let state: State
    /// What it says or would do, one sentence.
    public let message: String

    public init(
        path: String, name: String, kind: String, size: Int, came: String, state: State, message: String
    ) {
        (self.path, self.name, self.kind, self.size) = (path, name, kind, size)
        (self.came, self.state, self.message) = (came, state, message)
    }
}

/// What is in the inbox.
public struct InboxContents: Hashable, Sendable {
    public let folder: String
    public let rows: [InboxRow]
    /// Why the folder cannot be listed, one sentence.
    public let fault: String?

    public init(folder: String = "", rows: [InboxRow] = [], fault: String? = nil) {
        (self.folder, self.rows, self.fault) = (folder, rows, fault)
    }

    /// `3 files in the inbox: Alt-i`; `nil` where nothing new waits.
    func notice(_ key: String) -> String? {
        let count = rows.count { $0.state == .response || $0.state == .claims }
        return count > 0 ? "\(counted(count, "file")) in the inbox: \(key)" : nil
    }
}

/// What came of a file.
public struct FileNews: Hashable, Sendable {
    /// As the list shows it.
    public let row: InboxRow
    public let lines: [String]

    public init(row: InboxRow, lines: [String]) { (self.row, self.lines) = (row, lines) }
}

/// What importing the claims of a file would do.
public struct ClaimsOffer: Hashable, Sendable {
    public let path: String
    public let name: String
    public let claims: Int
    public let errors: Int
    public let lines: [String]
    /// Whether it was picked with Enter, which then does not import.
    public let isPicked: Bool
    /// The map of a CSV file, by its path.
    public let map: String?

    public init(
        path: String, name: String, claims: Int, errors: Int, lines: [String], isPicked: Bool, map: String? = nil
    ) {
        (self.path, self.name, self.claims, self.errors) = (path, name, claims, errors)
        (self.lines, self.isPicked, self.map) = (lines, isPicked, map)
    }
}

/// The maps that a CSV file may be read by.
public struct MapsOffer: Hashable, Sendable {
    public struct Map: Hashable, Sendable {
        public let path: String
        public let name: String
        /// How many of the columns that it names the file has.
        public let found: Int
        /// How many columns it names; 0 where it cannot be read.
        public let wanted: Int

        public init(path: String, name: String, found: Int, wanted: Int) {
            (self.path, self.name, self.found, self.wanted) = (path, name, found, wanted)
        }
    }

    public let path: String
    public let name: String
    /// Why one has to be chosen, a sentence; blank where the person asked.
    public let reason: String
    /// Those that read the file first.
    public let maps: [Map]

    public init(path: String, name: String, reason: String, maps: [Map]) {
        (self.path, self.name, self.reason, self.maps) = (path, name, reason, maps)
    }
}
