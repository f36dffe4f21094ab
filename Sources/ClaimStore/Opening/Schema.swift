/// The tables, and the steps by which a database of an earlier version comes to them.
///
/// What is sealed lies in columns of bytes: `face`, `body`. `name` and `account` are codes that only the data key can make
/// (`RecordSeals.code`). What else is in clear is listed in the guide (Security).
enum Schema {
    /// One step a version; a step that was released is never changed.
    static let steps = [
        SchemaStep(tables: records, sqlite: SchemaTriggers.sqlite, postgres: SchemaTriggers.postgres),
        SchemaStep(tables: trail), SchemaStep(tables: overrides, postgres: holds), SchemaStep(tables: keyedEOBs),
    ]

    private static let records = """
        CREATE TABLE seal (
            number INTEGER PRIMARY KEY CHECK (number = 1), generation INTEGER NOT NULL, proof BLOB NOT NULL
        ) STRICT;
        CREATE TABLE claim (
            number INTEGER PRIMARY KEY, item INTEGER NOT NULL,
            name BLOB NOT NULL UNIQUE, account BLOB NOT NULL,
            revision INTEGER NOT NULL, saved INTEGER NOT NULL,
            status TEXT NOT NULL, day INTEGER, isHeld INTEGER NOT NULL, hasOverride INTEGER NOT NULL,
            createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL, deletedAt INTEGER,
            face BLOB NOT NULL
        ) STRICT;
        CREATE INDEX claimByAccount ON claim(account);
        CREATE INDEX claimWithOverride ON claim(number) WHERE hasOverride;
        CREATE TABLE draft (
            claim INTEGER PRIMARY KEY REFERENCES claim(number) ON DELETE CASCADE,
            item INTEGER NOT NULL, saved INTEGER NOT NULL, body BLOB NOT NULL
        ) STRICT;
        CREATE TABLE answer (
            number INTEGER PRIMARY KEY,
            claim INTEGER NOT NULL REFERENCES claim(number) ON DELETE CASCADE,
            body BLOB NOT NULL, receivedAt INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX answerByClaim ON answer(claim);
        CREATE TABLE version (
            number INTEGER PRIMARY KEY,
            claim INTEGER NOT NULL REFERENCES claim(number) ON DELETE CASCADE,
            status TEXT NOT NULL, body BLOB NOT NULL, keptAt INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX versionByClaim ON version(claim);
        CREATE TABLE sentFile (
            number INTEGER PRIMARY KEY,
            interchange INTEGER NOT NULL, groupNumber INTEGER NOT NULL,
            sender TEXT NOT NULL, receiver TEXT NOT NULL, receiverName TEXT NOT NULL, isTest INTEGER NOT NULL,
            name TEXT NOT NULL, day INTEGER NOT NULL, claims INTEGER NOT NULL, total INTEGER NOT NULL,
            counts INTEGER NOT NULL, checksum TEXT NOT NULL, path TEXT, recordedAt INTEGER NOT NULL,
            time TEXT NOT NULL DEFAULT ''
        ) STRICT;
        CREATE INDEX sentFileByGroup ON sentFile(groupNumber);
        CREATE INDEX sentFileByInterchange ON sentFile(interchange);
        CREATE TABLE sentClaim (
            number INTEGER PRIMARY KEY,
            file INTEGER NOT NULL REFERENCES sentFile(number) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            claim INTEGER NOT NULL REFERENCES claim(number) ON DELETE CASCADE,
            revision INTEGER NOT NULL,
            transactionNumber TEXT NOT NULL, firstSegment INTEGER NOT NULL, lastSegment INTEGER NOT NULL,
            charge INTEGER NOT NULL, content BLOB NOT NULL, body BLOB NOT NULL,
            status TEXT NOT NULL, isTaken INTEGER, isBystander INTEGER NOT NULL DEFAULT 0,
            UNIQUE (file, place)
        ) STRICT;
        CREATE INDEX sentClaimByClaim ON sentClaim(claim);
        CREATE INDEX sentClaimByContent ON sentClaim(content);
        CREATE TABLE unmatchedAnswer (
            number INTEGER PRIMARY KEY, item INTEGER NOT NULL, name BLOB NOT NULL UNIQUE, body BLOB NOT NULL,
            receivedAt INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE lesson (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            answer INTEGER NOT NULL REFERENCES answer(number) ON DELETE CASCADE,
            payer TEXT NOT NULL, payerName TEXT NOT NULL, code TEXT NOT NULL, companion TEXT NOT NULL,
            rule TEXT NOT NULL, isDenied INTEGER NOT NULL, reasons TEXT NOT NULL
        ) STRICT;
        CREATE INDEX lessonByAnswer ON lesson(answer);
        CREATE TABLE reference (
            number INTEGER PRIMARY KEY, item INTEGER NOT NULL, kind TEXT NOT NULL, name BLOB NOT NULL,
            updatedAt INTEGER NOT NULL, body BLOB NOT NULL,
            UNIQUE (kind, name)
        ) STRICT;
        CREATE TABLE referenceAlias (
            entry INTEGER NOT NULL REFERENCES reference(number) ON DELETE CASCADE,
            kind TEXT NOT NULL, name BLOB NOT NULL,
            UNIQUE (kind, name, entry)
        ) STRICT;
        CREATE INDEX referenceAliasByEntry ON referenceAlias(entry);
        CREATE TABLE practice (
            number INTEGER PRIMARY KEY CHECK (number = 1), revision INTEGER NOT NULL, body BLOB NOT NULL
        ) STRICT;
        CREATE TABLE counter (name TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT;
        CREATE TABLE preference (name TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT;
        CREATE TABLE claimChange (
            claim INTEGER PRIMARY KEY, change INTEGER NOT NULL, isGone INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX claimChangeByChange ON claimChange(change);
        """

