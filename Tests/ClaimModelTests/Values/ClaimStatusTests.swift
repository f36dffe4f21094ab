import ClaimModel
import Foundation
import Testing

@Suite("The status of a claim")
struct ClaimStatusTests {
    @Test(arguments: ClaimStatus.allCases) func everyStatusIsReadAsItIsWritten(status: ClaimStatus) throws {
        #expect(ClaimStatus(rawValue: status.rawValue) == status)
        let json = try JSONEncoder().encode([status])
        #expect(try JSONDecoder().decode([ClaimStatus].self, from: json) == [status])
    }

    @Test func sentOfEarlierVersionsIsReadAsSubmitted() throws {
        #expect(ClaimStatus(rawValue: "sent") == .submitted && ClaimStatus.submitted.rawValue == "submitted")
        #expect(try JSONDecoder().decode([ClaimStatus].self, from: Data(#"["sent"]"#.utf8)) == [.submitted])
        #expect(ClaimStatus(rawValue: "send") == nil)
    }
}
