import ClaimModel
import ClaimOffice
import ClaimStore
import Foundation
import TerminalKit
import TextKit
import Workstation

/// The inbox at the desk: everything that reads a file is done off the loop.
extension Clerk {
    /// Reads the inbox for the first time, and empties the folders: once for each start.
    func openInbox() {
        let (office, writer) = (self.office, self.writer)
        gathering.start {
            defer { writer.wakeUp.signal() }
            do throws(OfficeFault) {
                return try office.emptyFolders().map { .said($0) }
            } catch {
                return [.said(error.message)]
            }
        }
        listInbox(isFirst: true)
    }

    /// Reads the inbox where something came, or where it was not read for a while.
    func lookAtInbox() {
        let desk = inboxDesk
        desk.follow(office.inboxFolder)
        if desk.watch?.notices() == true || desk.lookedAt + .seconds(InboxDesk.longestUnread) <= .now, desk.watch != nil
        {
            desk.lookTime = desk.lookTime ?? .now + .milliseconds(300)
        }
        guard let time = desk.lookTime, time <= .now, !desk.reading.isRunning, !desk.taking.isRunning else { return }
        listInbox()
    }

    func listInbox(isFirst: Bool = false) {
        inboxDesk.noteLook()
        let (inbox, writer) = (inboxDesk.inbox.of(office), self.writer)
        inboxDesk.reading.start {
            defer { writer.wakeUp.signal() }
            if isFirst { inbox.prepare() }
            return InboxContents(of: inbox)
        }
    }

    func takeFile(_ path: String, evenIfRepeated isRepeated: Bool) -> [Action] {
        let inbox = inboxDesk.inbox.of(office)
        return work { _ in
            if inbox.hasClaims(path) { return [.importOffer(of: path, isPicked: true, in: inbox)] }
            do throws(OfficeFault) {
                return [try inbox.take(path, evenIfRepeated: isRepeated).action(at: path, isAsked: true)]
            } catch {
                return [.said(error.message)]
            }
        }
    }

    func takeInbox(isAsked: Bool = true) -> [Action] {
        let inbox = inboxDesk.inbox.of(office)
        return work { _ in
            do throws(OfficeFault) {
                return [.filesTaken(try inbox.takeAll().map { $0.news(at: "") }, isAsked: isAsked)]
            } catch {
                return [.said(error.message)]
            }
        }
    }

    /// A map is chosen with Enter, which then does not import.
    func offerImport(_ path: String, by map: String?) -> [Action] {
        let inbox = inboxDesk.inbox.of(office)
        return work { _ in [.importOffer(of: path, by: map, isPicked: map != nil, in: inbox)] }
    }

    func offerMaps(_ path: String) -> [Action] {
        let inbox = inboxDesk.inbox.of(office)
        return work { _ in [.mapsOffered(MapsOffer(of: path, because: "", in: inbox))] }
    }

    func importFile(_ path: String, by map: String?) -> [Action] {
        let (inbox, progress, writer) = (inboxDesk.inbox.of(office), inboxDesk.progress, self.writer)
        let name = URL(fileURLWithPath: path).lastPathComponent.printable()
        return work { _ in
            let result = inbox.importClaims(path, by: map) { count in
                progress.say("Importing \(name): \(counted(count, "claim")) …")
                writer.wakeUp.signal()
            }
            return [result.action(at: path, isAsked: true)]
        }
    }

    private func work(_ body: @escaping @Sendable (Office) -> [Action]) -> [Action] {
        guard !inboxDesk.taking.isBusy else {
            return [.said("Files are already being read. You will be told when it is done.")]
        }
        guard !office.store.isReadOnly else { return [.said("Read-only: no file is taken.")] }
        let (office, writer) = (self.office, self.writer)
        inboxDesk.taking.start {
            defer { writer.wakeUp.signal() }
            return body(office)
        }
        return []
    }

    /// What the work on files came to since the last call.
    func filed() -> [Action] {
        var actions: [Action] = inboxDesk.progress.take().map { [.said($0)] } ?? []
        let taken = inboxDesk.taking.takeOutcomes().flatMap(\.self)
        if !taken.isEmpty {
            // The claims that were answered or imported.
            actions += [.storeChanged] + taken
            // What failed would fail again at once.
            inboxDesk.restsUntil = taken.contains(where: \.isFailure) ? .now + InboxDesk.rest : .now
            inboxDesk.lookTime = inboxDesk.restsUntil
        }
        if let contents = inboxDesk.reading.takeOutcomes().last {
            actions.append(.inbox(contents))
            if contents.rows.contains(where: { $0.state == .waiting }) {
                inboxDesk.lookTime = .now + .milliseconds(Int(Inbox.quiet * 1000))
            }
            if office.exchange.takesByItself, contents.rows.contains(where: { $0.state == .response }),
                !inboxDesk.taking.isBusy, !office.store.isReadOnly, inboxDesk.restsUntil <= .now
            {
                actions += takeInbox(isAsked: false)
            }
        }
        return actions
    }
}

