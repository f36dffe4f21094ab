import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Testing
import TextKit

@testable import Workstation
@testable import cleanclaim
import TestStore

/// The clerk between the workstation and the reference files on the disk.
struct ReferenceSessionTests {
    private let store: ClaimStore
    private let clerk: Clerk

    init() throws {
        store = try ClaimStore.forTest()
        clerk = try Clerk(of: store)
    }

    /// What the clerk answers to an effect, once all of it is done.
    private func answers(to effect: Effect) -> [Action] {
        var actions = clerk.carryOut(effect)
        while clerk.isAnswering {
            clerk.writer.finish()
            actions += clerk.savedWork()
        }
        clerk.writer.finish()
        return actions + clerk.savedWork()
    }

    private func open(_ draft: ClaimDraft) throws -> String {
        try store.save(ClaimRecord(draft))
        _ = answers(to: .open(id: draft.id))
        return draft.id
    }

    private func changed(_ actions: [Action]) -> [ReferenceEntry] {
        actions.flatMap { action -> [ReferenceEntry] in
            if case .directoryChanged(let entries) = action { entries } else { [] }
        }
    }

    private func read(_ actions: [Action]) -> [Directory] {
        actions.compactMap { if case .directoryRead(let directory) = $0 { directory } else { nil } }
    }

    @Test func `who is keyed is offered when the claim is left, and only what is new is read again`() throws {
        let sample = ClaimExample.sample.draft
        let id = try open(sample)
        #expect(changed(answers(to: .close(id: id))).contains { $0.kind == .coverage })
        // Opened again and left as it is, nothing changes: what the office has edited since stays.
        let before = try #require(try store.references(.patient).first)
        let edited = before.with(before.texts.merging([Field.patientStreet.id: "9 OAK ST"]) { $1 })
        #expect(!answers(to: .changeReferences(.edit(before, to: edited, owned: [], in: ClaimExample.parsing))).isEmpty)
        _ = answers(to: .open(id: id))
        _ = answers(to: .close(id: id))
        #expect(try store.references(.patient).map { $0.text(of: .patientStreet) } == ["9 OAK ST"])
    }

