import ClaimExchange
import Foundation
import TerminalKit
import Workstation
import Yams
import TextKit

/// What the user has set in `config.yaml`; without the file everything is as shipped.
struct Configuration: Equatable {
    var theme = "default"
    var preferences = Preferences()
    /// How the CMS-1500 is moved on the sheet.
    var form = FormImage.Style()
    /// Between whom claim files go; `nil` until it is said.
    var interchange: InterchangeParties?
    /// After so many days a setting of a policy counts as old; `nil` for the standard.
    var policyReviewDays: Int?

    /// In bytes; nobody writes more than a few lines.
    static let largestFile = 64 * 1024

    init() {}

    /// - Throws: `Refusal` naming the file, the setting and what it takes.
    static func read(from file: URL) throws -> Configuration {
        guard FileManager.default.fileExists(atPath: file.path) else { return Configuration() }
        do {
            let data = try Data(contentsOf: file)
            guard data.count <= Configuration.largestFile else { throw Fault("is larger than 64 KB") }
            guard let text = String(validating: data, as: UTF8.self) else { throw Fault("is not UTF-8 text") }
            return try Configuration(yaml: text)
        } catch let fault as Fault {
            throw Refusal("\(file.path)\(fault.line.map { ", line \($0):" } ?? "") \(fault.words).")
        } catch {
            throw Refusal("\(file.path) cannot be read.")
        }
    }

    init(yaml: String) throws {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml, .basic, .default, .utf8)
        } catch {
            throw Fault("is not YAML: \(Configuration.oneLine("\(error)"))")
        }
        guard let root, root != Node("") else { return }
        guard let settings = root.mapping else { throw Fault("needs settings, each as name: value") }
        for (name, value) in settings {
            do {
                try read(name.string ?? "", value)
            } catch let fault as Fault {
                throw Fault(fault.words, line: fault.line ?? name.mark?.line)
            }
        }
    }

    private mutating func read(_ name: String, _ value: Node) throws {
        switch name {
        case "theme":
            guard let text = value.scalar?.string, !text.isEmpty else { throw Fault("theme: give the name of a theme") }
            theme = text
        case "beep": preferences.beepsOnError = try Configuration.flag(name, value)
        case "auto_advance": preferences.advancesAutomatically = try Configuration.flag(name, value)
        case "form": try readForm(value)
        case "interchange": interchange = try InterchangeSetting(value).parties
        case "policy_review_days":
            guard let days = value.scalar.flatMap({ Int($0.string) }), (1...10_000).contains(days) else {
                throw Fault("policy_review_days: write a number of days, such as 365")
            }
            policyReviewDays = days
        case "keymap": preferences.keymap = try Configuration.keymap(value)
        default:
            throw Fault(
                "\"\(Configuration.oneLine(name))\" is no setting; the settings are theme, beep, auto_advance, form, "
                    + "interchange, policy_review_days, keymap")
        }
    }

    /// `form: {down: 1, across: 2}`, in lines and columns.
    private mutating func readForm(_ value: Node) throws {
        guard let offsets = value.mapping else { throw Fault("form: write down and across, as {down: 1, across: 2}") }
        for (name, value) in offsets {
            let (down, across) = (FormImage.Style.downs, FormImage.Style.acrosses)
            switch (name.string ?? "", value.int) {
            case ("down", let lines?) where down.contains(lines): form.down = lines
            case ("across", let columns?) where across.contains(columns): form.across = columns
            case ("down", _): throw Fault("form: down is \(down.lowerBound) to \(down.upperBound) lines")
            case ("across", _): throw Fault("form: across is \(across.lowerBound) to \(across.upperBound) columns")
            default: throw Fault("form: \"\(Configuration.oneLine(name.string ?? ""))\" is neither down nor across")
            }
        }
    }

    private static func flag(_ name: String, _ value: Node) throws -> Bool {
        switch value.scalar?.string.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default: throw Fault("\(name): write true or false")
        }
    }

    /// `take-fix: F9`, or `take-fix: [F9, Ctrl-F]`.
    private static func keymap(_ value: Node) throws -> Keymap {
        guard let lines = value.mapping else { throw Fault("keymap: write a command and its keys, as take-fix: [F9]") }
        var overrides: [String: [String]] = [:]
        for (name, keys) in lines {
            let texts = keys.sequence.map { $0.map { $0.scalar?.string ?? "" } } ?? [keys.scalar?.string ?? ""]
            overrides[name.string ?? ""] = texts
        }
        do {
            return try Keymap.standard.overridden(by: overrides)
        } catch {
            throw Fault(oneLine(error.description))
        }
    }

    static func oneLine(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.printable().clipped(to: 300, ellipsis: "…")
    }

    /// What is wrong with the file, to be put behind its name.
    struct Fault: Error {
        let words: String
        /// The line of the file, from 1; `nil` where it is all of it.
        let line: Int?

        init(_ words: String, line: Int? = nil) {
            self.words = words
            self.line = line
        }
    }
}
