import ClaimExchange
import ClaimModel
import ClaimRules
import Foundation

@testable import ClaimOffice
@testable import ClaimStore
import TestStore

/// An office with submitted claims of fictitious people, and the files that answer them.
struct AnsweredOffice {
    var office: Office

    private static let library = Result { () throws -> OfficeLibrary in
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("office-\(UUID().uuidString)").path
        return try OfficeLibrary(folders: Folders(environment: ["HOME": folder]), day: ClaimExample.today)
    }

    init() throws {
        office = Office(try ClaimStore.forTest(), library: try AnsweredOffice.library.get())
    }

    /// Submits claims in one file, each as it is now.
    func submit(
        _ drafts: ClaimDraft..., as interchange: Int = 17, on day: String = "2026-11-12", checksum: String = "c0ffee"
    ) throws {
        var claims: [SentRecord.Claim] = []
        for (place, draft) in drafts.enumerated() {
            let known = try? office.store.claim(draft.id, in: office.parsing)
            let record = try office.save(draft, as: .ready, over: known ?? ClaimRecord(draft))
            let first = 6 + place * 30
            claims.append(
                SentRecord.Claim(
                    record: record, transaction: "0001", segments: first...(first + 29),
                    content: "\(interchange) \(draft.id)"))
        }
        let file = SentFile(
            interchange: interchange, group: interchange, sender: "LAKESIDE", receiver: "CLEARHOUSE",
            receiverName: "Clearhouse Inc", isTest: false, name: "batch.837",
            day: Day(iso: day) ?? ClaimExample.today, time: "1030", claims: claims.count,
            total: drafts.reduce(0) { $0 + $1.totalCharge })
        let sent = SentRecord(file: file, counts: true, checksum: checksum, path: "batch.837", claims: claims)
        try office.store.confirm(try office.store.record(sent))
    }

    /// What a file of the fixtures says, as the program reads it.
    static func answers(_ name: String) throws -> [AnswerReader.Answer] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        let file = try AnswerFile(folder.appendingPathComponent(name).path)
        guard file.faults.isEmpty else { throw Unreadable(faults: file.faults.map(\.description)) }
        return file.answers
    }

    struct Unreadable: Error {
        let faults: [String]
    }

    @discardableResult
    func take(_ answers: [AnswerReader.Answer]) throws -> [AnswerIntake.Outcome] {
        try AnswerIntake(office).take(answers)
    }

    func status(_ account: String = "C-2001") throws -> ClaimStatus? {
        try office.store.claims().first { $0.account == account }?.status
    }

    func answerCount() throws -> Int {
        try office.store.claims().reduce(0) { try $0 + office.store.answers(to: $1.id).count }
    }
}

extension [AnswerIntake.Outcome] {
    /// What they say, one message on a line.
    var messages: String {
        compactMap { outcome in
            switch outcome {
            case .known(let message), .notice(let message), .failure(let message), .notStored(let message): message
            case .answer, .file, .payment: nil
            }
        }.joined(separator: "\n")
    }
}

extension ClaimDraft {
    /// A visit with psychotherapy, $165.00 and $90.00.
    static func visit(
        _ account: String = "C-2001", _ changes: [Field: String] = [:], id: String? = nil
    ) -> ClaimDraft {
        var draft = ClaimExample.officeVisit.with(.account, account).draft
        for (field, text) in changes { draft.type(text, at: Place(field), in: ClaimExample.parsing) }
        return draft.renamed(id ?? account)
    }

    /// Two injections on one claim, $50.00 each.
    static var twins: ClaimDraft {
        var draft = ClaimDraft.visit("C-2002")
        for row in 0...1 {
            draft.type("96372", at: Place(.lineProcedure, row: row), in: ClaimExample.parsing)
            draft.type("50.00", at: Place(.lineCharge, row: row), in: ClaimExample.parsing)
        }
        return draft
    }
}
