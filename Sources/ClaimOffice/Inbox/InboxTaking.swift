import ClaimExchange
import ClaimModel
import ClaimStore
import Foundation
public import TextKit

/// What came of one file of the inbox.
public struct InboxResult: Sendable {
    public let name: String
    public let kind: IncomingKind
    /// In bytes.
    public internal(set) var size = 0
    /// Whether what it says is in the store, by this or an earlier time.
    public let isTaken: Bool
    /// `era.835 (835): 3 paid, 1 denied.`
    public let headline: String
    /// Whether it was left because another file had the same interchange.
    public internal(set) var isSameInterchange = false
    /// Whether a claim or a file was rejected or denied.
    public var hasRefusals: Bool { answers?.hasRefusals ?? false }
    /// What the `answers` command says of it; `nil` of a file without responses of claims.
    public internal(set) var answers: AnswerFileResult?
    /// More to say, a sentence each.
    public internal(set) var details: [String] = []

    /// All of it, to read on a screen.
    public func lines(_ glyphs: Glyphs) -> [String] {
        [headline] + details + (answers.map { [""] + $0.lines(glyphs) } ?? [])
    }
}

extension Inbox {
    /// Takes every new response of the folder; a file that was taken before is only moved.
    public func takeAll() throws(OfficeFault) -> [InboxResult] {
        let new = try entries().filter { [.response, .repeated].contains($0.state) }
        guard !new.isEmpty else { return [] }
        let intake = try intake()
        return new.reversed().map { take($0.path, by: intake) }
    }

    /// Takes one response, wherever it lies; one of the folder is moved to the archive.
    ///
    /// - Parameter isRepeated: whether it is taken although another file had the same interchange.
    public func take(_ path: String, evenIfRepeated isRepeated: Bool = false) throws(OfficeFault) -> InboxResult {
        take(path, by: try intake(), evenIfRepeated: isRepeated)
    }

    private func intake() throws(OfficeFault) -> AnswerIntake {
        do throws(StoreFault) { return try AnswerIntake(office) } catch { throw OfficeFault(error) }
    }

    private func take(_ path: String, by intake: AnswerIntake, evenIfRepeated isRepeated: Bool = false) -> InboxResult {
        let name = URL(fileURLWithPath: path).lastPathComponent.printable()
        do {
            let file = try IncomingFile(path)
            let found = examinations.of(file, office.store.keyring)
            if let refusal = unready(found, name) { return refusal }
            switch try known(found) {
            case .same(let earlier): return same(file, found, name, as: earlier)
            case .sameInterchange(let earlier) where !isRepeated:
                var result = InboxResult(
                    name: name, kind: found.kind, isTaken: false,
                    headline: "\(name) has the same interchange as \(earlier.text): not taken.")
                result.isSameInterchange = true
                return result
            case .new, .sameInterchange: break
            }
            let result =
                try found.kind == .eligibility
                ? takeEligibility(file, found, name) : takeAnswers(file, found, name, by: intake)
            // Another desk may have taken it while it was read here.
            if !result.isTaken, case .same(let earlier) = try known(found) {
                return same(file, found, name, as: earlier)
            }
            let mayStillBe = result.isTaken || result.answers?.isToBeTriedAgain == true
            examinations.refuse(file.stamp, mayStillBe ? nil : result.headline)
            return result.isTaken ? archived(file, result) : result
        } catch {
            let message = (error as? InputFault)?.message ?? "cannot be taken: \(error)"
            return InboxResult(name: name, kind: .unreadable, isTaken: false, headline: "\(name) \(message).")
        }
    }

    private func same(
        _ file: IncomingFile, _ found: Examination, _ name: String, as earlier: TakenFile
    ) -> InboxResult {
        let result = InboxResult(
            name: name, kind: found.kind, isTaken: true,
            headline: "\(name) is the same file as \(earlier.text): nothing changed.")
        return FileStamp(at: file.path) == nil ? result : archived(file, result)
    }

