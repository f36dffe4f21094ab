import ClaimExchange
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import TerminalKit
import Workstation
import Yams
import TextKit

/// The settings of `config.yaml`; without the file, the defaults.
struct Configuration: Equatable {
    var theme = "default"
    var preferences = Preferences()
    /// How far the CMS-1500 is moved on the sheet.
    var form = FormImage.Style()
    /// Sender and receiver of claim files; `nil` until they are set.
    var interchange: InterchangeParties?
    /// Where files of the clearinghouse come in and go out.
    var exchange = ExchangeFolders()
    /// Days until a policy setting counts as old; `nil` for the default.
    var policyReviewDays: Int?
    /// Days after a submission without the payer's decision until the claim is in the queue for it; 0 for never.
    var noAnswerDays: Int?
    /// How long submitted claims are kept, in years; `nil` for the default.
    var retentionYears: Int?
    /// How long records of the audit trail are kept at the least, in years; `nil` for the default.
    var trailYears: Int?
    /// Minutes without a key until the desk locks, where it opens with a passphrase; 0 for never.
    var lockMinutes = Configuration.standardLockMinutes
    /// The server that the records lie on; `nil` for the data folder of this machine.
    var server: ServerAddress?
    /// The rules whose notes the office does not want to see, by id.
    var silencedNotes: [String: SilencedNote] = [:]

    /// In bytes; a real file has a few lines.
    static let largestFile = 64 * 1024

    static let standardLockMinutes = 10

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
            throw Refusal("\(file.path)\(fault.line.map { ", line \($0):" } ?? "") \(fault.message).")
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
        guard let settings = root.mapping else { throw Fault("has no settings; write each as name: value") }
        for (name, value) in settings {
            do {
                try read(name.string ?? "", value)
            } catch let fault as Fault {
                throw Fault(fault.message, line: fault.line ?? name.mark?.line)
            }
        }
    }

    private mutating func read(_ name: String, _ value: Node) throws {
        switch name {
        case "theme":
            guard let text = value.scalar?.string, !text.isEmpty else {
                throw Fault("theme: write the name of a theme")
            }
            theme = text
        case "beep": preferences.beepsOnError = try Configuration.flag(name, value)
        case "auto_advance": preferences.advancesAutomatically = try Configuration.flag(name, value)
        case "form": try readForm(value)
        case "interchange": interchange = try InterchangeSetting(value).parties
        case "inbox": exchange.inbox = try Configuration.folder(name, value)
        case "archive": exchange.archive = try Configuration.folder(name, value)
        case "outbox": exchange.outbox = try Configuration.folder(name, value)
        case "inbox_takes": exchange.takesByItself = try Configuration.takesByItself(value)
        case "archive_days": exchange.archiveDays = try Configuration.days(name, value)
        case "outbox_days": exchange.outboxDays = try Configuration.days(name, value)
        case "policy_review_days": policyReviewDays = try Configuration.days(name, value)
        case "no_answer_days":
            noAnswerDays = try Configuration.number(name, value, 0...1_000, "days, such as 30; 0 for never")
        case "retention_years":
            retentionYears = try Configuration.number(name, value, 1...100, "years, such as 10")
        case "trail_years":
            let least = ClaimStore.trailYears
            trailYears = try Configuration.number(name, value, least...100, "years from \(least) (HIPAA) to 100")
        case "lock_minutes":
            lockMinutes = try Configuration.number(name, value, 0...1_440, "minutes, such as 10; 0 for never")
        case "store": server = try Configuration.server(value)
        case "reserved_rules": preferences.reservedRules = Set(try Configuration.rules(name, value))
        case "bulk_overrides":
            let ids = try Configuration.rules(name, value)
            if let id = ids.first(where: { Rule.meant(by: $0)?.mayBeOverriddenInBulk == false }) {
                throw Fault("bulk_overrides: \(id) is of a modifier or the documentation; override it claim by claim")
            }
            preferences.bulkOverrides = Set(ids)
        case "silenced_notes": silencedNotes = try SilencedNotesSetting(value).notes
        case "keymap": preferences.keymap = try Configuration.keymap(value)
        default:
            throw Fault(
                "\"\(Configuration.oneLine(name))\" is not a setting; the settings are theme, beep, auto_advance, form, "
                    + "interchange, inbox, inbox_takes, archive, archive_days, outbox, outbox_days, policy_review_days, "
                    + "no_answer_days, retention_years, trail_years, lock_minutes, store, reserved_rules, bulk_overrides, "
                    + "silenced_notes, keymap")
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
            case ("down", _): throw Fault("form: write down as \(down.lowerBound) to \(down.upperBound) lines")
            case ("across", _):
                throw Fault("form: write across as \(across.lowerBound) to \(across.upperBound) columns")
            default: throw Fault("form: \"\(Configuration.oneLine(name.string ?? ""))\" is neither down nor across")
            }
        }
    }

    /// `store: "host=localhost dbname=cleanclaim"`.
    private static func server(_ value: Node) throws -> ServerAddress {
        guard let text = value.scalar?.string, !text.isEmpty else {
            throw Fault("store: write a connection string, as \"host=localhost dbname=cleanclaim\"")
        }
        do throws(ServerAddress.Fault) {
            return try ServerAddress(setting: text)
        } catch {
            let words = oneLine(error.description)
            throw Fault("store: \(words.hasSuffix(".") ? String(words.dropLast()) : words)")
        }
    }

    static func number(_ name: String, _ value: Node, _ range: ClosedRange<Int>, _ what: String) throws -> Int {
        guard let number = value.scalar.flatMap({ Int($0.string) }), range.contains(number) else {
            throw Fault("\(name): write a number of \(what)")
        }
        return number
    }

    private static func rules(_ name: String, _ value: Node) throws -> [String] {
        guard let ids = value.sequence?.map({ $0.scalar?.string ?? "" }),
            ids.allSatisfy({ Rule.meant(by: $0) != nil })
        else { throw Fault("\(name): write a list of rules, as [TM-010, RX-007]") }
        return ids
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
        guard let lines = value.mapping else { throw Fault("keymap: write commands and their keys, as take-fix: [F9]") }
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

    /// A file error, to follow the file's name.
    struct Fault: Error {
        let message: String
        /// The line of the file, from 1; `nil` for the whole file.
        let line: Int?

        init(_ message: String, line: Int? = nil) {
            self.message = message
            self.line = line
        }
    }
}
