public import ClaimModel

/// What a payer's member IDs look like: `[A-Z]{3}[0-9]{9,14}`.
///
/// Of regular expressions only what member IDs need: letters and digits, classes such as `[A-Z0-9]`, `\d`, and after
/// each of them `?`, `{n}` or `{n,m}`. It matches the whole ID, in time that grows with its length only.
public struct MemberIDPattern: Hashable, Sendable {
    /// The pattern as the policy's file has it.
    public let text: String
    private let parts: [Part]

    private struct Part: Hashable {
        let characters: Set<UInt8>
        let fewest: Int
        let most: Int
    }

    /// `nil` where the text uses more than is described above.
    public init?(_ text: String) {
        guard let parts = MemberIDPattern.parts(of: Array(text.utf8)), !parts.isEmpty else { return nil }
        self.text = text
        self.parts = parts
    }

    /// Whether the ID as a whole looks so.
    public func matches(_ id: MemberID) -> Bool {
        let bytes = Array(id.text.utf8)
        var ends: Set<Int> = [0]
        for part in parts {
            var next: Set<Int> = []
            for start in ends {
                var end = start
                if part.fewest == 0 { next.insert(end) }
                while end < bytes.count, end - start < part.most, part.characters.contains(bytes[end]) {
                    end += 1
                    if end - start >= part.fewest { next.insert(end) }
                }
            }
            ends = next
        }
        return ends.contains(bytes.count)
    }

    /// Medicare's beneficiary identifier: eleven characters, without the letters S, L, O, I, B and Z.
    static let medicare = MemberIDPattern(
        "[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9][AC-HJKMNP-RT-Y]{2}[0-9]{2}"
    )
}

extension MemberIDPattern {
    private static let longest = 80

    private static func parts(of pattern: [UInt8]) -> [Part]? {
        var rest = pattern[...]
        var parts: [Part] = []
        while let characters = characters(at: &rest) {
            guard let (fewest, most) = count(at: &rest) else { return nil }
            parts.append(Part(characters: characters, fewest: fewest, most: most))
        }
        return rest.isEmpty && parts.count <= longest ? parts : nil
    }

    /// Removes one letter, digit, `\d` or class from the start; `nil` where none is there.
    private static func characters(at rest: inout ArraySlice<UInt8>) -> Set<UInt8>? {
        guard let first = rest.first else { return nil }
        if first == UInt8(ascii: "\\") {
            guard rest.dropFirst().first == UInt8(ascii: "d") else { return nil }
            rest = rest.dropFirst(2)
            return Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
        }
        if first == UInt8(ascii: "[") {
            guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            let inside = Array(rest[(rest.startIndex + 1)..<end])
            rest = rest[(end + 1)...]
            return members(ofClass: inside)
        }
        guard first.isCapitalOrDigit else { return nil }
        rest = rest.dropFirst()
        return [first]
    }

    private static func members(ofClass inside: [UInt8]) -> Set<UInt8>? {
        var members: Set<UInt8> = []
        var place = 0
        while place < inside.count {
            let low = inside[place]
            let isRange = place + 2 < inside.count && inside[place + 1] == UInt8(ascii: "-")
            let high = isRange ? inside[place + 2] : low
            guard low.isCapitalOrDigit, high.isCapitalOrDigit, low <= high else { return nil }
            members.formUnion((low...high).filter(\.isCapitalOrDigit))
            place += isRange ? 3 : 1
        }
        return members.isEmpty ? nil : members
    }

    private static func count(at rest: inout ArraySlice<UInt8>) -> (fewest: Int, most: Int)? {
        guard let first = rest.first else { return (1, 1) }
        if first == UInt8(ascii: "?") {
            rest = rest.dropFirst()
            return (0, 1)
        }
        guard first == UInt8(ascii: "{") else { return (1, 1) }
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let bounds = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
            .split(separator: ",", omittingEmptySubsequences: false)
        rest = rest[(end + 1)...]
        guard let fewest = bounds.first.flatMap({ Int($0) }), let most = bounds.last.flatMap({ Int($0) }),
            bounds.count <= 2, 0 <= fewest, fewest <= most, most <= longest
        else { return nil }
        return (fewest, most)
    }
}

extension MemberIDPattern: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let pattern = MemberIDPattern(text) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription:
                        "\"\(text)\" is not a pattern; use letters, digits, classes such as [A-Z0-9], ?, {n} and {n,m}")
            )
        }
        self = pattern
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
