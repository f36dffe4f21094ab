import ClaimModel
import Testing

private let reader = DraftReader(in: ClaimDraft.context)

@Suite("A draft's JSON gives the draft back")
struct DraftRoundTripTests {
    @Test(arguments: UInt64(1)...60)
    func `every draft comes back as it was`(seed: UInt64) throws {
        let draft = ClaimDraft.random(seed: seed, sparsity: 1 + Int(seed % 7))
        let bytes = draft.canonicalJSON()
        let back = try reader.draft(from: bytes)
        #expect(back == draft)
        // Equality of texts forgives composed and decomposed letters; bytes do not.
        #expect(back.canonicalJSON() == bytes)
    }

    @Test(arguments: Field.all)
    func `every field is kept`(field: Field) throws {
        let row = field.part == .claim ? 0 : 1
        for text in ["1", "two\twords", " x ", "é🧑🏽‍⚕️"] {
            var draft = ClaimDraft(id: "1")
            draft.type(text, at: Place(field, row: row), in: ClaimDraft.context)
            let back = try reader.draft(from: draft.canonicalJSON())
            #expect(back == draft)
            #expect(Array(back.text(at: Place(field, row: row)).utf8) == Array(text.utf8))
            #expect(back.state(at: Place(field, row: row)) == draft.state(at: Place(field, row: row)))
        }
    }

    @Test func `every entry of the draft is a field`() {
        #expect(entries(in: ClaimDraft(id: "1")) == Field.all.count { $0.part == .claim })
        #expect(entries(in: DiagnosisRow()) == Field.all.count { $0.part == .diagnosis })
        #expect(entries(in: ServiceLine()) == Field.all.count { $0.part == .line })
        #expect(entries(in: TreatmentTrial()) == Field.all.count { $0.part == .trial })
        #expect(entries(in: SymptomScore()) == Field.all.count { $0.part == .score })
        #expect(entries(in: Attachment()) == Field.all.count { $0.part == .attachment })
    }

    private func entries(in value: Any) -> Int {
        let mirror = Mirror(reflecting: value)
        if String(describing: mirror.subjectType).hasPrefix("Entry<") { return 1 }
        return mirror.children.reduce(0) { $0 + entries(in: $1.value) }
    }

    @Test func `the canonical form is fixed`() throws {
        var draft = ClaimDraft(id: "7")
        draft.type("7.0 ml", at: Place(.lineNDCQuantity, row: 1), in: ClaimDraft.context)
        draft.type("1122233343", at: Place(.billingNPI), in: ClaimDraft.context)
        draft.type("F33.2", at: Place(.diagnosisCode), in: ClaimDraft.context)
        draft.type("A\u{7f}\u{1b}\u{9b}\"\\\n\t/é", at: Place(.account), in: ClaimDraft.context)
        draft.defaulted = ["rendering.npi", "placeOfService"]
        draft.overrides = [
            Override(
                rule: "TM-004", place: "line.units[1]", reason: "seen", by: "AB", on: Day(number: 20_780),
                inputs: ["b": "2", "a": "1"])
        ]
        let expected =
            #"{"account":"A\u007f\u001b\u009b\"\\\n\t/é","billing":{"npi":"1122233343"},"#
            + #""defaults":["placeOfService","rendering.npi"],"diagnoses":[{"code":"F33.2"}],"#
            + #""id":"7","lines":[{},{"ndcQuantity":"7.0 ml"}],"overrides":[{"by":"AB","inputs":{"a":"1","b":"2"},"#
            + #""on":"2026-11-23","place":"line.units[1]","reason":"seen","rule":"TM-004"}],"schema":1}"#
        #expect(String(decoding: draft.canonicalJSON(), as: UTF8.self) == expected)
        // What a person typed is kept by the store even where a file would be refused.
        let stored = DraftReader(in: ClaimDraft.context, from: .ownStore)
        #expect(try stored.draft(from: expected.utf8) == draft)
        #expect(throws: DraftFault.self) { try reader.draft(from: expected.utf8) }
    }

    @Test func `defaults are read under their earlier name`() throws {
        let draft = try reader.draft(from: #"{"schema":1,"id":"1","standing":["placeOfService"]}"#.utf8)
        #expect(draft.defaulted == ["placeOfService"])
    }

    @Test func `the order of names does not matter`() throws {
        let one = try reader.draft(
            from: #"{"schema":1,"id":"1","lines":[{},{"ndc":"x","dose":"35"}],"account":"9"}"#.utf8)
        let other = try reader.draft(
            from:
                "\u{FEFF}\n{ \"account\" : \"9\",\r\n\"lines\":[ {} , {\"dose\":\"35\",\"ndc\":\"\\u0078\"}],\"id\":\"1\",\"schema\":1}\n"
                .utf8)
        #expect(one == other)
        #expect(one.canonicalJSON() == other.canonicalJSON())
        #expect(one.text(at: Place(.lineDose, row: 1)) == "35")
    }

    @Test func `blank texts and blank rows at the end leave nothing`() throws {
        let draft = try reader.draft(
            from: #"{"schema":1,"id":"1","account":"","lines":[{},{"ndc":""},{}],"diagnoses":[],"payer":{}}"#.utf8)
        #expect(draft == ClaimDraft(id: "1"))
        var trailing = ClaimDraft(id: "1")
        trailing.lines.append(ServiceLine())
        #expect(trailing.canonicalJSON() == draft.canonicalJSON())
    }
}
