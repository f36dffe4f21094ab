import ClaimModel
import Testing

struct NDCTests {
    private static let after = ParsingContext(today: Day(iso: "2033-03-07") ?? Day(number: 0))

    @Test(arguments: [
        ("0143-9508-01", "00143950801", NDC.Layout.fourFourTwo), ("42023-113-10", "42023011310", .fiveThreeTwo),
        ("71872-7296-1", "71872729601", .fiveFourOne), ("00143-9508-01", "00143950801", .fiveFourTwoDashed),
        ("00143950801", "00143950801", .eleven), ("0143 9508 01", "00143950801", .fourFourTwo),
        ("001439508 01", "00143950801", .eleven), ("0143 - 9508 - 01", "00143950801", .fourFourTwo),
    ])
    func `each layout of a label gives the eleven digits`(text: String, digits: String, layout: NDC.Layout) {
        let code = Entry<NDC>(text, in: .test).value
        #expect(code?.digits11 == digits)
        #expect(code?.layout == layout)
        #expect(NDC.fault(of: text, in: .test) == nil)
    }

    @Test func `the eleven digits are shown as 5-4-2`() {
        #expect(Entry<NDC>("42023-113-10", in: .test).value?.dashed == "42023-0113-10")
    }

    @Test func `ten digits without dashes are never guessed`() {
        let entry = Entry<NDC>("0143950801", in: .test)
        #expect(entry.value == nil)
        #expect(entry.unreadable?.kind == .incomplete)
        let candidates = NDC.candidates(for: "0143950801")
        #expect(candidates.map(\.digits11) == ["00143950801", "01439050801", "01439508001"])
        #expect(candidates.map(\.layout) == [.fourFourTwo, .fiveThreeTwo, .fiveFourOne])
        #expect(NDC.fault(of: "0143950801", in: .test) == .undashedTen(candidates))
    }

    @Test(arguments: ["301439508014", "0301439508014", "00301439508014"])
    func `a scanned bar code gives the same candidates`(text: String) {
        let candidates = NDC.candidates(for: "0143950801")
        #expect(NDC.candidates(for: text) == candidates)
        #expect(NDC.fault(of: text, in: .test) == .undashedTen(candidates))
        #expect(Reading(text, as: NDC.self) == .malformed)
    }

    @Test(arguments: ["301439508017", "00301439508017", "10301439508014", "00143950801", "0143-9508-01", "x", ""])
    func `a text that is neither ten digits nor a label's bar code has no candidates`(text: String) {
        #expect(NDC.candidates(for: text).isEmpty)
    }

    @Test(arguments: ["001431950801", "001431-9508-01"])
    func `twelve digits wait for their day`(text: String) {
        #expect(NDC.fault(of: text, in: .test) == .twelveDigits)
        let reason = Entry<NDC>(text, in: .test).unreadable
        #expect(reason?.kind == .malformed)
        #expect(reason?.message.contains("91 FR 10749") == true)
        #expect(Entry<NDC>(text, in: NDCTests.after).value?.layout == .sixFourTwo)
        #expect(NDC.fault(of: text, in: NDCTests.after) == nil)
    }

    @Test(arguments: ["00000000000", "99999999999", "9999999999", "99999-9999-99", "0000-0000-00", "999999999999"])
    func `a placeholder is recognized`(text: String) {
        #expect(NDC.fault(of: text, in: .test) == .placeholder)
        #expect(!Reading(text, as: NDC.self).isValue)
    }

    @Test(arguments: [
        "LIPITOR", "00143-*9508-1", "N400143950801", "0143-95-08", "-0143", "0143--9508", "01439-508-0",
        "0143-9508-011", "1", "00143", "001439508011234", "0143-9508-01-", "5", "014395-0801",
    ])
    func `other texts are no NDC`(text: String) {
        #expect(NDC.fault(of: text, in: .test) == .notAnNDC)
    }

    @Test func `an empty text has no fault`() {
        #expect(NDC.fault(of: "", in: .test) == nil)
        #expect(NDC.fault(of: "  ", in: .test) == nil)
    }

    @Test(arguments: [
        ("0143-", Reading.incomplete), ("0143-9508-0", .incomplete), ("42023-113", .incomplete),
        ("42023-113-1", .incomplete),
        ("0143-95-", .malformed), ("014395-", .malformed), ("42023-11-", .malformed), ("0143-95081", .malformed),
    ])
    func `dashes are quiet while they can still come right`(text: String, reading: Reading) {
        #expect(Reading(text, as: NDC.self) == reading)
    }

    @Test func `a one-digit package may become two`() {
        #expect(Entry<NDC>("71872-7296-1", in: .test).mayGrow)
        #expect(!Entry<NDC>("71872-7296-10", in: .test).mayGrow)
        #expect(!Entry<NDC>("00143950801", in: .test).mayGrow)
    }
}

extension NDC {
    /// The fault that an entry keeps.
    fileprivate static func fault(of text: String, in context: ParsingContext) -> Fault? {
        guard case .ndc(let fault) = Entry<NDC>(text, in: context).unreadable?.fault else { return nil }
        return fault
    }

    fileprivate static func candidates(for text: String) -> [NDC] {
        guard case .undashedTen(let candidates) = fault(of: text, in: .test) else { return [] }
        return candidates
    }
}
