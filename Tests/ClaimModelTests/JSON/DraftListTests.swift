import ClaimModel
import Randomness
import Testing

@Suite("A list of claims is read claim by claim")
struct DraftListTests {
    private static let reader = DraftReader(in: ClaimDraft.context)

    private func inPieces(_ bytes: [UInt8], of size: () -> Int) -> [DraftDocument] {
        var stream = DraftStream()
        var pieces: [DraftStream.Piece] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let next = rest.prefix(Swift.max(1, size()))
            pieces += stream.take(next)
            rest = rest.dropFirst(next.count)
        }
        if let last = stream.finish() { pieces.append(last) }
        return pieces.flatMap { Self.reader.read($0) }
    }

    private func list(_ drafts: [ClaimDraft], between: String = ",") -> [UInt8] {
        Array("[".utf8) + drafts.map { $0.canonicalJSON() }.joined(separator: Array(between.utf8)) + Array("]".utf8)
    }

    @Test(arguments: [",", " ,\n", "\r\n,\t"], [1, 7, 4096])
    func `every claim is read`(between: String, size: Int) {
        let drafts = (UInt64(1)...5).map { ClaimDraft.random(seed: $0) }
        let bytes = [0xEF, 0xBB, 0xBF] + Array("\n ".utf8) + list(drafts, between: between) + Array("\n".utf8)
        #expect(inPieces(bytes) { size }.map { try? $0.result.get() } == drafts)
        #expect(Self.reader.read(bytes).map { try? $0.result.get() } == drafts)
    }

    @Test(arguments: [
        ("[]", 0, "has no claim"), ("[", 1, "closes the list"), ("[1]", 1, "a claim in braces"),
        ("[{\"schema\":1,\"id\":\"a\"}", 22, "closes the list"),
        ("[{\"schema\":1,\"id\":\"a\"} {", 23, "a comma"), ("[{\"schema\":1,\"id\":\"a\"},]", 23, "a claim in braces"),
        ("[{\"schema\":1,\"id\":\"a\"}]x", 23, "something follows"),
    ])
    func `what is wrong between claims is said once`(text: String, offset: Int, words: String) {
        let faults = inPieces(Array(text.utf8)) { 1 }.compactMap { document -> DraftFault? in
            if case .failure(let fault) = document.result { fault } else { nil }
        }
        #expect(faults.map(\.offset) == [offset] && faults.first?.message.contains(words) == true)
    }

    @Test func `one bad claim holds itself`() {
        let text = #"[{"schema":1,"id":"a"},{"schema":1,"nonsense":"{"},{"schema":1,"id":"b"}]"#
        #expect(inPieces(Array(text.utf8)) { 3 }.map { (try? $0.result.get())?.id } == ["a", nil, "b"])
    }

    @Test(arguments: UInt64(1)...300)
    func `any damage gives the same answers`(seed: UInt64) {
        var numbers = Seeded(seed)
        var bytes = list((0..<4).map { ClaimDraft.random(seed: seed &+ $0) }, between: ",\n")
        for _ in 0..<Int.random(in: 1...4, using: &numbers) where bytes.count > 1 {
            let at = Int.random(in: 1..<bytes.count, using: &numbers)
            switch Int.random(in: 0..<3, using: &numbers) {
            case 0: bytes[at] = Array("{}[]\"\\\n,x".utf8).randomElement(using: &numbers) ?? 0
            case 1: bytes.removeSubrange(at..<Swift.min(bytes.count, at + 40))
            default: bytes.insert(contentsOf: Array("\n{".utf8), at: at)
            }
        }
        let whole = Self.reader.read(bytes)
        let pieces = inPieces(bytes) { Int.random(in: 1...700, using: &numbers) }
        #expect(pieces.map(\.offset) == whole.map(\.offset) && pieces.map(\.result) == whole.map(\.result))
    }

    @Test func `a claim that is too long is cut and the next one read`() {
        var stream = DraftStream()
        var pieces = stream.take("[{\"id\":".utf8)
        let filler = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
        for _ in 0..<10 { pieces += stream.take(filler) }
        pieces += stream.take("},{\"schema\":1,\"id\":\"a\"}]".utf8)
        if let last = stream.finish() { pieces.append(last) }
        #expect(pieces.map(\.isCut) == [true, false])
    }
}
