/// The tables of the keyring, and the steps by which an earlier one comes to them.
enum KeySchema {
    /// `CCKR` in the header of every keyring.
    static let applicationID = 0x4343_4B52

    /// One step a version; a step that was released is never changed.
    static let steps = [
        SchemaStep(
            tables: """
                CREATE TABLE office (
                    number INTEGER PRIMARY KEY CHECK (number = 1),
                    id TEXT NOT NULL, generation INTEGER NOT NULL, demandsFactor INTEGER NOT NULL, code BLOB NOT NULL
                ) STRICT;
                CREATE TABLE generation (number INTEGER PRIMARY KEY, previous BLOB) STRICT;
                CREATE TABLE holder (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,
                    kind TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL,
                    publicKey BLOB NOT NULL, privateKey BLOB, dataKey BLOB NOT NULL, factor BLOB,
                    lastStep INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0,
                    failedAt INTEGER NOT NULL DEFAULT 0,
                    UNIQUE (kind, name)
                ) STRICT;
                CREATE TABLE salt (number INTEGER PRIMARY KEY AUTOINCREMENT, high INTEGER NOT NULL, low INTEGER NOT NULL) STRICT;
                """),
        SchemaStep(
            tables: """
                ALTER TABLE office ADD COLUMN trailKey BLOB;
                CREATE TABLE anchor (desk INTEGER PRIMARY KEY, place INTEGER NOT NULL, link BLOB NOT NULL) STRICT;
                CREATE TABLE failedSignIn (name TEXT PRIMARY KEY, count INTEGER NOT NULL, lastAt INTEGER NOT NULL) STRICT;
                """),
    ]

    static var version: Int { steps.count }

    /// The first one with a key for the audit trail.
    static let trailVersion = 2

    static func apply(to database: Database) throws {
        for (index, step) in steps.enumerated() where try database.schemaVersion() <= index {
            try database.script(step.tables + step.sqlite)
            try database.script("PRAGMA user_version = \(index + 1)")
        }
    }
}
