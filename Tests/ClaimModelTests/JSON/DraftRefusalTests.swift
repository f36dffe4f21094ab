import ClaimModel
import Randomness
import Testing

private let reader = DraftReader(in: ClaimDraft.context)

/// A document, the path of what is wrong with it, and a word of the remedy.
struct Refusal: CustomTestStringConvertible, Sendable {
    let json: String
    let path: String
    let word: String
    var offset: Int?

    var testDescription: String { "\(path): \(word)" }

    /// With schema and id before `rest`.
    static func claim(_ rest: String, _ path: String, _ word: String) -> Refusal {
        Refusal(json: #"{"schema":1,"id":"1","# + rest + "}", path: path, word: word)
    }

    static let all: [Refusal] = [
        .claim(#""npi":"1""#, "npi", "not a field"),
        .claim(#""billing":{"npy":"1"}"#, "billing.npy", "not a field"),
        .claim(#""lines":[{},{"line.ndc":"1"}]"#, "lines[1].line.ndc", "not a field"),
        .claim("\"a\\u001b[31m\":\"1\"", "a\u{FFFD}[31m", "not a field"),
        .claim(#""account":12"#, "account", "write it as text"),
        .claim(#""account":-1.5e+10"#, "account", "write it as text"),
        .claim(#""signatures":{"provider":true}"#, "signatures.provider", "write it as text"),
        .claim(#""lines":[{"dose":null}]"#, "lines[0].dose", "leave a blank field out"),
        .claim(#""lines":[{"dose":{}}]"#, "lines[0].dose", "a string in quotes"),
        .claim(#""lines":{}"#, "lines", "a list"),
        .claim(#""lines":[[]]"#, "lines[0]", "an object"),
        .claim(#""billing":"1122233343""#, "billing", "an object"),
        .claim(#""account":"1","account":"1""#, "account", "twice"),
        .claim(#""lines":[{"ndc":"1","ndc":"1"}]"#, "lines[0].ndc", "twice"),
        .claim(#""account":"a\u0000b""#, "account", "control characters"),
        .claim(#""account":"\u001b[2J""#, "account", "control characters"),
        .claim("\"account\":\"\u{9b}31m\"", "account", "control characters"),
        .claim("\"account\":\"\u{7f}\"", "account", "control characters"),
        .claim("\"chart\":{\"symptoms\":\"a\nb\"}", "chart.symptoms", "raw line break"),
        .claim(#""account":"\ud800""#, "account", "surrogate"),
        .claim(#""account":"\udc00\ud800""#, "account", "surrogate"),
        .claim(#""account":"\ud83dx""#, "account", "surrogate"),
        .claim(#""account":"\q""#, "account", "backslash"),
        .claim(#""account":"\u12g4""#, "account", "hexadecimal"),
        .claim(#""account":"\#(String(repeating: "9", count: 500))""#, "account", "too long"),
        .claim(#""diagnoses":[\#(Array(repeating: "{}", count: 13).joined(separator: ","))]"#, "diagnoses", "12"),
        .claim(#""lines":[\#(Array(repeating: "{}", count: 51).joined(separator: ","))]"#, "lines", "50"),
        .claim(#""defaults":["placeOfService","nowhere"]"#, "defaults[1]", "not a field"),
        .claim(#""standing":"placeOfService""#, "standing", "a list"),
        .claim(#""carried":[{"loop":"2300"}]"#, "carried[0]", "segment or rest"),
        .claim(#""carried":[{"loop":"2300","segment":"A","rest":"B"}]"#, "carried[0]", "segment or rest"),
        .claim(#""carried":[{"loop":"2300","text":"A"}]"#, "carried[0].text", "not part"),
        .claim(#""lines":[{"carried":[{"loop":1,"segment":"A"}]}]"#, "lines[0].carried[0].loop", "write it as text"),
        .claim(#""overrides":[{"rule":"A"}]"#, "overrides[0].place", "missing"),
        .claim(#""overrides":[{"who":"A"}]"#, "overrides[0].who", "not part"),
        .claim(#""queries":[{"rule":"A"}]"#, "queries[0].place", "missing"),
        .claim(#""queries":[{"answer":"A"}]"#, "queries[0].answer", "not part of a question"),
        .claim(#""queries":{}"#, "queries", "list"),
        .claim(
            #""overrides":[{"rule":"A","place":"b","reason":"c","by":"d","on":"11/10/2026","inputs":{}}]"#,
            "overrides[0].on", "2026-11-10"),
        .claim(
            #""overrides":[{"rule":"A","place":"b","reason":"c","by":"d","on":"2026-11-10","inputs":{"x":1}}]"#,
            "overrides[0].inputs.x", "write it as text"),
        .claim(#""account":"1","#, "", "field's name"),
        .claim(#""account":tru"#, "account", "should be here"),
        .claim(#""account":01"#, "", "comma or a closing brace"),
        .claim(#""account":-"#, "account", "digit"),
        Refusal(json: "", path: "", word: "empty", offset: 0),
        Refusal(json: " \n\t\r\n", path: "", word: "empty", offset: 0),
        Refusal(json: "\u{FEFF}", path: "", word: "empty", offset: 0),
        Refusal(json: "{}", path: "schema", word: "missing", offset: 0),
        Refusal(json: #"{"schema":2,"id":"1"}"#, path: "schema", word: "schema 1", offset: 10),
        Refusal(json: #"{"schema":"1","id":"1"}"#, path: "schema", word: "schema 1", offset: 10),
        Refusal(json: #"{"schema":1}"#, path: "id", word: "missing", offset: 0),
        Refusal(json: #"{"schema":1,"id":""}"#, path: "id", word: "name the claim", offset: 17),
        Refusal(json: "{\"schema\":1,\"id\":\"a\\nb\"}", path: "id", word: "name the claim", offset: 17),
        Refusal(json: #"{"schema":1,"id":"1""#, path: "", word: "ends too early", offset: 20),
        Refusal(json: #"{"schema":1,"id":"1"#, path: "id", word: "closing quote", offset: 19),
        Refusal(json: #"{"schema":1,"id":"1"} {}"#, path: "", word: "each line", offset: 22),
        Refusal(json: "[]", path: "", word: "has no claim", offset: 0),
        Refusal(json: "ISA*00*", path: "", word: "should be here", offset: 0),
        Refusal(json: "\u{FEFF}x", path: "", word: "should be here", offset: 3),
        Refusal(
            json: #"{"schema":1,"id":"1","a":"# + String(repeating: "[", count: 200_000),
            path: "a" + String(repeating: "[0]", count: 31), word: "too deeply", offset: 56),
    ]
}

@Suite("What is no draft is refused by place and in words")
struct DraftRefusalTests {
    @Test(arguments: Refusal.all)
    func `every fault names its path and the remedy`(refusal: Refusal) throws {
        let fault = try #require(throws: DraftFault.self) { try reader.draft(from: refusal.json.utf8) }
        #expect(fault.path == refusal.path)
        #expect(fault.message.contains(refusal.word), "\(fault)")
        #expect(fault.offset != nil)
        if let offset = refusal.offset { #expect(fault.offset == offset) }
        #expect(fault.description.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }

    @Test func `bytes that are not UTF 8 are refused by path`() throws {
        let bytes = Array(#"{"schema":1,"id":"1","account":"x"#.utf8) + [0xC3, 0x28, 0x22, 0x7D]
        let fault = try #require(throws: DraftFault.self) { try reader.draft(from: bytes) }
        #expect(fault.path == "account")
        #expect(fault.message.contains("UTF-8"))
    }

    @Test func `a fault never shows what is in a field`() throws {
        let secret = "RIVERA"
        for rest in [
            #""patient":{"lastName":"\#(secret)\u0000"}"#, #""patient":{"lastName":"\#(secret)","zzz":"\#(secret)"}"#,
            #""patient":{"lastName":["\#(secret)"]}"#, #""account":"\#(String(repeating: secret, count: 99))""#,
        ] {
            let json = #"{"schema":1,"id":"1","# + rest + "}"
            let fault = try #require(throws: DraftFault.self) { try reader.draft(from: json.utf8) }
            #expect(!fault.description.contains(secret))
        }
    }
}

@Suite("A file may hold many claims")
struct DraftLinesTests {
    private func claim(_ id: String) -> String { #"{"schema":1,"id":"\#(id)"}"# }

    @Test func `one bad line does not stop the others`() {
        let lines = [
            claim("1"), #"{"schema":1,"id":"2""#, claim("3"), #"{"schema":1,"id":"4","x":"1"}"#, "", "nonsense",
            claim("5"), #"{"schema":1,"id":"open}"#, claim("6") + " " + claim("7"), claim("8"), "[[[[",
            claim("9"),
        ]
        let documents = reader.read(lines.joined(separator: "\r\n").utf8)
        let ids = documents.map { document in (try? document.result.get())?.id }
        #expect(ids == ["1", nil, "3", nil, nil, "5", nil, nil, "8", nil, "9"])
        var offset = 0
        var starts: Set<Int> = []
        for line in lines {
            starts.insert(offset)
            offset += line.utf8.count + 2
        }
        #expect(documents.allSatisfy { starts.contains($0.offset) })
    }

    @Test func `one document may take many lines`() throws {
        let json =
            "{\n  \"schema\": 1,\n  \"id\": \"1\",\n  \"lines\": [\n    {\n      \"dose\": \"35\"\n    }\n  ]\n}\n"
        #expect(reader.read((json + json).utf8).compactMap { try? $0.result.get().lines.count } == [1, 1])
        #expect(throws: DraftFault.self) { try reader.draft(from: (json + json).utf8) }
    }

    @Test(arguments: UInt64(1)...20)
    func `any bytes give an answer`(seed: UInt64) {
        var numbers = Seeded(seed)
        let good = ClaimDraft.random(seed: seed).canonicalJSON()
        for _ in 0..<20 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                let at = Int.random(in: 0..<bytes.count, using: &numbers)
                switch Int.random(in: 0..<4, using: &numbers) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &numbers)
                case 1: bytes.remove(at: at)
                case 2: bytes.insert(contentsOf: Array("{}[]\",:\\\n0".utf8).shuffled(using: &numbers), at: at)
                default: bytes.removeSubrange(at...)
                }
                if bytes.isEmpty { bytes = [0] }
            }
            let documents = reader.read(bytes)
            #expect(!documents.isEmpty)
            for document in documents {
                guard case .success(let draft) = document.result else { continue }
                #expect((try? reader.draft(from: draft.canonicalJSON())) == draft)
            }
        }
        let noise = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        #expect(reader.read(noise).allSatisfy { (try? $0.result.get()) == nil })
    }
}
