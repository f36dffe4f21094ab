import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import CodeSets
import Foundation
import TerminalKit
import Testing
import TextKit
import Workstation

@testable import cleanclaim
import TestStore

/// A claim has the same findings whatever way it came: they rest on the patient's other claims and on what was sent.
struct DoorTests {
    enum Door: CaseIterable {
        case keyed, imported, answered, begunAsSecondary, corrected, overridden, exported, listed, demo
    }

    private let office: SendingOffice
    private let library: OfficeLibrary
    private let sample = ClaimExample.sample.draft
    private var account: String { sample.identity.account.text }

    init() throws {
        office = try SendingOffice()
        library = try Environment(today: "2026-11-23").library
    }

    @Test(arguments: Door.allCases) func `every door gives one claim the same findings`(_ door: Door) throws {
        switch door {
        case .keyed: try keyed()
        case .imported: try imported()
        case .answered: try answered()
        case .begunAsSecondary: try begunAsSecondary()
        case .corrected: try corrected()
        case .overridden: try overridden()
        case .exported: try exported()
        case .listed: try listed()
        case .demo: try demo()
        }
    }
}

/// What is found on a claim of the store, judged here from what the store holds.
extension DoorTests {
    private func findings(on id: String, in store: ClaimStore) throws -> [Finding] {
        let record = try store.claim(id, in: ClaimExample.parsing)
        let context = Context(
            books: library.books, policy: library.policies.policy(for: record.draft), today: ClaimExample.today,
            history: try store.history(ofPatient: record.draft, in: ClaimExample.parsing),
            sent: record.status.restsWithPayer ? [] : try store.sentVersions(of: id, in: ClaimExample.parsing))
        return validate(record.draft, in: context)
    }

    /// The worklist counts what is found, and `rule` is among it: without the other claims, and what was sent, it is not.
    private func expectListed(_ id: String, with rule: String, in store: ClaimStore) throws {
        let found = try findings(on: id, in: store)
        let draft = try store.claim(id, in: ClaimExample.parsing).draft
        #expect(found.contains { $0.rule.id == rule })
        #expect(try store.claims().first { $0.id == id }?.tally == Tally(found, on: draft))
    }

    /// Another claim for the same services, which the payer has already.
    private func addTwin() throws {
        let twin = ClaimExample.sample.with(.account, "C-0999").with(.lineCharge, "199").draft.renamed("twin")
        try office.store.save(ClaimRecord(twin, status: .submitted))
    }

    /// The sample is sent; then its twin turns up.
    private func send() throws {
        try office.keep(.sample)
        #expect(try office.export().status == 0)
        try addTwin()
    }

    @Test func `a corrected claim without a change is found at the desk as by the command`() throws {
        try send()
        _ = try deny(account)
        let desk = try DeskWindow(on: office.store).open(sample.id)
        desk.press([.control("k"), .enter]).save()
        #expect(desk.draft.identity.frequency.text == "7" && desk.status == .flagged, "\(desk.text)")
        try expectListed(sample.id, with: "RS-021", in: office.store)
        // What is changed is no longer the same.
        desk.type("Corrected", at: .additionalInformation).save()
        #expect(try !findings(on: sample.id, in: office.store).contains { $0.rule.id == "RS-021" })
    }

    private func deny(_ account: String) throws -> Program.Outcome {
        let segments = [
            "ISA*00*          *00*          *ZZ*PAYER          *ZZ*LAKESIDE       *261120*0930*^*00501*000000042*0*T*:",
            "GS*HP*PAYER*LAKESIDE*20261120*0930*42*X*005010X221A1", "ST*835*0001",
            "CLP*\(account)*4*255*0**CI*26314000551*11*1", "CAS*CO*18*255", "SE*4*0001", "GE*1*42", "IEA*1*000000042",
        ]
        return try Program(environment: office.sandbox.environment)
            .run(["answers", "-", "--format", "json"], input: Array(segments.map { $0 + "~\n" }.joined().utf8))
    }

    @discardableResult
    private func importClaims(_ drafts: ClaimDraft...) throws -> Program.Outcome {
        let lines = drafts.map { String(decoding: $0.canonicalJSON(), as: UTF8.self) }
        let file = try office.sandbox.write(lines.joined(separator: "\n"), to: "in.jsonl")
        return try office.sandbox.run("import", file.path)
    }
}

