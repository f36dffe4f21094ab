import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Testing

@testable import ClaimOffice

@Suite("Acts on several claims")
struct BulkTests {
    private let office: Office
    private let ids: [String]

    /// Two good claims and one without a diagnosis, of fictitious people.
    init() throws {
        var office = try AnsweredOffice().office
        office.bulkOverrides = ["TM-003"]
        var bad = ClaimExample.sample.draft
        bad.type("", at: Place(.diagnosisCode), in: office.parsing)
        var ids: [String] = []
        for (number, draft) in [ClaimExample.sample.draft, ClaimExample.sample.draft, bad].enumerated() {
            var draft = draft.renamed("claim-\(number)")
            draft.type("C-\(number)", at: Place(.account), in: office.parsing)
            let judged = try office.judge(draft, status: .draft)
            _ = try office.store.save(ClaimRecord(draft, status: judged.verdict.status, tally: judged.tally))
            ids.append(draft.id)
        }
        (self.office, self.ids) = (office, ids)
    }

    private func claims() throws -> [ClaimSummary] { try office.store.summaries(of: ids) }

    private func arranged() throws -> [String] {
        try claims().map { "\($0.status) \($0.hold?.reason ?? "") \($0.handling)" }
    }

    @Test func `a preview changes nothing and says of each claim what would be done`() throws {
        let last = try office.store.lastChange()
        let lines = try office.preview(.markReady, on: ids)
        #expect(lines.map(\.account) == ["C-0", "C-1", "C-2"])
        #expect(lines.last?.isDone == false && lines.last?.text.hasPrefix("not ready: ") == true)
        #expect(try office.store.lastChange() == last)
    }

    @Test func `hold, assign, tag and archive are done on all and undone by one undo`() throws {
        for act: BulkAct in [.hold(reason: "waits"), .assign(to: "Lee"), .tag("call back"), .archive] {
            let before = try arranged()
            let outcome = try office.carryOut(act, on: ids)
            #expect(outcome.lines.allSatisfy { $0.isDone }, "\(act)")
            #expect(try arranged() != before)
            // The same once more does nothing.
            if case .hold = act {} else { #expect(try !office.carryOut(act, on: ids).lines.contains { $0.isDone }) }
            #expect(try office.undo(outcome.undo).allSatisfy { $0.isDone })
            #expect(try arranged() == before)
        }
    }

    /// A desk may have it open meanwhile: nobody would find it again.
    @Test func `an archived claim that somebody works on is listed again`() throws {
        for id in ids { _ = try office.carryOut(.archive, on: [id]) }
        #expect(try claims().allSatisfy(\.handling.isArchived))
        var record = try office.store.claim(ids[0], in: office.parsing)
        record.draft.type("corrected", at: Place(.additionalInformation), in: office.parsing)
        record = try office.store.save(record)
        #expect(try !claims()[0].handling.isArchived && claims()[1].handling.isArchived)
        _ = try office.carryOut(.archive, on: [ids[0]])
        // What a payer says of it does not bring it back.
        try office.store.mark(ids[0], as: .paid)
        #expect(try claims()[0].handling.isArchived)
    }

    @Test func `what another desk arranges meanwhile stays`() throws {
        let listed = try claims()[0]
        guard case .success((.handling(_, let tag), _)) = try office.change(.tag("call back"), of: listed) else {
            return #expect(Bool(false), "no change")
        }
        try office.store.arrange(listed.id, .followUp) { $0.followUp = office.library.day }
        try office.store.arrange(listed.id, .tagged, tag)
        let now = try claims()[0].handling
        #expect(now.followUp == office.library.day && now.tags == ["call back"])
    }

    @Test func `what was changed since is not undone`() throws {
        let outcome = try office.carryOut(.assign(to: "Lee"), on: ids)
        try office.store.arrange(ids[1], .assigned) { $0.assignee = "Kim" }
        let lines = try office.undo(outcome.undo)
        #expect(lines.filter { !$0.isDone }.map(\.account) == ["C-1"])
        #expect(try claims().map(\.handling.assignee) == ["", "Kim", ""])
    }

    @Test func `a claim that is open elsewhere is named and left alone, the others are done`() throws {
        let lock = try office.store.lock(ids[0])
        let act = BulkAct.override(rule: "TM-003", reason: "as agreed")
        #expect(try office.preview(.markReady, on: [ids[0]]).first?.isDone == false)
        let lines = try office.carryOut(.markReady, on: ids).lines
        #expect(lines.first?.text == "open elsewhere: not changed")
        #expect(lines.count == 3)
        lock.release()
        #expect(try office.carryOut(act, on: ids).lines.allSatisfy { !$0.isDone }, "no such warning")
    }

    @Test func `only what the office allows is overridden, never a modifier nor the documentation`() throws {
        #expect(throws: StoreFault.keys(.notAllowed)) {
            try office.carryOut(.override(rule: "PV-001", reason: "no"), on: ids)
        }
        for rule in Rule.all where rule.id.hasPrefix("DOC-") || rule.reads.contains(.lineModifier1) {
            #expect(!rule.mayBeOverriddenInBulk, "\(rule.id)")
        }
        #expect(Rule.all.contains { $0.mayBeOverriddenInBulk })
    }

    @Test func `a fix is applied to each claim that has it, and undone`() throws {
        var draft = try office.store.claim(ids[0], in: office.parsing)
        draft.draft.type("f332", at: Place(.diagnosisCode), in: office.parsing)
        let findings = try office.judge(draft.draft, status: .draft).findings
        guard let finding = findings.first(where: { $0.fixes.count == 1 && !$0.fixes[0].isDecision(on: draft.draft) })
        else { return }
        let saved = try office.store.save(draft)
        let outcome = try office.carryOut(.fix(rule: finding.rule.id), on: ids)
        #expect(outcome.lines.filter(\.isDone).map(\.account) == ["C-0"])
        #expect(try office.store.claim(ids[0], in: office.parsing).draft != saved.draft)
        _ = try office.undo(outcome.undo)
        #expect(try office.store.claim(ids[0], in: office.parsing).draft == saved.draft)
    }

    @Test func `the next claim is never handed to two people`() throws {
        let first = try #require(try office.openNext(among: ids))
        #expect(first.record.id == ids[0])
        // Another desk has the second one open, and the third is somebody else's.
        try office.store.arrange(ids[2], .assigned) { $0.assignee = "Kim" }
        let lock = try office.store.lock(ids[1])
        #expect(try office.openNext(among: ids) == nil)
        lock.release()
        #expect(try office.openNext(among: ids)?.record.id == ids[1])
        #expect(try claims().map(\.handling.assignee) == [office.signedIn, office.signedIn, "Kim"])
        first.lock.release()
    }
}
