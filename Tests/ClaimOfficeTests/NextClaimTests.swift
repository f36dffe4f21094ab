import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Testing
import TestStore

/// Several desks ask for the next claim at one moment, on one folder or on one server.
@Suite("The next claim is handed out once")
struct NextClaimTests {
    @Test func `each desk gets another claim, and the last one none`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("next-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let data = folder.appendingPathComponent("data")
        let server = ClaimStore.testsServer ? ClaimStore.freshServer() : nil
        let keyring = try StorePlace(folder: data, server: server).makeKeyring(first: .machine)
        let library = try OfficeLibrary(
            folders: Folders(environment: ["HOME": folder.path]), day: ClaimExample.today)
        var offices: [Office] = []
        for desk in 0..<5 {
            let store =
                if let server {
                    try ClaimStore(server: server, folder: data, keyring: keyring, desk: "DESK-\(desk)")
                } else {
                    try ClaimStore(folder: data, keyring: keyring, desk: "DESK-\(desk)")
                }
            offices.append(Office(store, library: library))
        }
        let ids = ["one", "two", "three", "four"]
        for id in ids { try offices[0].store.save(ClaimRecord(ClaimDraft(id: id))) }
        for _ in 0..<5 {
            let open = try await withThrowingTaskGroup(of: OpenClaim?.self) { group in
                for office in offices { group.addTask { try office.openNext(among: ids) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            // A desk may find a claim taken that another one has just looked at, and pass it over.
            let got = open.compactMap { $0?.record.id }
            #expect(got.count == Set(got).count && got.count <= ids.count && !got.isEmpty)
            open.forEach { $0?.lock.release() }
        }
        try offices[0].store.arrange("one", .assigned) { $0.assignee = "Kim" }
        #expect(try offices[1].openNext(among: ["one"]) == nil)
    }
}
