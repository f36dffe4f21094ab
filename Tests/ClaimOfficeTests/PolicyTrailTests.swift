import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Testing
import TestStore

@Suite("Changed policies are in the audit trail")
struct PolicyTrailTests {
    @Test func `once for each change, with the files and who worked by them first`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("policies-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let folders = Folders(environment: ["HOME": folder.path])
        let office = Office(
            try ClaimStore.forTest(), library: try OfficeLibrary(folders: folders, day: ClaimExample.today))
        func records() throws -> [String] {
            try office.store.trail(.between(.distantPast, .distantFuture)).filter { $0.kind == "policy" }
                .map { "\($0.person?.name == office.signedIn) \($0.text ?? "")" }
        }
        try office.notePolicies()
        #expect(try records().isEmpty, "there are none")
        try FileManager.default.createDirectory(at: folders.policies, withIntermediateDirectories: true)
        let file = folders.policies.appendingPathComponent("acme.yaml")
        try Data("id: acme\n".utf8).write(to: file)
        for _ in 0..<2 { try office.notePolicies() }
        try Data("id: acme\nname: Acme\n".utf8).write(to: file)
        try office.notePolicies()
        try FileManager.default.removeItem(at: file)
        try office.notePolicies()
        let all = try records()
        #expect(all.count == 3 && all[0].hasPrefix("true acme.yaml ") && all[0] != all[1] && all[2] == "true none")
    }
}
