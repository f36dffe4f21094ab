import ClaimModel
import ClaimRules
import Randomness
import Prerequisites
import Testing

@Suite("Drafts are read from any bytes", .slow)
struct DraftLawTests {
    @Test func `damaged drafts are read or reported, and kept as they are`() throws {
        let reader = DraftReader(in: ClaimExample.parsing)
        let whole = ClaimExample.samples.map { $0.value.draft.canonicalJSON() + [UInt8(ascii: "\n")] }
        var read = 0
        for seed in 0..<Damage.runs {
            var random = Seeded(seed)
            let bytes = random.pick(whole) + Damage.random(random.pick(whole), using: &random) + random.pick(whole)
            let documents = reader.read(bytes)
            #expect(documents.first.map { (try? $0.result.get()) != nil } == true, "seed \(seed)")
            for case .success(let draft) in documents.map(\.result) {
                read += 1
                #expect(try reader.draft(from: draft.canonicalJSON()) == draft, "seed \(seed)")
            }
        }
        #expect(read > Int(Damage.runs))
    }
}