    /// What is said of a file that is no response, or none yet.
    private func unready(_ found: Examination, _ name: String) -> InboxResult? {
        let reason: String? =
            if let fault = found.fault {
                "\(fault)."
            } else if !found.isWhole {
                "is not complete: it has no end (IEA)."
            } else if !found.kind.isResponse {
                "has claims: import them."
            } else {
                nil
            }
        return reason.map {
            InboxResult(name: name, kind: found.kind, isTaken: false, headline: "\(name) \($0)")
        }
    }

    private func takeAnswers(
        _ file: IncomingFile, _ found: Examination, _ name: String, by intake: AnswerIntake
    ) throws -> InboxResult {
        let read = try reading(file) { try AnswerFile(chunks: $0) }
        let result = intake.take(read.value, named: name) { result throws(StoreFault) in
            try note(name, result.summary, read.mark, found.kind)
        }
        let summary = result.isStored ? result.summary : result.failure ?? "not taken"
        let headline =
            result.isStored
            ? "\(name) (\(found.kind.rawValue)): \(summary.isEmpty ? "taken" : summary)." : summary
        var taken = InboxResult(name: name, kind: found.kind, isTaken: result.isStored, headline: headline)
        taken.answers = result
        return taken
    }

    private func takeEligibility(
        _ file: IncomingFile, _ found: Examination, _ name: String
    ) throws -> InboxResult {
        var read = try reading(file) { chunks in
            try office.eligibility(chunks, named: name)
        }
        if !read.value.isRefused {
            let offered = read
            read.value = try office.take(offered.value) { () throws(StoreFault) in
                try note(name, "", offered.mark, .eligibility)
            }
        }
        let message = read.value.messages.last ?? ""
        var result = InboxResult(
            name: name, kind: .eligibility, isTaken: !read.value.isRefused, headline: "\(name) (271): \(message)")
        result.details = read.value.messages.dropLast()
        return result
    }

    /// Reads a file to its end, and says what it is known by; it was not changed meanwhile.
    func reading<Value>(
        _ file: IncomingFile, _ read: (@escaping () throws -> [UInt8]?) throws -> Value
    ) throws -> (value: Value, mark: FileMark) {
        let chunks = try file.chunks(sealedBy: office.store.keyring)
        let survey = SurveyedChunks(chunks)
        let value = try read(survey.next)
        while try survey.next() != nil {}
        try file.checkUnchanged()
        return (value, survey.mark)
    }

    /// Remembers the file with what it says, unless another desk was faster.
    func note(
        _ name: String, _ result: String, _ mark: FileMark, _ kind: IncomingKind
    ) throws(StoreFault) {
        guard try office.store.takenFile(withChecksum: mark.checksum) == nil else { throw .conflict }
        try office.store.noteTaken(
            TakenFile(name: name, takenAt: now(), result: result), known: mark, as: kind.rawValue)
    }

    /// Whether a file lies in the folder of the inbox.
    func holds(_ file: IncomingFile) -> Bool {
        URL(fileURLWithPath: file.path).deletingLastPathComponent().path == folder
    }

    /// Moves a file of the folder that was taken; what keeps it there is said.
    func archived(_ file: IncomingFile, _ result: InboxResult) -> InboxResult {
        guard holds(file) else { return result }
        var result = result
        result.size = file.stamp.size
        do throws(OutputFault) {
            let name = try FileArchive(folder: office.archiveFolder).take(file)
            result.details.append("Moved to the archive as \(name.printable()).")
        } catch {
            result.details.append("It stays in the inbox: \(error.message)")
        }
        return result
    }
}

/// Chunks of a file, with what they make it known by.
private final class SurveyedChunks {
    private let chunks: FileChunks
    private var survey = FileSurvey()

    init(_ chunks: FileChunks) { self.chunks = chunks }

    func next() throws -> [UInt8]? {
        let piece = try chunks.next()
        if let piece { survey.take(piece) }
        return piece
    }

    var mark: FileMark { FileMark(checksum: survey.checksum, interchanges: survey.interchanges) }
}
