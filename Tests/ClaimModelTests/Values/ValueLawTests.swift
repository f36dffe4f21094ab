import ClaimModel
import Randomness
import Testing

/// The laws that hold for every type of value.
struct ValueLawTests {
    @Test(arguments: Kind.all)
    func `the canonical form reads as the value it came from`(kind: Kind) {
        for sample in kind.samples {
            #expect(kind.read(sample) == .value(sample))
        }
    }

    @Test(arguments: Kind.all)
    func `a canonical form fits its field`(kind: Kind) {
        for sample in kind.samples {
            #expect(sample.count <= kind.limit, "\(sample)")
        }
    }

    @Test(arguments: Kind.fixed + Kind.numbers + Kind.choices)
    func `no beginning of a canonical form is malformed`(kind: Kind) {
        for sample in kind.samples {
            for length in 0..<sample.count {
                #expect(kind.read(String(sample.prefix(length))) != .malformed, "\(sample.prefix(length))")
            }
        }
    }

    @Test(arguments: Kind.all)
    func `outer white space changes nothing`(kind: Kind) {
        for sample in kind.samples {
            #expect(kind.read("  \(sample)\t") == .value(sample))
            #expect(kind.read("\u{A0}\(sample) \u{2003}") == .value(sample))
        }
        for blank in ["", " ", "\t \n", "\u{A0}"] {
            #expect(kind.read(blank) == .empty)
        }
    }

    @Test(arguments: Kind.fixed + Kind.numbers)
    func `digits of other scripts are not digits`(kind: Kind) {
        for sample in kind.samples {
            for zero in [0x0660, 0xFF10, 0x1D7CE] as [UInt32] {
                let foreign = String(
                    sample.map { character in
                        guard let digit = character.wholeNumberValue,
                            let scalar = Unicode.Scalar(zero + UInt32(digit))
                        else { return character }
                        return Character(scalar)
                    })
                if foreign != sample { #expect(kind.read(foreign) == .malformed, "\(foreign)") }
            }
        }
    }

    @Test(arguments: Kind.all)
    func `any text is read without a trap and always alike, and a value reads as itself`(kind: Kind) {
        var random = Seeded(7)
        let odd: [Character] = [
            "\0", "\u{1B}", "\u{7F}", "🙂", "👨‍👩‍👧", "é", "e\u{301}", "\u{301}", "\u{200D}", "\u{202E}", "\r\n", "ß", "ﬁ",
            "\u{212A}", "٣", "\u{FFFD}", "-", "+", ".", "9", "0", " ",
        ]
        let characters = odd + kind.alphabet
        for _ in 0..<400 {
            let length = Int.random(in: 0...30, using: &random)
            let text = String((0..<length).map { _ in characters.randomElement(using: &random) ?? " " })
            let reading = kind.read(text)
            #expect(kind.read(text) == reading)
            if case .value(let canonical) = reading {
                #expect(kind.read(canonical) == reading, "\(text.debugDescription) as \(canonical)")
            }
        }
    }

    @Test(arguments: Kind.all)
    func `very long texts are read`(kind: Kind) {
        for character in kind.alphabet {
            #expect(kind.read(String(repeating: character, count: 10_000)) != .empty || character.isWhitespace)
        }
    }

    @Test(arguments: Kind.all)
    func `what is wrong is said in one sentence without a full stop`(kind: Kind) {
        let wrong = kind.samples.flatMap {
            [String($0.dropLast()), $0 + "\u{1}", $0 + $0 + $0, $0 + "-", "-" + $0, "\u{1}", "0", "13"]
        }
        for text in wrong where !text.isEmpty {
            guard let message = kind.message(text) else { continue }
            #expect(message.count > 10 && message.count <= 110, "\(message)")
            #expect(message.last != "." && message.first?.isLowercase == false, "\(message)")
        }
    }
}
