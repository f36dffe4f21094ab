import TextKit

/// Which bytes mean which key: what the terminal's own description says, and what terminals are known to send.
public struct KeySequences: Sendable {
    private var keys: [[UInt8]: Key] = [:]
    private var prefixes: Set<[UInt8]> = []

    /// - Parameters:
    ///   - described: the sequences of the terminal's description; they go before the common ones.
    ///   - alt: the characters that make one key with Alt. Any other character behind an Escape is a key of its own,
    ///     so that Escape followed at once by a letter is never misread.
    public init(described: [(bytes: [UInt8], key: Key)] = [], alt: Set<Character> = Set("0123456789")) {
        for (bytes, key) in KeySequences.common { add(bytes, key) }
        for character in alt where character != "[" && character != "O" {
            add([0x1B] + Array(String(character).utf8), .alt(character))
        }
        for (bytes, key) in described where bytes.count > 1 && bytes.first == 0x1B { add(bytes, key) }
    }

    enum Match {
        case key(Key)
        case pasteStart
        /// A whole control sequence that no key is known to send.
        case unknownSequence
        case incomplete
        case nothing
    }

    func match(_ bytes: [UInt8]) -> Match {
        guard let first = bytes.first else { return .incomplete }
        if first != 0x1B { return bytes.count == 1 && first < 0x80 ? single(first) : matchUTF8(bytes) }
        if bytes == KeySequences.pasteStart { return .pasteStart }
        if let key = keys[bytes] { return .key(key) }
        if bytes.count == 1 || prefixes.contains(bytes) { return .incomplete }
        return bytes[1] == UInt8(ascii: "[") ? matchControlSequence(bytes) : .nothing
    }

    private func single(_ byte: UInt8) -> Match {
        switch byte {
        case 0x09: .key(.tab)
        case 0x0D, 0x0A: .key(.enter)
        case 0x08, 0x7F: .key(.backspace)
        case 0x00: .key(.control("@"))
        case 0x01...0x1A: .key(.control(Character(Unicode.Scalar(byte + 0x60))))
        case 0x1C...0x1F: .key(.control(Character(Unicode.Scalar(byte + 0x40))))
        default: .key(.character(Character(Unicode.Scalar(byte))))
        }
    }

    private func matchUTF8(_ bytes: [UInt8]) -> Match {
        let length =
            switch bytes[0] {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        guard length > 1, bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .nothing }
        guard bytes.count == length else { return .incomplete }
        guard let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first,
            !scalar.isControl
        else { return .nothing }
        return .key(.character(Character(scalar)))
    }

    /// ECMA-48: `ESC [`, parameters 30–3F, intermediates 20–2F, one final byte 40–7E.
    private func matchControlSequence(_ bytes: [UInt8]) -> Match {
        guard let last = bytes.last, bytes.count > 2 else { return .incomplete }
        switch last {
        case 0x20...0x3F: return bytes.count < 64 ? .incomplete : .unknownSequence
        case 0x40...0x7E: return KeySequences.modified(bytes).map { .key($0) } ?? .unknownSequence
        default: return .nothing
        }
    }

    private mutating func add(_ bytes: [UInt8], _ key: Key) {
        keys[bytes] = key
        for length in 1..<bytes.count { prefixes.insert(Array(bytes.prefix(length))) }
    }
}

extension KeySequences {
    static let pasteStart = Array("\u{1B}[200~".utf8)
    static let pasteEnd = Array("\u{1B}[201~".utf8)

    /// Sequences that terminals send whatever their description says (xterm, VT220, Linux console, rxvt).
    private static let common: [([UInt8], Key)] = {
        let letters: [(Character, Key)] = [
            ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
        ]
        var list: [(String, Key)] = letters.flatMap { [("[\($0.0)", $0.1), ("O\($0.0)", $0.1)] }
        list += zip("PQRS", 1...4).map { ("O\($0)", .function($1)) }
        list += zip("ABCDE", 1...5).map { ("[[\($0)", .function($1)) }
        list += [("[Z", .backTab), ("OM", .enter)]
        list += tildes.map { ("[\($0.key)~", $0.value) }
        return list.map { ([0x1B] + Array($0.0.utf8), $0.1) }
    }()

    private static let tildes: [Int: Key] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
        17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
        23: .function(11), 24: .function(12),
    ]

    /// xterm's modified keys, `ESC [ number ; modifier letter`: Shift is distinguished on function keys, Alt on digits is
    /// not sent this way, and any other modifier leaves the key as it is.
    private static func modified(_ bytes: [UInt8]) -> Key? {
        let inside = bytes.dropFirst(2).dropLast()
        let numbers = inside.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 2, let number = numbers[0], let modifier = numbers[1], (2...16).contains(modifier),
            let final = bytes.last
        else { return nil }
        let isShifted = (modifier - 1) & 1 == 1
        let base: Key? =
            switch final {
            case UInt8(ascii: "~"): tildes[number]
            case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final) - 0x4F)
            case UInt8(ascii: "Z"): .backTab
            default: common.first { $0.0 == [0x1B, UInt8(ascii: "["), final] }?.1
            }
        if case .function(let function, _) = base { return .function(function, shift: isShifted) }
        return base
    }
}
