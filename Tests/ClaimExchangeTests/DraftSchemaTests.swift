import ClaimModel
import ClaimRules
import Foundation
import Prerequisites
import Randomness
import Testing

@testable import ClaimExchange

/// The schema of the draft's JSON, judged by a validator that others have written.
@Suite(.serialized)
struct DraftSchemaTests {
    private static let published = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/cleanclaim/Documentation.docc/draft.schema.json")

    @Test func `the published schema is the one that the code makes`() throws {
        let text = try String(contentsOf: Self.published, encoding: .utf8)
        #expect(text == DraftSchema.text, "cleanclaim export --schema writes it anew")
    }

    /// What the schema says of each document: blank, or what is wrong.
    private func verdicts(_ documents: [[UInt8]]) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(documents.joined(separator: [10])).write(to: file)
        return try Validators.jsonSchema(Self.published, file)
    }

    private func isRead(_ document: [UInt8]) -> Bool {
        (try? DraftReader(in: ClaimExample.parsing).draft(from: document)) != nil
    }

    @Test(.enabled(if: runs(with: Validators.obstacle == nil), "\(Validators.obstacle ?? "")"))
    func `what we write is valid`() throws {
        var drafts = ClaimExample.samples.map(\.value.draft) + [ClaimExample.odd]
        drafts += (0..<60 as Range<UInt64>).map { RandomProfessionalClaim.draft(seed: $0, mostLines: 50) }
        drafts += try Fixture.all.flatMap { name in
            try ReadFile(Fixture.bytes(name)).claims.map { $0.draft(id: "in", in: Writers.context) }
        }
        let verdicts = try verdicts(drafts.map { $0.canonicalJSON() })
        #expect(verdicts.count == drafts.count)
        #expect(verdicts.filter { !$0.isEmpty } == [])
    }

    @Test(.slow, .enabled(if: runs(with: Validators.obstacle == nil), "\(Validators.obstacle ?? "")"))
    func `the schema refuses what the reader refuses`() throws {
        var documents = (0..<40 as Range<UInt64>).map { ClaimDraft.random(seed: $0).canonicalJSON() }
        for seed in 0..<400 as Range<UInt64> {
            var random = Seeded(seed)
            var draft = RandomProfessionalClaim.draft(seed: seed, mostLines: 3)
            draft.overrides = [
                Override(
                    rule: "TM-001", place: "line.units[1]", reason: "seen", by: "AB", on: Day(number: 20_780),
                    inputs: ["line.units[1]": "1"])
            ]
            draft.defaulted = ["placeOfService"]
            draft.carried = [CarriedSegment(loop: "2300", text: "K3*X")]
            var tree = try JSONSerialization.jsonObject(with: Data(draft.canonicalJSON()))
            for _ in 0..<Int.random(in: 0...2, using: &random) { tree = Self.damaged(tree, &random) }
            documents.append([UInt8](try JSONSerialization.data(withJSONObject: tree)))
        }
        let verdicts = try verdicts(documents)
        #expect(verdicts.count == documents.count)
        for (document, verdict) in zip(documents, verdicts) {
            #expect(isRead(document) == verdict.isEmpty, "\(verdict)")
        }
        #expect(verdicts.count(where: \.isEmpty) > 100 && verdicts.count { !$0.isEmpty } > 100)
    }

    /// The same tree with one value of another kind, one name lost or unknown, or one list too long.
    private static func damaged(_ node: Any, _ random: inout Seeded) -> Any {
        let goesDeeper = Int.random(in: 0..<4, using: &random) > 0
        if var object = node as? [String: Any], let name = object.keys.sorted().randomElement(using: &random) {
            switch Int.random(in: 0..<4, using: &random) {
            case 0 where !goesDeeper: object["unknown"] = "x"
            case 1 where !goesDeeper: object[name] = nil
            default: object[name] = object[name].map { damaged($0, &random) }
            }
            return object
        }
        if var list = node as? [Any], let last = list.indices.last {
            if goesDeeper {
                list[last] = damaged(list[last], &random)
            } else {
                list += Array(repeating: list[last], count: Int.random(in: 1...60, using: &random))
            }
            return list
        }
        let values: [Any] = [
            1, 2, true, NSNull(), [Any](), ["x"], [String: Any](), "", "x", "2026-11-23",
            String(repeating: "w", count: 5_000), String(repeating: "é", count: 80), "a\u{7}b", "two\nlines\t",
        ]
        return random.pick(values)
    }
}