    private static let trail = """
        CREATE TABLE desk (number INTEGER PRIMARY KEY, code BLOB NOT NULL UNIQUE, name BLOB NOT NULL) STRICT;
        CREATE TABLE trail (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            desk INTEGER NOT NULL, place INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
            claim INTEGER, revision INTEGER, status TEXT,
            who BLOB NOT NULL, item INTEGER, body BLOB, digest BLOB NOT NULL, link BLOB NOT NULL,
            UNIQUE (desk, place)
        ) STRICT;
        CREATE INDEX trailByClaim ON trail(claim) WHERE claim IS NOT NULL;
        CREATE TABLE trailHead (
            desk INTEGER PRIMARY KEY, place INTEGER NOT NULL, link BLOB NOT NULL,
            start INTEGER NOT NULL DEFAULT 0, startLink BLOB NOT NULL DEFAULT x''
        ) STRICT;
        """

    private static let overrides = """
        DROP INDEX claimWithOverride;
        CREATE INDEX claimWithOverride ON claim(number) WHERE hasOverride = 1;
        """

    private static let keyedEOBs = """
        CREATE TABLE keyedEOB (
            claim INTEGER NOT NULL REFERENCES claim(number) ON DELETE CASCADE,
            who BLOB NOT NULL, keptAt INTEGER NOT NULL, body BLOB NOT NULL,
            UNIQUE (claim, who)
        ) STRICT;
        """

    /// Who has which claim open, on a server; on SQLite the system's locks say it (`ClaimLock`).
    private static let holds = """
        CREATE TABLE hold (
            name bytea PRIMARY KEY, desk bigint NOT NULL, holder bytea NOT NULL, since timestamptz NOT NULL, request bytea
        );
        """

    /// The versions in clear come first.
    static var version: Int { PlainSchema.version + steps.count }

    /// The first one that keeps EOBs as they are keyed.
    static var keyedEOBVersion: Int { PlainSchema.version + 4 }

    /// The first one with an audit trail.
    static var trailVersion: Int { PlainSchema.version + 2 }

    /// Refuses what this program did not write, or cannot read yet.
    static func check(_ database: Database, path: String) throws {
        let id = try database.one(Int.self, "PRAGMA application_id")
        guard id == DatabaseCheck.applicationID else { throw StoreFault.foreign(path: path) }
        guard try database.schemaVersion() <= version else { throw StoreFault.newer(path: path) }
    }

    /// Brings a new or a sealed database to this version, within the caller's transaction.
    static func apply(to database: Database) throws {
        let before = try database.schemaVersion()
        let done = before == 0 ? 0 : before - PlainSchema.version
        for (index, step) in steps.enumerated() where index >= done {
            try database.script(step.tables + step.sqlite)
            try database.script("PRAGMA user_version = \(PlainSchema.version + index + 1)")
        }
    }
}
