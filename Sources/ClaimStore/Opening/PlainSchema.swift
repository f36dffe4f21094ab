/// The tables of the versions that kept records in clear, and the steps by which an earlier one comes to the last of them,
/// from which a database is sealed (`StoreRebuild`).
enum PlainSchema {
    /// One step a version; a step that was released is never changed.
    private static let steps = [
        """
        CREATE TABLE claim (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            revision INTEGER NOT NULL,
            status TEXT NOT NULL,
            account TEXT NOT NULL, patient TEXT NOT NULL, day INTEGER, payer TEXT NOT NULL, policy TEXT NOT NULL,
            errors INTEGER NOT NULL, warnings INTEGER NOT NULL, rules TEXT NOT NULL,
            comment TEXT NOT NULL DEFAULT '', heldBy TEXT, holdReason TEXT,
            member TEXT NOT NULL, person TEXT NOT NULL, birth TEXT NOT NULL,
            createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL, deletedAt INTEGER
        ) STRICT;
        CREATE INDEX claimByMember ON claim(member) WHERE member <> '';
        CREATE INDEX claimByPerson ON claim(person) WHERE person <> '';
        CREATE INDEX claimByAccount ON claim(account);
        CREATE TABLE draft (
            claim INTEGER PRIMARY KEY REFERENCES claim(number) ON DELETE CASCADE,
            json TEXT NOT NULL
        ) STRICT;
        CREATE TABLE reference (
            kind TEXT NOT NULL, identity TEXT NOT NULL, label TEXT NOT NULL, texts TEXT NOT NULL,
            updatedAt INTEGER NOT NULL,
            PRIMARY KEY (kind, identity)
        ) STRICT;
        CREATE TABLE practice (number INTEGER PRIMARY KEY CHECK (number = 1), json TEXT NOT NULL) STRICT;
        CREATE TABLE counter (name TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT;
        CREATE TABLE preference (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        """,
        """
        CREATE TABLE answer (
            number INTEGER PRIMARY KEY,
            claim INTEGER NOT NULL REFERENCES claim(number) ON DELETE CASCADE,
            json TEXT NOT NULL, receivedAt INTEGER NOT NULL,
            UNIQUE (claim, json)
        ) STRICT;
        CREATE TABLE version (
            number INTEGER PRIMARY KEY,
            claim INTEGER NOT NULL REFERENCES claim(number) ON DELETE CASCADE,
            status TEXT NOT NULL, json TEXT NOT NULL, keptAt INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX versionByClaim ON version(claim);
        """,
        """
        CREATE TABLE sentFile (
            number INTEGER PRIMARY KEY,
            interchange INTEGER NOT NULL, groupNumber INTEGER NOT NULL,
            sender TEXT NOT NULL, receiver TEXT NOT NULL, receiverName TEXT NOT NULL, isTest INTEGER NOT NULL,
            name TEXT NOT NULL, day INTEGER NOT NULL, claims INTEGER NOT NULL, total INTEGER NOT NULL,
            counts INTEGER NOT NULL, checksum TEXT NOT NULL, path TEXT, recordedAt INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX sentFileByGroup ON sentFile(groupNumber);
        CREATE TABLE sentClaim (
            number INTEGER PRIMARY KEY,
            file INTEGER NOT NULL REFERENCES sentFile(number) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            claim INTEGER NOT NULL REFERENCES claim(number) ON DELETE CASCADE,
            revision INTEGER NOT NULL,
            transactionNumber TEXT NOT NULL, firstSegment INTEGER NOT NULL, lastSegment INTEGER NOT NULL,
            charge INTEGER NOT NULL, content TEXT NOT NULL, json TEXT NOT NULL,
            status TEXT NOT NULL, isTaken INTEGER,
            UNIQUE (file, place)
        ) STRICT;
        CREATE INDEX sentClaimByClaim ON sentClaim(claim);
        CREATE INDEX sentClaimByContent ON sentClaim(content);
        """,
        """
        ALTER TABLE sentClaim ADD COLUMN isBystander INTEGER NOT NULL DEFAULT 0;
        """,
        """
        CREATE TABLE IF NOT EXISTS claimChange (
            claim INTEGER PRIMARY KEY, change INTEGER NOT NULL, isGone INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX IF NOT EXISTS claimChangeByChange ON claimChange(change);
        CREATE TRIGGER IF NOT EXISTS claimMade AFTER INSERT ON claim BEGIN
            INSERT OR REPLACE INTO claimChange
            VALUES (new.number, (SELECT coalesce(max(change), 0) + 1 FROM claimChange), 0);
        END;
        CREATE TRIGGER IF NOT EXISTS claimChanged AFTER UPDATE ON claim BEGIN
            INSERT OR REPLACE INTO claimChange
            VALUES (new.number, (SELECT coalesce(max(change), 0) + 1 FROM claimChange), 0);
        END;
        CREATE TRIGGER IF NOT EXISTS claimGone AFTER DELETE ON claim BEGIN
            INSERT OR REPLACE INTO claimChange
            VALUES (old.number, (SELECT coalesce(max(change), 0) + 1 FROM claimChange), 1);
        END;
        CREATE INDEX IF NOT EXISTS draftWithOverride ON draft(claim) WHERE instr(json, '"overrides":') > 0;
        """,
        """
        INSERT OR IGNORE INTO counter (name, next) VALUES ('change', 0);
        """,
        """
        DELETE FROM counter WHERE name = 'change';
        CREATE TRIGGER sentClaimChanged AFTER UPDATE ON sentClaim BEGIN
            INSERT OR REPLACE INTO claimChange
            VALUES (new.claim, (SELECT coalesce(max(change), 0) + 1 FROM claimChange), 0);
        END;
        """,
        """
        ALTER TABLE sentFile ADD COLUMN time TEXT NOT NULL DEFAULT '';
        CREATE INDEX IF NOT EXISTS sentFileByInterchange ON sentFile(interchange);
        CREATE TABLE IF NOT EXISTS unmatchedAnswer (
            number INTEGER PRIMARY KEY, json TEXT NOT NULL UNIQUE, reason TEXT NOT NULL, receivedAt INTEGER NOT NULL
        ) STRICT;
        """,
        """
        CREATE TABLE IF NOT EXISTS lesson (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            answer INTEGER NOT NULL REFERENCES answer(number) ON DELETE CASCADE,
            payer TEXT NOT NULL, payerName TEXT NOT NULL, code TEXT NOT NULL, companion TEXT NOT NULL,
            rule TEXT NOT NULL, isDenied INTEGER NOT NULL, reasons TEXT NOT NULL
        ) STRICT;
        CREATE INDEX IF NOT EXISTS lessonByAnswer ON lesson(answer);
        """,
        """
        ALTER TABLE claim ADD COLUMN session INTEGER;
        ALTER TABLE claim ADD COLUMN sessionsApproved INTEGER;
        ALTER TABLE claim ADD COLUMN authorizedUntil INTEGER;
        """,
        """
        ALTER TABLE reference ADD COLUMN origin TEXT NOT NULL DEFAULT 'keyed';
        ALTER TABLE reference ADD COLUMN isActive INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE reference ADD COLUMN mergedInto TEXT;
        INSERT OR IGNORE INTO preference (name, value)
        SELECT 'reference-files-filled', '0' WHERE NOT EXISTS (SELECT 1 FROM claim);
        """,
    ]

    static var version: Int { steps.count }

    /// Brings a database to the last of these versions, within the caller's transaction.
    ///
    /// - Parameter last: the last version to come to.
    static func apply(to database: Database, upTo last: Int = version) throws {
        for (index, step) in steps.prefix(last).enumerated() where try database.schemaVersion() <= index {
            try database.script(step)
            try database.script("PRAGMA user_version = \(index + 1)")
        }
    }
}
