import ClaimModel
import Randomness
import Testing

@Suite("A file read in pieces gives what it gives as a whole")
struct DraftStreamTests {
    private static let reader = DraftReader(in: ClaimDraft.context)

    /// The words of a fault may differ: what a piece lacks at its end stands in the file as something else.
    private struct Answer: Equatable {
        let offset: Int
        let draft: ClaimDraft?
        var fault: Int?

        init(_ document: DraftDocument) {
            offset = document.offset
            draft = try? document.result.get()
            if case .failure(let reason) = document.result { fault = reason.offset }
        }
    }

    private func whole(_ bytes: [UInt8]) -> [Answer] { answers(Self.reader.read(bytes)) }

    /// A fault behind the start of the next document is one of what stands there: a piece ends before it.
    private func answers(_ documents: [DraftDocument]) -> [Answer] {
        var answers = documents.map { Answer($0) }
        for (index, next) in answers.enumerated().dropFirst() {
            answers[index - 1].fault = answers[index - 1].fault.map { min($0, next.offset) }
        }
        return answers
    }

    /// With the offsets counted from the start of the file.
    private func inPieces(_ bytes: [UInt8], of sizes: () -> Int) -> [Answer] {
        var stream = DraftStream()
        var pieces: [DraftStream.Piece] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let size = Swift.max(1, sizes())
            pieces += stream.take(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        if let last = stream.finish() { pieces.append(last) }
        return answers(pieces.flatMap { Self.reader.read($0) })
    }

    @Test func `lines and pretty documents are cut where they end`() {
        let pretty = "{\n\"schema\": 1,\n\"id\": \"p\",\n\"lines\": [\n{\n\"dose\": \"35 {\"\n}\n]\n}\n"
        let text = #"{"schema":1,"id":"a"}"# + "\n\n" + pretty + #"{"schema":1,"id":"b","account":"\"{"}"#
        var stream = DraftStream()
        let pieces = stream.take(text.utf8)
        #expect(pieces.count == 2 && stream.finish() != nil && stream.finish() == nil)
        #expect(pieces.map(\.offset) == [0, 23])
    }

    @Test(arguments: UInt64(1)...400)
    func `any bytes give the same answers`(seed: UInt64) {
        var numbers = Seeded(seed)
        var bytes: [UInt8] = []
        for line in 0..<6 {
            var claim = ClaimDraft.random(seed: seed &+ UInt64(line)).canonicalJSON()
            for _ in 0..<Int.random(in: 0...2, using: &numbers) {
                let at = Int.random(in: 0..<claim.count, using: &numbers)
                switch Int.random(in: 0..<3, using: &numbers) {
                case 0: claim[at] = Array("{}[]\"\\\n,x".utf8).randomElement(using: &numbers) ?? 0
                case 1: claim.removeSubrange(at...)
                default: claim.insert(contentsOf: Array("\n{".utf8), at: at)
                }
            }
            bytes += claim + [.init(ascii: "\n")]
        }
        let isSame = inPieces(bytes) { Int.random(in: 1...700, using: &numbers) } == whole(bytes)
        #expect(isSame)
    }

    @Test func `nothing is empty and noise is one fault`() {
        #expect(inPieces([]) { 1 } == whole([]))
        let noise = Array(String(repeating: "no claim here\n", count: 400).utf8)
        #expect(inPieces(noise) { 100 }.count == 1)
    }

    @Test func `a document that is too long is cut and the next one read`() {
        var stream = DraftStream()
        var pieces = stream.take("{\"id\":[\n".utf8)
        let filler = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
        for _ in 0..<20 { pieces += stream.take(filler) }
        pieces += stream.take("\n{\"schema\":1,\"id\":\"a\"}\n".utf8)
        if let last = stream.finish() { pieces.append(last) }
        #expect(pieces.map(\.isCut) == [true, false])
        #expect(pieces.last.map { Self.reader.read($0.bytes).first?.result.map(\.id) } == .success("a"))
    }
}
