import ClaimStore
import Testing

@testable import cleanclaim

/// What `store status` says of a server.
struct StoreStatusTests {
    private func saved(_ commit: String, standbys: String = "") -> String {
        let server = ServerStatus(
            version: "15.20", host: "db.example.org", isLocal: false, isEncrypted: true, commit: commit,
            standbys: standbys, tables: (14, 14), openClaims: 2, size: 3 << 20, isReadOnly: false)
        return StoreStatusCommand.lines(server, "9 claims").joined(separator: "\n")
    }

    @Test func `it says where the records are`() {
        let lines = saved("on")
        #expect(lines.contains("PostgreSQL 15.20 at db.example.org (TLS), 9 claims, 3 MB."))
        #expect(lines.contains("Open: 2 claims on the desks.") && lines.contains("Role: may write."))
    }

    @Test func `it says what a saved claim survives`() {
        #expect(
            saved("on").contains("on the disk of this server before it is said to be saved; no standby is waited for."))
        #expect(saved("on", standbys: "b").contains("on the disks of this server and of a standby"))
        #expect(saved("remote_write", standbys: "b").contains("in the memory of a standby"))
        #expect(saved("off", standbys: "b").contains("the last half second may be lost"))
        #expect(saved("local", standbys: "b").contains("no standby is waited for"))
    }
}