extension InboxContents {
    init(of inbox: Inbox) {
        var (rows, fault): ([InboxRow], String?) = ([], nil)
        do throws(OfficeFault) { rows = try inbox.entries().map { InboxRow($0) } } catch { fault = error.message }
        self.init(folder: inbox.folder, rows: rows, fault: fault)
    }
}

extension InboxRow {
    fileprivate init(_ entry: InboxEntry) {
        let state: State =
            switch entry.state {
            case .response: .response
            case .claims: .claims
            case .waiting: .waiting
            case .repeated: .repeated
            case .sameInterchange: .sameInterchange
            case .unreadable: .unreadable
            }
        self.init(
            path: entry.path, name: entry.name, kind: entry.kind.rawValue, size: entry.size,
            came: InboxRow.moment(entry.cameAt), state: state, message: entry.message)
    }

    /// `11/24 09:30`
    fileprivate static func moment(_ date: Date) -> String {
        "\(Today.day(of: date).description.prefix(5)) \(Today.clockTime(of: date).prefix(5))"
    }
}

extension InboxResult {
    fileprivate func action(at path: String, isAsked: Bool) -> Action {
        .filesTaken([news(at: path)], isAsked: isAsked)
    }

    fileprivate func news(at path: String) -> FileNews {
        let row = InboxRow(
            path: path, name: name, kind: kind.rawValue, size: size, came: InboxRow.moment(Date()),
            state: isTaken ? .taken : isSameInterchange ? .sameInterchange : .unreadable, message: headline)
        return FileNews(row: row, lines: lines(.unicode))
    }
}

extension ClaimsOffer {
    fileprivate init(_ offer: ImportOffer, _ path: String, isPicked: Bool) {
        self.init(
            path: path, name: offer.name, claims: offer.claims, errors: offer.errors, lines: offer.lines(.unicode),
            isPicked: isPicked, map: offer.map)
    }
}

extension MapsOffer {
    fileprivate init(of path: String, because reason: String, in inbox: Inbox) {
        self.init(
            path: path, name: URL(fileURLWithPath: path).lastPathComponent.printable(), reason: reason,
            maps: inbox.maps(for: path).map {
                Map(path: $0.path, name: $0.name.printable(), found: $0.found, wanted: $0.wanted)
            })
    }
}

extension Action {
    /// Whether files could not be taken.
    fileprivate var isFailure: Bool {
        switch self {
        case .filesTaken(let news, _): news.contains { $0.row.state != .taken }
        case .said: true
        default: false
        }
    }

    /// What the claims of a file would become; of a CSV file that no map reads, the maps there are.
    fileprivate static func importOffer(
        of path: String, by map: String? = nil, isPicked: Bool, in inbox: Inbox
    ) -> Action {
        let offer = inbox.offer(path, by: map)
        guard offer.lacksMap else { return .importOffered(ClaimsOffer(offer, path, isPicked: isPicked)) }
        return .mapsOffered(MapsOffer(of: path, because: offer.messages.first ?? "", in: inbox))
    }
}

/// Picking a file.
extension Clerk {
    /// What is in a folder; of a file that it was picked. A folder may lie on a server that does not answer, so it is read off
    /// the loop, and the keys wait for it.
    func readFolder(_ typed: String?, for purpose: FilePurpose) -> [Action] {
        let folders = office.library.folders
        let path = URL(fileURLWithPath: folders.path(typed ?? "~")).standardizedFileURL.path
        return ask { _ in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                return { _ in [.said("\(path.printable()) does not exist.")] }
            }
            guard isFolder.boolValue else { return { _ in [.picked(path, purpose)] } }
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                return { _ in [.said("\(path.printable()) cannot be read.")] }
            }
            let listing = FolderListing(path: path, names: names)
            return { _ in [.folder(listing, purpose)] }
        }
    }
}

extension FolderListing {
    /// The most entries that are listed.
    private static let most = 5_000

    fileprivate init(path: String, names: [String]) {
        let entries = names.filter { !$0.hasPrefix(".") }.prefix(FolderListing.most).map { name in
            var isFolder: ObjCBool = false
            let full = URL(fileURLWithPath: path).appendingPathComponent(name).path
            _ = FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
            return Entry(name: name, isFolder: isFolder.boolValue)
        }
        self.init(
            path: path,
            entries: entries.sorted {
                ($0.isFolder ? 0 : 1, $0.name.lowercased(), $0.name) < (
                    $1.isFolder ? 0 : 1, $1.name.lowercased(), $1.name
                )
            })
    }
}
