import ClaimModel
import ClaimRules
import Testing

@testable import ClaimExchange

@Suite struct ProfessionalFileTests {
    @Test func `claims of one practice share its level, and every number and count is right`() throws {
        let file = try Writers.file(of: [ClaimExample.sample.draft, ClaimExample.officeVisit.draft])
        let read = try ReadFile(file.bytes)
        #expect(read.faults.isEmpty)
        #expect(read.claims.count == 2 && read.claims.allSatisfy(\.faults.isEmpty))
    }
}
