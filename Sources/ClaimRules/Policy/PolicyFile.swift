import ClaimModel
public import Foundation
package import Yams

/// One policy file as it is written, before what it inherits is filled in.
public struct PolicyFile: Sendable {
    /// The name of the file, without its folder: `acme.yaml`.
    public let name: String
    /// Whether it came with the program, and not from the office.
    public let isShipped: Bool
    /// What is wrong with the file, in the order of its lines.
    public let faults: [PolicyFault]
    /// `nil` where the file cannot be used.
    let content: Content?

    /// The content of a file that can be used.
    struct Content: Sendable {
        let id: String
        let parent: String?
        let name: String?
        let payerID: String?
        let policyID: String?
        let payerType: Policy.PayerType?
        let contact: String?
        let reviewDays: Int?
        let provenance: Provenance
        let effective: EffectiveDays
        let settings: PolicySettings
        /// The inherited settings that the file removes.
        let cleared: [String]
        let adjustments: [RuleAdjustment]
        let requirements: [Requirement]
        let examples: [PolicyExample]
        /// The lines that later faults name.
        let lines: [String: Int]
    }

    /// The most bytes that a policy file may have; a real one has a few thousand.
    static let largest = 256 * 1024

    /// The policy's id, where the file can be used.
    public var id: String? { content?.id }

    /// Reads a file's text; whatever is wrong with it goes into `faults`.
    public init(yaml: String, file: String, isShipped: Bool = false) {
        var reader = PolicyReader(file, isShipped: isShipped)
        content = PolicyFile.root(of: yaml, &reader).flatMap { reader.content(of: $0) }
        faults = reader.faults
        name = file
        self.isShipped = isShipped
    }

    /// Reads a file; one that cannot be read, or is too large, has that among its faults.
    public init(_ url: URL, isShipped: Bool = false) {
        let file = url.lastPathComponent
        // A pipe might never end, and a text that others may change is no policy of the office.
        var status = stat()
        guard stat(url.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            self.init(refusing: file, "is not a file that can be read", isShipped)
            return
        }
        // One byte more than the limit shows that a file is too large, whatever its size.
        guard let handle = try? FileHandle(forReadingFrom: url),
            let data = try? handle.read(upToCount: PolicyFile.largest + 1) ?? Data()
        else {
            self.init(refusing: file, "cannot be read", isShipped)
            return
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            self.init(refusing: file, "is not UTF-8 text", isShipped)
            return
        }
        self.init(yaml: text, file: file, isShipped: isShipped)
    }

    private init(refusing file: String, _ message: String, _ isShipped: Bool) {
        self.init(refusing: PolicyFault(file: file, message: message), isShipped)
    }

    init(refusing fault: PolicyFault, _ isShipped: Bool = false) {
        name = fault.file
        self.isShipped = isShipped
        faults = [fault]
        content = nil
    }

    private static func root(of yaml: String, _ reader: inout PolicyReader) -> Node? {
        guard yaml.utf8.count <= largest else {
            reader.note(at: nil, "The file is larger than 256 KB, more than any policy.", "")
            return nil
        }
        if let line = lineOfAnchor(in: yaml) {
            reader.note(at: line, "Anchors (& and *) are not allowed.", "Write the value out.")
            return nil
        }
        do {
            if let node = try Yams.compose(yaml: yaml, .basic, .default, .utf8), node.mapping != nil { return node }
            reader.note(at: 1, "This is not a policy.", "Start with id: and name:.")
        } catch let error as YamlError {
            let (line, problem) = error.located
            reader.note(
                at: line, "Not readable as YAML: \(problem).",
                "Compare the line with a file from cleanclaim policy new.")
        } catch {
            reader.note(at: nil, "Not readable as YAML.", "")
        }
        return nil
    }
}

extension PolicyFile {
    /// The line, counted from 1, of the first word that starts with `&` or `*` as an anchor or its repeat does: repeats
    /// of repeats grow without bound.
    ///
    /// Quotes and comments are searched as well: what they hide is never certain before the file is parsed.
    static func lineOfAnchor(in text: String) -> Int? {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "*") }) else { return nil }
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

extension YamlError {
    /// Where the text stops being YAML, and why, on one line.
    package var located: (line: Int?, problem: String) {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark.line, problem.shown)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (context.mark.line, "the key \(duplicates.sorted().first?.shown ?? "") is there twice")
        case .reader(let problem, _, _, _): (nil, problem.shown)
        default: (nil, "the text is damaged")
        }
    }
}
