import Testing

@testable import Postgres

struct AddressTests {
    @Test func `A connection string is read as libpq reads it`() throws {
        let address = try PostgresAddress(
            "host=db1.example,db2.example port=5432,5433 dbname='clean claim' user=dana sslmode=verify-full "
                + "options='-c statement_timeout=5s'")
        #expect(address.hosts == ["db1.example", "db2.example"])
        #expect(address.hostAddresses.isEmpty)
        #expect(address.database == "clean claim")
        #expect(address.user == "dana")
        #expect(address.sslMode == "verify-full")
        #expect(address.service == nil)
        #expect(!address.hasPassword)
    }

    @Test func `A URI is read as libpq reads it`() throws {
        let address = try PostgresAddress("postgresql://dana%40office@db.example:5433,[::1]/cleanclaim?sslmode=require")
        #expect(address.hosts == ["db.example", "::1"])
        #expect(address.user == "dana@office")
        #expect(address.database == "cleanclaim")
        #expect(address.sslMode == "require")
    }

    @Test(arguments: [
        "password=sample", "host=db.example password='a b'", "postgresql://dana:sample@db.example/cleanclaim",
        "postgresql://db.example/?password=sample", "sslkey=client.key sslpassword=sample", "password=",
    ]) func `A password in it is refused`(connection: String) throws {
        #expect(try PostgresAddress(connection).hasPassword)
        #expect(throws: PostgresAddress.Fault.hasPassword) {
            try PostgresAddress.demandingTLS(connection, defaults: [:])
        }
    }

    @Test(arguments: [
        "cleanclaim", "host", "password=my sample", "nonsense=1", "postgresql://%zz", "host='open", "host=a\0b",
    ]) func `What libpq cannot read is refused without its words`(connection: String) {
        #expect(throws: PostgresAddress.Fault.unreadable) { try PostgresAddress(connection) }
        #expect(throws: PostgresFault(kind: .other, reason: PostgresAddress.Fault.unreadable.description)) {
            try PostgresConnection(connection)
        }
    }

    @Test(arguments: [
        "dbname=cleanclaim", "host=/socket", "host=@cleanclaim", "host=localhost",
        "host=127.0.0.1 sslmode=disable",
        "host=127.3.4.5,::1", "host=LOCALHOST,/socket", "host=db.example hostaddr=127.0.0.1",
        "postgresql:///cleanclaim", "postgresql://localhost/cleanclaim", "host=db.example sslmode=require",
        "host=db.example sslmode=verify-ca", "postgresql://db.example/?sslmode=verify-full",
        "service=office sslmode=require",
    ]) func `A server on this machine, or TLS that is demanded already, changes nothing`(connection: String) throws {
        #expect(try PostgresAddress.demandingTLS(connection, defaults: ["sslmode": "prefer"]) == connection)
    }

    @Test(arguments: [
        ("host=db.example", "host=db.example sslmode=require"),
        ("host=db.example sslmode=disable", "host=db.example sslmode=disable sslmode=require"),
        ("host=localhost,db.example", "host=localhost,db.example sslmode=require"),
        ("host=localhost hostaddr=192.0.2.1", "host=localhost hostaddr=192.0.2.1 sslmode=require"),
        (
            "host=localhost,localhost hostaddr=127.0.0.1,",
            "host=localhost,localhost hostaddr=127.0.0.1, sslmode=require"
        ),
        ("host=127.0.0.1.example", "host=127.0.0.1.example sslmode=require"),
        ("host=::2", "host=::2 sslmode=require"),
        ("postgresql://db.example", "postgresql://db.example?sslmode=require"),
        ("postgres://db.example/a?", "postgres://db.example/a?sslmode=require"),
        ("postgres://db.example/a?user=dana", "postgres://db.example/a?user=dana&sslmode=require"),
        ("postgres://db.example/?sslmode=allow", "postgres://db.example/?sslmode=allow&sslmode=require"),
    ]) func `TLS is demanded off this machine`(connection: String, demanding: String) throws {
        #expect(try PostgresAddress.demandingTLS(connection, defaults: ["sslmode": "prefer"]) == demanding)
        #expect(try PostgresAddress(demanding).sslMode == "require")
    }

    @Test func `What the environment says counts where the string is silent`() throws {
        func demanding(_ connection: String, _ defaults: [String: String]) throws -> String {
            try PostgresAddress.demandingTLS(connection, defaults: defaults)
        }
        #expect(try demanding("dbname=a", ["host": "db.example"]) == "dbname=a sslmode=require")
        #expect(try demanding("dbname=a host=''", ["host": "db.example"]) == "dbname=a host='' sslmode=require")
        #expect(try demanding("host=localhost", ["hostaddr": "192.0.2.1"]) == "host=localhost sslmode=require")
        #expect(try demanding("host=/socket", ["host": "db.example"]) == "host=/socket")
        #expect(try demanding("host=db.example", ["sslmode": "verify-full"]) == "host=db.example")
        #expect(
            try demanding("host=db.example sslmode=prefer", ["sslmode": "verify-full"])
                == "host=db.example sslmode=prefer sslmode=require")
    }

    @Test func `A service alone does not show whether TLS is demanded`() {
        #expect(throws: PostgresAddress.Fault.serviceWithoutTLS) {
            try PostgresAddress.demandingTLS("service=office", defaults: [:])
        }
    }

    @Test(arguments: [
        ("connection failed: FATAL:  28P01\n", false, PostgresFault(sqlState: "28P01")),
        (
            "first failed: Connection refused\n\tIs it running?\nsecond failed: FATAL:  28000\n", false,
            .init(sqlState: "28000")
        ),
        ("failed: FATAL:  57P03", false, .init(kind: .connection, sqlState: "57P03", reason: "failed: FATAL:  57P03")),
        ("failed: FEHLER:  28P01", false, .init(sqlState: "28P01")),
        ("no PASSWORD supplied: sample", false, .init(kind: .connection, reason: "no ")),
        ("no password", true, .init(kind: .denied, reason: "it asks for a password, and none was found for it")),
        ("server version: 12345\n", false, .init(kind: .connection, reason: "server version: 12345")),
        ("", false, .init(kind: .connection)),
    ]) func `A failed connection is told by its SQLSTATE`(message: String, needsPassword: Bool, fault: PostgresFault) {
        #expect(PostgresFault(connecting: message, needsPassword: needsPassword) == fault)
    }
}
