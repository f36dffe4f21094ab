public import ClaimModel
import Foundation
import Sealing

/// What could not be saved before the program ended, in a sealed file of its own: the next start takes it in.
///
/// After a heading come, sealed, the status (`practice` for the practice set-up), the revision that it was made from, and
/// the canonical JSON.
public struct RescueFile: Sendable {
    public let path: String
    /// `nil` for the practice set-up.
    public let status: ClaimStatus?
    /// The revision of the claim that was changed; 0 for a new one.
    public let revision: Int
    public let draft: ClaimDraft

    private static let heading = Data("cleanclaim rescue 2\n".utf8)
    /// Of the files of earlier versions, in clear.
    private static let plainHeading = Data("cleanclaim rescue 1\n".utf8)
    private static let practice = "practice"

    /// Reads a file; `nil` where it is none, or cut off.
    fileprivate init?(at path: String, in context: ParsingContext, _ seals: RecordSeals) {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        let texts: [String?]?
        if bytes.starts(with: RescueFile.heading) {
            texts = RescueFile.opened(bytes, seals.keyring)
        } else if bytes.starts(with: RescueFile.plainHeading) {
            let text = String(decoding: bytes.dropFirst(RescueFile.plainHeading.count), as: UTF8.self)
            texts = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        } else {
            texts = nil
        }
        guard let texts, texts.count == 3, let status = texts[0], let revision = texts[1].flatMap({ Int($0) }),
            status == RescueFile.practice || ClaimStatus(rawValue: status) != nil, let json = texts[2],
            let draft = try? DraftReader(in: context, from: .ownStore).draft(from: json.utf8)
        else { return nil }
        self.path = path
        self.revision = revision
        self.draft = draft
        self.status = ClaimStatus(rawValue: status)
    }

    fileprivate static func bytes(
        _ draft: ClaimDraft, _ status: ClaimStatus?, _ revision: Int, _ seals: RecordSeals
    ) throws -> Data {
        let texts = [
            status?.rawValue ?? practice, String(revision), String(decoding: draft.canonicalJSON(), as: UTF8.self),
        ]
        return heading + (try seals.keyring.sealedFile([UInt8](PackedTexts.pack(texts))))
    }

    private static func opened(_ bytes: Data, _ keyring: Keyring) -> [String?]? {
        var reader = keyring.sealedFileReader
        guard let content = try? reader.take([UInt8](bytes.dropFirst(heading.count))), reader.isWhole else {
            return nil
        }
        return PackedTexts.unpack(Data(content))
    }

    /// Seals a file under the present data key.
    fileprivate static func reseal(_ path: String, _ keyring: Keyring, in folder: StoreFolder) throws(StoreFault) {
        guard let bytes = FileManager.default.contents(atPath: path), bytes.starts(with: heading),
            let texts = opened(bytes, keyring)
        else { return }
        let draft = path + ".unfinished"
        unlink(draft)
        try folder.write(heading + (try keyring.sealedFile([UInt8](PackedTexts.pack(texts)))), to: draft)
        try StoreFolder.place(draft, as: path)
    }
}

extension ClaimStore {
    /// Keeps a draft that cannot be saved. The database is not needed for it.
    ///
    /// - Parameters:
    ///   - status: `nil` for the practice set-up.
    ///   - revision: of the record that it was made from.
    public func rescue(_ draft: ClaimDraft, status: ClaimStatus?, revision: Int) throws(StoreFault) {
        // The folder may have been moved away; the next start looks where it was.
        try folder.prepare()
        try folder.makePrivate(folder.rescueFolder)
        let path = rescuePath(try fileName(for: draft.id))
        let draftPath = path + ".unfinished"
        unlink(draftPath)
        let bytes: Data
        do {
            bytes = try RescueFile.bytes(draft, status, revision, seals)
        } catch {
            throw StoreFault(error, path: path)
        }
        try folder.write(bytes, to: draftPath)
        try StoreFolder.place(draftPath, as: path)
    }

    /// What was kept when the program ended, and the files that cannot be read.
    public func rescueFiles(in context: ParsingContext) -> (readable: [RescueFile], unreadable: [String]) {
        let names = FolderContents.names(in: folder.rescueFolder)
        let paths = names.filter { $0.hasSuffix(".rescue") }.sorted().map { "\(folder.rescueFolder)/\($0)" }
        let files = paths.map { (path: $0, file: RescueFile(at: $0, in: context, seals)) }
        return (files.compactMap(\.file), files.filter { $0.file == nil }.map(\.path))
    }

    /// Whether the records lie on a server: a call may take long, and what cannot be saved is kept on this machine at once.
    public var isOnServer: Bool { presence != nil }

    /// Deletes what was kept of a claim by this program, since it is saved.
    public func discardSpooled(_ id: String) {
        guard isOnServer, let name = try? fileName(for: id) else { return }
        unlink(rescuePath(name))
    }

    private func rescuePath(_ name: String) -> String { "\(folder.rescueFolder)/\(name)-\(getpid()).rescue" }

    /// Deletes a file whose content is in the database.
    public func discard(_ file: RescueFile) { unlink(file.path) }
}

extension StoreFolder {
    fileprivate var rescueFolder: String { path + "/rescue" }

    /// Seals what waits for the next start under the present data key.
    func resealRescueFiles(_ keyring: Keyring) throws(StoreFault) {
        for name in FolderContents.names(in: rescueFolder) where name.hasSuffix(".rescue") {
            try RescueFile.reseal("\(rescueFolder)/\(name)", keyring, in: self)
        }
    }
}
