import ClaimExchange
import ClaimOffice
import Foundation
import Workstation

/// The clearinghouse's part of the configuration, as the desk shows and writes it.
extension ClearinghouseSetup {
    init(_ parties: InterchangeParties?, _ exchange: ExchangeFolders) {
        self.init()
        if let parties {
            (self[.senderQualifier], self[.sender]) = (parties.sender.qualifier, parties.sender.identifier)
            (self[.receiverQualifier], self[.receiver]) = (parties.receiver.qualifier, parties.receiver.identifier)
            self[.receiverName] = parties.receiverName
            self[.usage] = parties.usage == .test ? "test" : "production"
        }
        self[.inbox] = exchange.inbox ?? ""
        self[.inboxTakes] = exchange.takesByItself ? "by_itself" : ""
        self[.archive] = exchange.archive ?? ""
        self[.archiveDays] = exchange.archiveDays.map(String.init) ?? ""
        self[.outbox] = exchange.outbox ?? ""
        self[.outboxDays] = exchange.outboxDays.map(String.init) ?? ""
    }

    private static let interchange: [Item] = [
        .senderQualifier, .sender, .receiverName, .receiverQualifier, .receiver, .usage,
    ]

    /// Whether nothing of sender and receiver is set.
    private var hasNoParties: Bool { Self.interchange.allSatisfy { self[$0].isEmpty } }

    /// What is wrong with each text, as the configuration file's own checks say it.
    var faults: [Item: Fault] {
        var faults: [Item: Fault] = [:]
        if !hasNoParties {
            for item in Self.interchange where self[item].isEmpty { faults[item] = Fault("Required.") }
            check(.senderQualifier, .sender, &faults)
            check(.receiverQualifier, .receiver, &faults)
            if !self[.receiverName].isEmpty, !InterchangeParties.canName(self[.receiverName]) {
                faults[.receiverName] = Fault("At most 60 characters, all of them in the X12 set.", isFinal: true)
            }
            let usage = self[.usage]
            if !usage.isEmpty, InterchangeParties.Usage(typed: usage) == nil {
                faults[.usage] = Fault(
                    "Type test or production.",
                    isFinal: !["test", "production"].contains { $0.hasPrefix(usage.lowercased()) })
            }
        }
        for item in [Item.inbox, .archive, .outbox] where !self[item].isEmpty {
            let text = self[item]
            if !text.hasPrefix("/"), text != "~", !text.hasPrefix("~/") {
                faults[item] = Fault("Type the whole path: it begins with / or ~/.", isFinal: true)
            }
        }
        for item in [Item.archiveDays, .outboxDays] where !self[item].isEmpty {
            if Int(self[item]).map({ (1...10_000).contains($0) }) != true {
                faults[item] = Fault("Type a number of days from 1 to 10000, or nothing.", isFinal: true)
            }
        }
        let takes = self[.inboxTakes]
        if !takes.isEmpty, !["by_key", "by_itself"].contains(takes) {
            faults[.inboxTakes] = Fault(
                "Type by_key or by_itself.", isFinal: !["by_key", "by_itself"].contains { $0.hasPrefix(takes) })
        }
        return faults
    }

    private func check(_ qualifier: Item, _ identifier: Item, _ faults: inout [Item: Fault]) {
        let qualifiers = InterchangeParties.Party.qualifiers
        let (kind, text) = (self[qualifier], self[identifier])
        if !kind.isEmpty, !qualifiers.contains(kind) {
            faults[qualifier] = Fault(
                "Not a qualifier. Use \(qualifiers.joined(separator: ", ")).",
                isFinal: !qualifiers.contains { $0.hasPrefix(kind) })
        }
        guard !text.isEmpty, InterchangeParties.Party(qualifier: "ZZ", identifier: text) == nil else { return }
        let isTooShort =
            text.utf8.count < 2
            && InterchangeParties.Party(qualifier: "ZZ", identifier: text + text) != nil
        faults[identifier] = Fault("Needs 2 to 15 X12 characters.", isFinal: !isTooShort)
    }

    var parties: InterchangeParties? {
        guard let sender = InterchangeParties.Party(qualifier: self[.senderQualifier], identifier: self[.sender]),
            let receiver = InterchangeParties.Party(
                qualifier: self[.receiverQualifier], identifier: self[.receiver])
        else { return nil }
        return InterchangeParties(
            sender: sender, receiver: receiver, receiverName: self[.receiverName],
            usage: InterchangeParties.Usage(typed: self[.usage]) ?? .test)
    }

    var exchange: ExchangeFolders {
        var folders = ExchangeFolders()
        func text(_ item: Item) -> String? { self[item].isEmpty ? nil : self[item] }
        (folders.inbox, folders.archive, folders.outbox) = (text(.inbox), text(.archive), text(.outbox))
        folders.takesByItself = self[.inboxTakes] == "by_itself"
        (folders.archiveDays, folders.outboxDays) = (Int(self[.archiveDays]), Int(self[.outboxDays]))
        return folders
    }

    /// Writes it into the configuration file, in one step, and changes nothing else of the file.
    func write(to file: URL) throws(OfficeFault) {
        do {
            let old = FileManager.default.fileExists(atPath: file.path) ? try Data(contentsOf: file) : Data()
            guard let text = String(validating: old, as: UTF8.self) else {
                throw OfficeFault("\(file.path) is not UTF-8 text.")
            }
            let new = changed(text)
            guard new != text else { return }
            var expected = try Configuration(yaml: text)
            (expected.interchange, expected.exchange) = (parties, exchange)
            guard try Configuration(yaml: new) == expected else { throw Unchangeable() }
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try writeFile(Array(new.utf8), to: file.path, replaces: true, keepsMode: true)
        } catch let fault as OfficeFault {
            throw fault
        } catch let fault as OutputFault {
            throw OfficeFault("Clearinghouse not saved. \(fault.message)")
        } catch let fault as Configuration.Fault {
            let line = fault.line.map { ", line \($0):" } ?? ""
            throw OfficeFault("Clearinghouse not saved. \(file.path)\(line) \(fault.message).")
        } catch is Unchangeable {
            throw OfficeFault(
                "Clearinghouse not saved: \(file.path) is written in a way that only a person can change. Edit it there."
            )
        } catch {
            throw OfficeFault("Clearinghouse not saved: \(file.path) cannot be read.")
        }
    }

    private struct Unchangeable: Error {}

    private func changed(_ text: String) -> String {
        var settings = SettingsText(text)
        settings.setInterchange(
            parties.map { parties in
                [
                    ("sender", "\(parties.sender.qualifier):\(parties.sender.identifier)"),
                    ("receiver", "\(parties.receiver.qualifier):\(parties.receiver.identifier)"),
                    ("receiver_name", parties.receiverName), ("usage", parties.usage == .test ? "test" : "production"),
                ]
            })
        let names: [(String, Item)] = [
            ("inbox", .inbox), ("inbox_takes", .inboxTakes), ("archive", .archive), ("archive_days", .archiveDays),
            ("outbox", .outbox), ("outbox_days", .outboxDays),
        ]
        for (name, item) in names { settings.set(name, to: self[item].isEmpty ? nil : self[item]) }
        return settings.text
    }
}
