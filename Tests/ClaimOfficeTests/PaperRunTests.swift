import ClaimExchange
import ClaimModel
import ClaimRules
import Foundation
import GRDB
import Testing

@testable import ClaimOffice
@testable import ClaimStore

/// Several claims on paper in one run.
struct PaperRunTests {
    private let office: Office

    init() throws {
        office = try AnsweredOffice().office
    }

    private static let options = ClaimPaper.Options(form: .summary, style: FormImage.Style())

    @Test func `a damaged claim is named, the others are printed`() throws {
        let drafts = [ClaimExample.sample, .noHistory, .officeVisit].map(\.draft)
        for draft in drafts { try office.store.save(ClaimRecord(draft)) }
        try office.store.delete(drafts[2].id)
        try office.store.engine.write { try $0.execute("UPDATE draft SET body = ? WHERE claim = 2", [Data([0])]) }
        let run = office.paperRun(of: drafts.map(\.id), Self.options, isDrawn: false)
        let accounts = drafts.map(\.identity.account.text)
        #expect(run.count == 1)
        #expect(run.leftOut.map(\.text) == ["\(accounts[1]) (damaged in the database)", "\(accounts[2]) (deleted)"])
        #expect(String(decoding: try run.bytes(), as: UTF8.self).contains("account \(accounts[0])"))
    }

    @Test func `a claim is printed as it was keyed last`() throws {
        let draft = ClaimExample.sample.draft
        let record = try office.store.save(ClaimRecord(draft))
        var keyed = record
        keyed.draft.type("TOLEDO", at: Place(.patientCity), in: office.parsing)
        let run = office.paperRun(of: [draft.id], asKeyed: [draft.id: keyed], Self.options, isDrawn: false)
        #expect(String(decoding: try run.bytes(), as: UTF8.self).contains("TOLEDO"))
    }
}
