/// Each change of a claim or a submission is counted, so that no way of writing is left out (`ChangedClaims`).
enum SchemaTriggers {
    static let sqlite = """
        CREATE TRIGGER claimMade AFTER INSERT ON claim BEGIN
            INSERT OR REPLACE INTO claimChange
            VALUES (new.number, (SELECT coalesce(max(change), 0) + 1 FROM claimChange), 0);
        END;
        CREATE TRIGGER claimChanged AFTER UPDATE ON claim BEGIN
            INSERT OR REPLACE INTO claimChange
            VALUES (new.number, (SELECT coalesce(max(change), 0) + 1 FROM claimChange), 0);
        END;
        CREATE TRIGGER claimGone AFTER DELETE ON claim BEGIN
            INSERT OR REPLACE INTO claimChange
            VALUES (old.number, (SELECT coalesce(max(change), 0) + 1 FROM claimChange), 1);
        END;
        CREATE TRIGGER sentClaimChanged AFTER UPDATE ON sentClaim BEGIN
            INSERT OR REPLACE INTO claimChange
            VALUES (new.claim, (SELECT coalesce(max(change), 0) + 1 FROM claimChange), 0);
        END;
        """

    /// Whoever changes a claim on a server counts the change, and every desk is woken once it is on the disk.
    static let postgres = """
        CREATE FUNCTION noteChange(number bigint, gone bigint) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
            INSERT INTO claimChange
            VALUES (number, (SELECT coalesce(max(change), 0) + 1 FROM claimChange), gone)
            ON CONFLICT (claim) DO UPDATE SET change = excluded.change, isGone = excluded.isGone;
            PERFORM pg_notify(current_schema()::text, '');
        END $$;
        CREATE FUNCTION noteClaim() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            PERFORM noteChange(new.number, 0); RETURN NULL;
        END $$;
        CREATE FUNCTION noteClaimGone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            PERFORM noteChange(old.number, 1); RETURN NULL;
        END $$;
        CREATE FUNCTION noteSentClaim() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            PERFORM noteChange(new.claim, 0); RETURN NULL;
        END $$;
        CREATE TRIGGER claimChanged AFTER INSERT OR UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION noteClaim();
        CREATE TRIGGER claimGone AFTER DELETE ON claim FOR EACH ROW EXECUTE FUNCTION noteClaimGone();
        CREATE TRIGGER sentClaimChanged AFTER UPDATE ON sentClaim FOR EACH ROW EXECUTE FUNCTION noteSentClaim();
        """
}
