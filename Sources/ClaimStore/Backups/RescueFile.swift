public import ClaimModel
import Foundation

/// What could not be saved before the program ended, in a file of its own: the next start takes it in.
///
/// The file has three lines and the draft: a heading, the status (`practice` for the practice set-up), the revision that it was
/// made from, and the canonical JSON.
public struct RescueFile: Sendable {
    public let path: String
    /// `nil` for the practice set-up.
    public let status: ClaimStatus?
    /// The revision of the claim that was changed; 0 for a new one.
    public let revision: Int
    public let draft: ClaimDraft

    private static let heading = "cleanclaim rescue 1"
    private static let practice = "practice"

    /// Reads a file; `nil` where it is none, or cut off.
    init?(at path: String, in context: ParsingContext) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        let lines = text.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
        guard lines.count == 4, lines[0] == RescueFile.heading, let revision = Int(lines[2]),
            lines[1] == RescueFile.practice || ClaimStatus(rawValue: String(lines[1])) != nil,
            let draft = try? DraftReader(in: context, from: .ownStore).draft(from: lines[3].utf8)
        else { return nil }
        self.path = path
        self.revision = revision
        self.draft = draft
        status = ClaimStatus(rawValue: String(lines[1]))
    }

    fileprivate static func text(_ draft: ClaimDraft, _ status: ClaimStatus?, _ revision: Int) -> String {
        [
            heading, status?.rawValue ?? practice, String(revision),
            String(decoding: draft.canonicalJSON(), as: UTF8.self),
        ].joined(separator: "\n")
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
        let path = "\(folder.rescueFolder)/\(StoreFolder.fileName(for: draft.id))-\(getpid()).rescue"
        let draftPath = path + ".unfinished"
        unlink(draftPath)
        try folder.write(RescueFile.text(draft, status, revision), to: draftPath)
        try StoreFolder.place(draftPath, as: path)
    }

    /// What was kept when the program ended, and the files that cannot be read.
    public func rescueFiles(in context: ParsingContext) -> (readable: [RescueFile], unreadable: [String]) {
        let names = FolderContents.names(in: folder.rescueFolder)
        let paths = names.filter { $0.hasSuffix(".rescue") }.sorted().map { "\(folder.rescueFolder)/\($0)" }
        let files = paths.map { (path: $0, file: RescueFile(at: $0, in: context)) }
        return (files.compactMap(\.file), files.filter { $0.file == nil }.map(\.path))
    }

    /// Deletes a file whose content is in the database.
    public func discard(_ file: RescueFile) { unlink(file.path) }
}

extension StoreFolder {
    fileprivate var rescueFolder: String { path + "/rescue" }
}
