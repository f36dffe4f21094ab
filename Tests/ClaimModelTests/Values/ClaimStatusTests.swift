import ClaimModel
import Foundation
import Testing

@Suite("The status of a claim")
struct ClaimStatusTests {
    @Test(arguments: ClaimStatus.allCases) func `every status is read as it is written`(status: ClaimStatus) throws {
        #expect(ClaimStatus(rawValue: status.rawValue) == status)
        let json = try JSONEncoder().encode([status])
        #expect(try JSONDecoder().decode([ClaimStatus].self, from: json) == [status])
    }

    @Test func `sent, as earlier versions wrote, is read as submitted`() throws {
        #expect(ClaimStatus(rawValue: "sent") == .submitted && ClaimStatus.submitted.rawValue == "submitted")
        #expect(try JSONDecoder().decode([ClaimStatus].self, from: Data(#"["sent"]"#.utf8)) == [.submitted])
        #expect(ClaimStatus(rawValue: "send") == nil)
    }
}
