import ClaimModel
import Foundation
import Yams

/// A policy file that cannot be used, in the words that its author sees.
public struct PolicyFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let file: String
    public let message: String

    public var description: String { "\(file): \(message)" }
}

extension Policy {
    /// The most bytes that a policy file may have; a real one has a few thousand.
    static let largestFile = 256 * 1024

    /// Reads one policy from its YAML text.
    ///
    /// - Throws: `PolicyFault` with the line or setting and what to do.
    public init(yaml: String, file: String) throws(PolicyFault) {
        guard yaml.utf8.count <= Policy.largestFile else {
            throw PolicyFault(file: file, message: "larger than 256 KB; this is no policy file")
        }
        if let line = Policy.lineOfAnchor(in: yaml) {
            throw PolicyFault(
                file: file, message: "line \(line): anchors (& and *) are not taken; write the value out")
        }
        do {
            self = try YAMLDecoder().decode(Policy.self, from: yaml)
        } catch let fault as DecodingError {
            throw PolicyFault(file: file, message: fault.words)
        } catch {
            throw PolicyFault(file: file, message: "not readable as YAML: \(error)")
        }
        guard !id.isEmpty, id.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_" || $0 == "-") })
        else {
            throw PolicyFault(file: file, message: "id: \"\(id)\" must be small letters, digits, _ or -")
        }
    }
}

extension Policy: Decodable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id, name, source, date, standing, contact, settings
        case payerID = "payer_id"
        case policyID = "policy_id"
        case payerType = "payer_type"
    }

    public init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(besides: CodingKeys.allCases.map(\.rawValue))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        name = try container.decode(String.self, forKey: .name)
        payerID = try container.decodeIfPresent(String.self, forKey: .payerID)
        policyID = try container.decodeIfPresent(String.self, forKey: .policyID)
        date = try container.decode(String.self, forKey: .date)
        source = try container.decode(String.self, forKey: .source)
        standing = try container.decode(Standing.self, forKey: .standing)
        contact = try container.decodeIfPresent(String.self, forKey: .contact)
        payerType = try container.decode(PayerType.self, forKey: .payerType)
        try container.superDecoder(forKey: .settings)
            .refuseKeys(besides: PolicySettings.CodingKeys.allCases.map(\.rawValue))
        shared = Shared(try container.decode(PolicySettings.self, forKey: .settings))
    }
}

extension DecodingError {
    /// Where it is and what to do, for the author of a YAML file.
    var words: String {
        func place(_ context: Context, _ key: (any CodingKey)? = nil) -> String {
            let path = (context.codingPath + (key.map { [$0] } ?? [])).map(\.stringValue).joined(separator: ".")
            return path.isEmpty ? "the file" : path
        }
        switch self {
        case .keyNotFound(let key, let context): return "\(place(context, key)) is missing; add it"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "\(place(context)) has a value of the wrong kind: \(context.debugDescription)"
        case .dataCorrupted(let context):
            let detail = context.underlyingError.map { "\($0)" } ?? context.debugDescription
            return "\(place(context)): \(detail)"
        @unknown default: return "not readable"
        }
    }
}

extension Policy {
    /// The line, counted from 1, of the first word that starts with `&` or `*` as an anchor or its repeat does: repeats
    /// of repeats grow without bound.
    ///
    /// Quotes and comments are searched as well: what they hide is never certain before the file is parsed.
    static func lineOfAnchor(in text: String) -> Int? {
        var line = 1
        var (before, last): (Character, Character) = ("\n", "\n")
        for character in text {
            let isWord = character.isASCII && (character.isLetter || character.isNumber || "_-".contains(character))
            if last == "&" || last == "*", !before.isLetter, !before.isNumber, isWord { return line }
            if character.isNewline { line += 1 }
            (before, last) = (last, character)
        }
        return nil
    }
}