extension DoorTests {
    private func keyed() throws {
        try addTwin()
        try office.store.save(ClaimRecord(sample))
        let clerk = Clerk(Office(office.store, library: library), glyphs: .unicode)
        let inputs = Inputs(
            books: library.books, policies: library.policies, today: library.day, practice: SendingOffice.practice,
            directory: [], signedIn: SignedInPerson(name: "A. Biller", isLead: true), refusals: clerk.office.refusals)
        var station = Workstation(inputs: inputs, size: Size(columns: 80, rows: 24))
        func take(_ action: Action) {
            for effect in station.handle(action) + station.settle() {
                if case .save(let claim) = effect { clerk.keep(claim) } else { clerk.carryOut(effect).forEach(take) }
            }
        }
        for action in clerk.carryOut(.open(id: sample.id)) { take(action) }
        for key in [Key.control("o"), .character("1")] + "\(account)9".map(Key.character) + [.tab] {
            take(.event(.key(key)))
        }
        take(.saveDue)
        _ = clerk.saveAll()
        #expect(try office.store.claim(sample.id, in: ClaimExample.parsing).draft != sample)
        try expectListed(sample.id, with: "RS-020", in: office.store)
    }

    private func imported() throws {
        try addTwin()
        try importClaims(sample)
        try expectListed(sample.id, with: "RS-020", in: office.store)
    }

    private func answered() throws {
        try send()
        let answer = try #require((try deny(account).json["answers"] as? [[String: Any]])?.first)
        let codes = try #require(answer["codes"] as? [[String: Any]])
        let candidates = codes.flatMap { $0["candidates"] as? [[String: Any]] ?? [] }
        let told = candidates.filter { $0["found"] as? Bool == true }.compactMap { $0["rule"] as? String }
        let duplicate = AnswerCode.denial(.carc("18"))
        let expected = try findings(on: sample.id, in: office.store).map(\.rule).filter { duplicate.isSaid(of: $0) }
        #expect(Set(told).isSubset(of: expected.map(\.id)) && told.contains("RS-020"), "\(told)")
    }

    private func begunAsSecondary() throws {
        let plan: [(Field, String)] = [
            (.otherInsuranceExists, "Y"), (.otherPlanName, "Lakeshore Health Plan"), (.otherInsuredLastName, "Rivera"),
            (.otherInsuredFirstName, "Dana"), (.otherPolicyNumber, "LHP55501"), (.otherPayerIdentifier, "55501"),
            (.otherFilingIndicator, "CI"), (.otherRelationship, "18"), (.payerOrder, "P"),
        ]
        try importClaims(plan.reduce(ClaimExample.sample) { $0.with($1.0, $1.1) }.draft)
        for _ in 0..<2 { _ = try office.sandbox.run("secondary", account, "--again") }
        let last = try #require(try office.store.claims().first)
        try expectListed(last.id, with: "RS-020", in: office.store)
    }

    private func corrected() throws {
        try send()
        _ = try deny(account)
        #expect(try office.sandbox.run("correct", account).status == 0)
        try expectListed(sample.id, with: "RS-021", in: office.store)
    }

    private func overridden() throws {
        try addTwin()
        try importClaims(sample)
        var record = try office.store.claim(sample.id, in: ClaimExample.parsing)
        let finding = try #require(try findings(on: sample.id, in: office.store).first { $0.rule.id == "RS-020" })
        record.draft.overrides = [
            Override(
                rule: "RS-020", place: finding.place.key, reason: "Billed in error", by: "L. Lead",
                on: ClaimExample.today, inputs: finding.inputs(in: record.draft))
        ]
        try office.store.save(record)
        let listed = try office.sandbox.run("overrides", "--format", "json").json["overrides"] as? [[String: Any]]
        #expect(listed?.map { $0["state"] as? String } == ["in effect"])
    }

    private func exported() throws {
        try addTwin()
        try office.keep(.sample)
        let outcome = try office.export()
        #expect(outcome.messages.contains("is no longer ready"), "\(outcome)")
        try expectListed(sample.id, with: "RS-020", in: office.store)
    }

    private func listed() throws {
        try send()
        _ = try deny(account)
        let rows = try Clerk(Office(office.store, library: library), glyphs: .unicode).rows().rows
        let row = try #require(rows.first { $0.id == sample.id })
        let found = try findings(on: sample.id, in: office.store)
        #expect(Set(row.rules) == Set(found.map(\.rule.id)) && row.rules.contains("RS-021"))
        #expect(row.warnings == Verdict(of: found, on: sample).warnings)
    }

    private func demo() throws {
        let store = try ClaimStore.forTest()
        try Office(store, library: library).addSamples()
        for claim in try store.claims() {
            let record = try store.claim(claim.id, in: ClaimExample.parsing)
            #expect(claim.tally == Tally(try findings(on: claim.id, in: store), on: record.draft), "\(claim.account)")
        }
    }
}
