import ClaimModel
import Yams

/// Reads the parts of a policy file and collects what is wrong instead of stopping at the first fault.
struct PolicyReader {
    let file: String
    /// Whether the file came with the program, whose tests have proven the names of rules in it.
    let isShipped: Bool
    private(set) var faults: [PolicyFault] = []

    init(_ file: String, isShipped: Bool) { (self.file, self.isShipped) = (file, isShipped) }

    mutating func note(
        _ severity: Severity = .error, at line: Int?, _ message: String, _ remedy: String
    ) {
        faults.append(PolicyFault(file: file, line: line, severity: severity, message: message, remedy: remedy))
    }

    /// The members of a mapping by their keys; an unknown key is a typing error and is reported by name.
    ///
    /// - Parameter known: the valid keys; `nil` where any is.
    mutating func members(_ node: Node, of what: String, known: [String]? = nil) -> [(key: String, line: Int?, Node)] {
        if node.isNothing { return [] }
        guard let mapping = node.mapping else {
            note(at: node.mark?.line, "\(what) must be keys with values.", "Write one per line, as key: value.")
            return []
        }
        var members: [(key: String, line: Int?, Node)] = []
        for (key, value) in mapping {
            let line = key.mark?.line
            guard let name = key.scalar?.string else {
                note(at: line, "\(what) has a key that is not a word.", "Write key: value.")
                continue
            }
            if let known, !known.contains(name) {
                note(
                    at: line, "\"\(name.shown)\" is not a key of \(what).", PolicyReader.choice(of: name, among: known))
                continue
            }
            members.append((name, line, value))
        }
        return members
    }

    /// A text; reports a key that is missing although needed.
    mutating func text(_ node: Node?, _ key: String, at line: Int?, isNeeded: Bool = false, _ remedy: String) -> String?
    {
        if let text = node?.written { return text.trimmed }
        if let node, node.scalar == nil {
            note(at: node.mark?.line, "\(key) must be text.", remedy)
        } else if isNeeded {
            note(at: node?.mark?.line ?? line, "\(key) is missing.", remedy)
        }
        return nil
    }

    mutating func value<Value: SettingValue>(_ node: Node?, _ key: String, as _: Value.Type = Value.self) -> Value? {
        guard let node, !node.isNothing else { return nil }
        if let value = Value(node) { return value }
        note(at: node.mark?.line, "\(key) must be \(Value.form).", "Correct the value.")
        return nil
    }

    mutating func day(_ node: Node?, _ key: String) -> Day? {
        guard let node, !node.isNothing else { return nil }
        if let day = node.written.flatMap({ Day(iso: $0) }) { return day }
        note(at: node.mark?.line, "\(key) must be a date.", "Write it as \"2026-11-23\".")
        return nil
    }

    mutating func date(_ node: Node?, _ key: String) -> SourceDate? {
        guard let node, !node.isNothing else { return nil }
        if let date = node.written.flatMap({ SourceDate($0) }) { return date }
        note(at: node.mark?.line, "\(key) must be the date of the source.", "Write it as \(SourceDate.forms).")
        return nil
    }

    /// `verified: {by: L. Lead, on: "2026-11-20"}`.
    mutating func verification(_ node: Node?) -> Verification? {
        guard let node, !node.isNothing else { return nil }
        let members = members(node, of: "verified", known: ["by", "on"])
        let by = members.first { $0.key == "by" }?.2
        let on = members.first { $0.key == "on" }?.2
        guard node.mapping != nil else { return nil }
        let who = text(by, "verified.by", at: node.mark?.line, isNeeded: true, "Name the person who checked it.")
        let day = day(on, "verified.on")
        if on?.written == nil {
            note(at: node.mark?.line, "verified.on is missing.", "Write the date as \"2026-11-23\".")
        }
        guard let who, let day else { return nil }
        return Verification(by: who, on: day)
    }

    static func choice(of name: String, among known: [String]) -> String {
        name.nearest(in: known).map { "Did you mean \($0)?" } ?? "Use one of: \(known.joined(separator: ", "))."
    }
}

extension String {
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    /// The beginning of a word from a file, as a message may carry it.
    package var shown: String {
        let line = map { $0.isNewline ? " " : $0 }.prefix(40)
        return String(line) + (count > 40 ? "…" : "")
    }
}
