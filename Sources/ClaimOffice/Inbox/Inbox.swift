import ClaimExchange
import ClaimModel
import ClaimStore
public import Foundation
import Glibc
import TextKit

/// A file of the inbox, as it was found.
public struct InboxEntry: Hashable, Sendable {
    public enum State: String, Hashable, Sendable {
        /// A new answer, which is taken by a key or by itself.
        case response
        /// Claims, which are imported by a key.
        case claims
        /// Still being written.
        case waiting
        /// The very same file was taken before.
        case repeated
        /// Another file with the same interchange was taken before.
        case sameInterchange = "same-interchange"
        case unreadable
    }

    public let path: String
    /// As it can be shown.
    public let name: String
    public let kind: IncomingKind
    /// In bytes.
    public let size: Int
    public let cameAt: Date
    public let state: State
    /// What it says or would do, or why it cannot be taken, one sentence.
    public let message: String
}

/// The folder that the clearinghouse's program fills, and what is done with its files.
///
/// A file is taken in one transaction with the note that it was; then it is moved. If the program ends between the two, the
/// file is known as taken and only moved.
public struct Inbox: Sendable {
    let office: Office
    let examinations: Examinations
    let now: @Sendable () -> Date

    /// How long a file has to be left alone before it is read, in seconds.
    public static let quiet: TimeInterval = 3
    /// How long an interchange may stay without its end before it counts as cut off, in seconds.
    private static let patience: TimeInterval = 600

    /// - Parameter now: the clock of the file system.
    public init(_ office: Office, now: @escaping @Sendable () -> Date = { Date() }) {
        self.init(office, Examinations(), now: now)
    }

    private init(_ office: Office, _ examinations: Examinations, now: @escaping @Sendable () -> Date) {
        (self.office, self.examinations, self.now) = (office, examinations, now)
    }

    /// The same with what it knows of its files, for an office that has changed since.
    public func of(_ office: Office) -> Inbox { Inbox(office, examinations, now: now) }

    public var folder: String { office.inboxFolder }

    /// Makes the folder that nobody has set; one that the office has set is the clearinghouse program's.
    public func prepare() {
        guard office.exchange.inbox == nil, !office.store.isReadOnly else { return }
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// What is in the folder, the latest first.
    public func entries() throws(OfficeFault) -> [InboxEntry] {
        let names = try names()
        var entries: [InboxEntry] = []
        var stamps: Set<FileStamp> = []
        for name in names where !Inbox.isIgnored(name) {
            let path = "\(folder)/\(name)"
            guard let stamp = FileStamp(at: path) else { continue }
            stamps.insert(stamp)
            entries.append(entry(path, stamp))
        }
        examinations.keep(stamps)
        return entries.sorted { ($0.cameAt, $1.name) > ($1.cameAt, $0.name) }
    }

    private func names() throws(OfficeFault) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            let isMissing = access(folder, F_OK) != 0 && errno == ENOENT
            guard !isMissing || office.exchange.inbox != nil else { return [] }
            throw OfficeFault(
                isMissing
                    ? "No inbox folder \(folder). Create it, or set another: Ctrl-O 9, Clearinghouse."
                    : "The inbox folder \(folder) cannot be read: \(Inbox.reason(folder)).")
        }
    }

    private static func reason(_ folder: String) -> String {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor < 0 else {
            close(descriptor)
            return "try again"
        }
        return String(cString: strerror(errno))
    }

    /// What a program writes until a file is complete, what is hidden, and the maps of CSV files.
    static func isIgnored(_ name: String) -> Bool {
        let endings = [
            ".part", ".tmp", ".temp", ".filepart", ".partial", ".crdownload", ".download", ".cleanclaim-part", "~",
            ".yaml", ".yml",
        ]
        let name = name.lowercased()
        return name.hasPrefix(".") || endings.contains { name.hasSuffix($0) }
    }

    /// What can be said of a file without taking it.
    private func entry(_ path: String, _ stamp: FileStamp) -> InboxEntry {
        func entry(_ state: InboxEntry.State, _ kind: IncomingKind, _ message: String) -> InboxEntry {
            InboxEntry(
                path: path, name: URL(fileURLWithPath: path).lastPathComponent.printable(), kind: kind,
                size: stamp.size, cameAt: stamp.cameAt, state: state, message: message)
        }
        do throws(InputFault) {
            let file = try IncomingFile(path)
            let age = now().timeIntervalSince(file.stamp.cameAt)
            if (-60..<Inbox.quiet).contains(age) { return entry(.waiting, .unreadable, "Still being written.") }
            let found = examinations.of(file, office.store.keyring)
            if let fault = found.fault { return entry(.unreadable, .unreadable, "This file \(fault).") }
            guard found.isWhole else {
                return age < Inbox.patience
                    ? entry(.waiting, found.kind, "Not complete yet: it has no end (IEA).")
                    : entry(.unreadable, found.kind, "Cut off: it has no end (IEA). Download it again.")
            }
            if let refusal = examinations.refusal(of: file.stamp) { return entry(.unreadable, found.kind, refusal) }
            let (state, message) = try standing(of: found)
            return entry(state, found.kind, message)
        } catch {
            return entry(.unreadable, .unreadable, "This file \(error.message).")
        }
    }

    private func standing(of found: Examination) throws(InputFault) -> (InboxEntry.State, String) {
        switch try known(found) {
        case .new: (found.kind.isResponse ? .response : .claims, found.message)
        case .same(let file): (.repeated, "The same file as \(file.text).")
        case .sameInterchange(let file): (.sameInterchange, "The same interchange as \(file.text).")
        }
    }

    enum Knowledge {
        case new
        case same(TakenFile)
        case sameInterchange(TakenFile)
    }

    /// Whether a file was taken before, under whatever name.
    func known(_ found: Examination) throws(InputFault) -> Knowledge {
        do throws(StoreFault) {
            guard let mark = found.mark else { return .new }
            if let file = try office.store.takenFile(withChecksum: mark.checksum) { return .same(file) }
            if let interchanges = mark.interchanges,
                let file = try office.store.takenFile(withInterchanges: interchanges)
            {
                return .sameInterchange(file)
            }
            return .new
        } catch {
            throw InputFault("cannot be looked up: \(error.description)")
        }
    }
}

extension TakenFile {
    /// `era.835, taken 11/24/2026 (3 paid)`
    var text: String {
        "\(name.printable()), taken \(Today.day(of: takenAt))" + (result.isEmpty ? "" : " (\(result))")
    }
}