    @Test func `a claim begins with a template, and what names a field that is gone is said`() throws {
        let sample = ClaimExample.sample.draft
        let template = try #require(ReferenceEntry(template: "Infusion", from: sample, in: ClaimExample.parsing))
        let texts = template.texts.merging(["line.gone[1]": "x"]) { $1 }
        let old = ReferenceEntry(kind: .template, identity: template.identity, label: template.label, texts: texts)
        try store.change(ReferenceChange("new template", [.init(before: nil, after: old)]))
        let actions = answers(to: .create(.template(template.identity)))
        let said = actions.compactMap { if case .said(let text) = $0 { text } else { nil } }
        #expect(
            said == ["From template Infusion: confirm its diagnoses and codes. Left out, no such field: line.gone[1]."])
        let begun = try #require(actions.compactMap { if case .opened(let claim) = $0 { claim } else { nil } }.first)
        #expect(begun.draft.text(at: Place(.lineCharge)) == sample.text(at: Place(.lineCharge)))
        #expect(begun.draft.patient == PatientEntries.blank && begun.given.contains(Place(.lineCharge)))
        let none = answers(to: .create(.template("gone")))
        #expect(none.contains { if case .said(let text) = $0 { text.contains("no longer on file") } else { false } })
    }

    @Test func `what two desks change in one entry is both kept, and what both have changed is said`() throws {
        let id = try open(ClaimExample.sample.draft)
        _ = answers(to: .close(id: id))
        let before = try #require(try store.references(.patient).first)
        func change(_ fields: [Field: String]) -> ReferenceChange {
            let texts = Dictionary(uniqueKeysWithValues: fields.map { ($0.key.id, $0.value) })
            return .edit(
                before, to: before.with(before.texts.merging(texts) { $1 }), owned: [], in: ClaimExample.parsing)
        }
        try store.change(change([.patientPhone: "2165550199", .patientStreet: "1 THEIR ST"]))
        let actions = answers(to: .changeReferences(change([.patientCity: "AKRON", .patientStreet: "2 OUR ST"])))
        let said = actions.compactMap { if case .said(let text) = $0 { text } else { nil } }
        #expect(said == ["Saved over what another desk has entered for Street."])
        let now = try #require(try store.references(.patient).first)
        #expect(now.text(of: .patientPhone) == "2165550199" && now.text(of: .patientCity) == "AKRON")
        #expect(now.text(of: .patientStreet) == "2 OUR ST")
        #expect(actions.contains { if case .directoryChanged(let entries) = $0 { entries == [now] } else { false } })
    }

    @Test func `a new entry that another desk has made meanwhile gets what was keyed here`() throws {
        _ = try open(ClaimExample.sample.draft)
        var draft = ClaimDraft(id: "new")
        for (field, text) in [
            (Field.patientLastName, "QUILL"), (.patientFirstName, "ZED"), (.patientBirthDate, "02/02/1990"),
        ] { draft.type(text, at: Place(field), in: ClaimExample.parsing) }
        let theirs = try #require(ReferenceEntry(.patient, from: draft))
        draft.type("2165550142", at: Place(.patientPhone), in: ClaimExample.parsing)
        let mine = try #require(ReferenceEntry(.patient, from: draft))
        try store.change(ReferenceChange("new patient", [.init(before: nil, after: theirs)]))
        _ = answers(to: .changeReferences(ReferenceChange("new patient", [.init(before: nil, after: mine)])))
        let kept = try store.references(.patient).filter { $0.text(of: .patientLastName) == "QUILL" }
        #expect(kept.map { $0.text(of: .patientPhone) } == ["2165550142"])
    }

    @Test func `a change that somebody else was faster with is refused, and the files are read again`() throws {
        let id = try open(ClaimExample.sample.draft)
        _ = answers(to: .close(id: id))
        let entry = try #require(try store.references(.payer).first)
        try store.change(.offering(entry, false))
        let removal = ReferenceChange("removal", [.init(before: entry, after: nil)])
        let actions = answers(to: .changeReferences(removal))
        #expect(actions.contains { if case .directory = $0 { true } else { false } })
        #expect(actions.contains { if case .said(let text) = $0 { text.contains("changed elsewhere") } else { false } })
        #expect(!actions.contains { if case .referencesChanged = $0 { true } else { false } })
    }

    @Test func `an eligibility answer is shown, and taken as it was shown`() throws {
        try store.rememberEverybody(in: ClaimExample.sample.without(.benefitsDate, .benefitsReference).draft)
        let sandbox = try Sandbox()
        let file = try sandbox.write(EligibilityTests.answer(), to: "answer.271").path
        let offers = answers(to: .readEligibility(file)).compactMap {
            if case .eligibilityRead(let offer) = $0 { offer } else { nil }
        }
        let offer = try #require(offers.first)
        #expect(offer.messages == ["1 coverage would be updated, 0 answers not taken."])
        #expect(try store.references(.coverage).map { $0.text(of: .copay) } == [""])
        _ = answers(to: .changeReferences(offer.change))
        #expect(try store.references(.coverage).map { $0.text(of: .copay) } == ["35.00"])
        _ = answers(to: .changeReferences(offer.change.reversed))
        #expect(try store.references(.coverage).map { $0.text(of: .copay) } == [""])
    }

    @Test func `what is no eligibility answer is named in words`() throws {
        let sandbox = try Sandbox()
        mkfifo(sandbox.file("pipe").path, 0o600)
        let broken = try sandbox.write("not a file", to: "broken.271").path
        for (file, words) in [
            (sandbox.file("none").path, "is not a file"), (sandbox.folder.path, "is not a file"),
            (sandbox.file("pipe").path, "is not a file"), ("-", "is not a file"), (broken, "Nothing was changed."),
        ] {
            let said = answers(to: .readEligibility(file)).compactMap {
                if case .said(let text) = $0 { text } else { nil }
            }
            #expect(said.count == 1 && said[0].contains(words), "\(file): \(said)")
        }
    }

    @Test func `a store that was used before is filled off the loop, once`() throws {
        try store.save(ClaimRecord(ClaimExample.sample.draft))
        try store.setPreference("reference-files-filled", to: nil)
        clerk.readReferenceFiles()
        clerk.gathering.finish()
        let actions = clerk.finishedWork()
        #expect(read(actions).contains { !$0.entries(.patient).isEmpty })
        #expect(
            actions.contains { if case .said(let text) = $0 { text.contains("filled from 1 claim") } else { false } })
        clerk.readReferenceFiles()
        clerk.gathering.finish()
        #expect(!clerk.finishedWork().contains { if case .said = $0 { true } else { false } })
    }
}
