import Randomness
import Testing

@testable import TerminalKit

private let described: [(bytes: [UInt8], key: Key)] = [(Array("\u{1B}[1;2Q".utf8), .function(2, shift: true))]

private func decoder() -> InputDecoder { InputDecoder(keys: KeySequences(described: described)) }

private func events(_ bytes: some Sequence<UInt8>) -> [Event] {
    var decoder = decoder()
    return decoder.decode(bytes) + decoder.flush()
}

private func events(_ text: String) -> [Event] { events(text.utf8) }

@Suite struct InputDecoderTests {
    @Test(arguments: [
        ("a", [Key.character("a")]), ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
        ("\u{8}", [.backspace]), ("\u{3}", [.control("c")]), ("\u{1A}", [.control("z")]), ("\u{1C}", [.control("\\")]),
        ("\u{0}", [.control("@")]), ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}[A", [.up]),
        ("\u{1B}OA", [.up]), ("\u{1B}[1;5C", [.right]), ("\u{1B}[3;2~", [.delete]), ("\u{1B}[Z", [.backTab]),
        ("\u{1B}OP", [.function(1)]), ("\u{1B}[17~", [.function(6)]), ("\u{1B}[17;2~", [.function(6, shift: true)]),
        ("\u{1B}[1;2Q", [.function(2, shift: true)]), ("\u{1B}[[E", [.function(5)]), ("\u{1B}7", [.alt("7")]),
        ("\u{1B}F33", [.escape, .character("F"), .character("3"), .character("3")]),
        ("\u{1B}OLD", [.escape, .character("O"), .character("L"), .character("D")]),
        ("\u{1B}[", [.escape, .character("[")]),
        ("\u{1B}[99;99;99x7", [.character("7")]), ("\u{1B}[M", []), ("é李", [.character("é"), .character("李")]),
        ("e\u{301}", [.character("e"), .character("\u{301}")]),
        ("\u{9B}A", [.character("\u{FFFD}"), .character("\u{FFFD}"), .character("A")]),
    ])
    func `bytes become keys`(text: String, keys: [Key]) {
        #expect(events(text) == keys.map { .key($0) })
    }

    @Test func `broken UTF 8 becomes replacement signs`() {
        #expect(events([0xC3, 0x61]) == [.key(.character("\u{FFFD}")), .key(.character("a"))])
        #expect(events([0xE6, 0x9D]).allSatisfy { $0 == .key(.character("\u{FFFD}")) })
        #expect(events([0xED, 0xA0, 0x80]).count == 3)
        #expect(events([0xC3, 0x1B, 0x5B, 0x41]) == [.key(.character("\u{FFFD}")), .key(.up)])
    }

    @Test(arguments: [
        ("RIVERA\tDANA\r\n11/10/2026\rx", "RIVERA\tDANA\n11/10/2026\nx", 0), ("a\u{1B}[31mb\u{7}", "a[31mb", 2),
        ("", nil, 0),
        ("李\u{1B}[A", "李[A", 1), ("\u{3}", "", 1), ("a~b", "a~b", 0),
    ])
    func `a paste is one event`(pasted: String, text: String?, dropped: Int) {
        let expected = text.map { [Event.paste($0, dropped: dropped)] } ?? []
        #expect(events("\u{1B}[200~\(pasted)\u{1B}[201~x") == expected + [.key(.character("x"))])
    }

    @Test func `a paste is bounded`() {
        let size = PasteBuffer.limit + 5_000
        let long = Array("\u{1B}[200~".utf8) + [UInt8](repeating: 0x61, count: size) + Array("\u{1B}[201~".utf8)
        #expect(events(long) == [.paste(String(repeating: "a", count: PasteBuffer.limit), dropped: 5_000)])
    }

    @Test func `a paste that never ends is given up`() {
        var decoder = decoder()
        #expect(decoder.decode("\u{1B}[200~half".utf8).isEmpty)
        #expect(decoder.isPasting && decoder.isWaiting)
        #expect(decoder.flush() == [.paste("half", dropped: 0)])
        #expect(!decoder.isWaiting)
    }

    /// A burst gives what the keys give one by one, wherever the bytes are cut.
    @Test(arguments: 0..<60)
    func `the cut of the stream does not matter`(seed: UInt64) {
        var random = Seeded(seed)
        let pieces = [
            "a", "7", "é", "李", "👩‍⚕️", "\u{1B}[A", "\u{1B}OP", "\u{1B}[17;2~", "\u{1B}3", "\r", "\t", "\u{1B}",
            "\u{1B}[200~p\tq\r\n\u{1B}[201~",
            "\u{1B}[1;5D", "\u{1B}[?1;2c", "\u{3}", "O", "[",
        ]
        let bytes = (0..<200).flatMap { _ in Array((pieces.randomElement(using: &random) ?? "").utf8) }
        var whole = decoder()
        var cut = decoder()
        let expected = whole.decode(bytes) + whole.flush()
        var found: [Event] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Int.random(in: 1...9, using: &random)
            found += cut.decode(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        #expect(found + cut.flush() == expected)
        #expect(expected.count > 100)
    }

    @Test(arguments: 0..<40)
    func `any bytes are taken`(seed: UInt64) {
        var random = Seeded(seed)
        let bytes = (0..<500).map { _ in
            Bool.random(using: &random)
                ? [0x1B, 0x5B, 0x4F, 0x32, 0x30, 0x7E].randomElement(using: &random) ?? 0
                : UInt8.random(in: 0...255, using: &random)
        }
        var decoder = decoder()
        _ = decoder.decode(bytes)
        _ = decoder.flush()
        #expect(!decoder.isWaiting)
        #expect(decoder.decode("k".utf8) == [.key(.character("k"))])
    }
}
