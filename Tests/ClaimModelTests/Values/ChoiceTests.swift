import ClaimModel
import Testing

struct ChoiceTests {
    @Test(arguments: Kind.choices)
    func `each code reads in capitals and small letters`(kind: Kind) {
        for code in kind.samples {
            #expect(kind.read(code.lowercased()) == .value(code))
            #expect(kind.read(code + "\u{1}") == .malformed)
        }
        #expect(Set(kind.samples).count == kind.samples.count)
    }

    @Test func `words read as their code`() {
        #expect(Reading("yes", as: YesNo.self) == .value("Y"))
        #expect(Reading("No", as: YesNo.self) == .value("N"))
        #expect(Reading("female", as: Sex.self) == .value("F"))
        #expect(Reading("sp", as: Relationship.self) == .value("01"))
        #expect(Reading("self", as: Relationship.self) == .value("18"))
        #expect(Reading("s", as: Relationship.self) == .incomplete)
        #expect(Reading("other", as: Relationship.self) == .value("G8"))
        #expect(Reading("iv", as: Route.self) == .incomplete)
        #expect(Reading("IV i", as: Route.self) == .value("IVI"))
        #expect(Reading("in", as: Route.self) == .value("IN"))
        #expect(Reading("tricare", as: ClaimFilingIndicator.self) == .value("CH"))
        #expect(Reading("ma", as: ClaimFilingIndicator.self) == .value("MA"))
        #expect(Reading("m", as: ClaimFilingIndicator.self) == .incomplete)
        #expect(Reading("atypical", as: DrugClass.self) == .value("AAP"))
        #expect(Reading("medical", as: AttachmentType.self) == .value("M1"))
        #expect(Reading("x", as: Sex.self) == .malformed)
        #expect(Reading("Y", as: AssignmentCode.self) == .value("A"))
        #expect(Reading("n", as: AssignmentCode.self) == .value("C"))
        #expect(Reading("PHQ-9", as: Instrument.self) == .value("PHQ9"))
    }

    @Test func `a code that begins another's words may grow`() {
        #expect(Entry<Route>("in", in: .test).mayGrow)
        #expect(!Entry<Route>("im", in: .test).mayGrow)
        #expect(!Entry<YesNo>("y", in: .test).mayGrow)
    }

    @Test func `choices are offered with their words`() {
        #expect(YesNo.shape.choices.map(\.code) == ["Y", "N"])
        #expect(YesNo.shape.choices.map(\.label) == ["yes", "no"])
        #expect(ClaimFilingIndicator.shape.choices.count == 24)
        #expect(Relationship.shape.columns == 2)
    }

    @Test(arguments: [
        (Instrument.phq9, 0, "minimal"), (.phq9, 4, "minimal"), (.phq9, 5, "mild"), (.phq9, 14, "moderate"),
        (.phq9, 15, "moderately severe"), (.phq9, 19, "moderately severe"), (.phq9, 20, "severe"),
        (.phq9, 27, "severe"),
        (.phq9, 28, "out of range"), (.madrs, 34, "moderate"), (.madrs, 35, "severe"), (.madrs, 61, "out of range"),
        (.hamd, 24, "severe"), (.hamd, 53, "out of range"), (.qids, 16, "severe"), (.qids, 21, "very severe"),
        (.phq9, -1, "out of range"),
    ])
    func `a total falls in a band of its instrument`(instrument: Instrument, total: Int, band: String) {
        #expect(instrument.severityBand(total) == band)
    }

    @Test(arguments: [
        ("333322321", 22), ("3,3,3,3,2,2,3,2,1", 22), ("3 3 3 3 2 2 3 2 1", 22), ("000000000", 0),
        ("3, 3,3,3 3 3333", 27),
    ])
    func `nine answers give their total`(text: String, total: Int) {
        #expect(Entry<PHQ9Items>(text, in: .test).value?.total == total)
    }

    @Test(arguments: [
        ("33332232", Reading.incomplete), ("4", .malformed), ("3333223211", .malformed), ("3,,3", .malformed),
        (",3", .malformed), ("333322321,", .malformed),
    ])
    func `what are no nine answers`(text: String, reading: Reading) {
        #expect(Reading(text, as: PHQ9Items.self) == reading)
    }
}
