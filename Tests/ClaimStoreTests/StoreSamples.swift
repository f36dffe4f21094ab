import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

let today = ParsingContext(today: Day(number: 20_780))

/// An empty folder that goes with the test.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("store-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var store: URL { url.appendingPathComponent("data/cleanclaim") }
    /// Of the keyring.
    var keys: URL { url.appendingPathComponent("data/cleanclaim-keys") }
    var database: URL { store.appendingPathComponent("claims.db") }

    /// Every file below the folder with its bytes.
    func contents() throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: url.path) {
            contents[name] = FileManager.default.contents(atPath: url.appendingPathComponent(name).path) ?? Data()
        }
        return contents
    }
}

func mode(of url: URL) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
}

/// A draft with these texts.
func draft(_ id: String, _ texts: KeyValuePairs<Field, String> = [:]) -> ClaimDraft {
    var draft = ClaimDraft(id: id)
    for (field, text) in texts { draft.type(text, at: Place(field), in: today) }
    return draft
}

let dana: KeyValuePairs<Field, String> = [
    .patientLastName: "RIVERA", .patientFirstName: "DANA", .patientBirthDate: "04/12/1985",
    .memberID: "MMO123456789", .payerName: "Medical Mutual", .payerPolicy: "medmutual", .account: "1001",
    .lineFrom: "11/10/2026",
]
