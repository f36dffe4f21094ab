import ClaimRules
import Testing

@testable import Workstation

/// What the Documentation screen says a payer wants.
struct AskedDocumentationTests {
    private let library: PolicyLibrary

    init() throws { library = try PolicyLibrary() }

    private func asked(_ id: String, isKetamineClaim: Bool = true) throws -> AskedDocumentation {
        AskedDocumentation(
            by: try #require(library.policies.first { $0.id == id }), isKetamineClaim: isKetamineClaim)
    }

    @Test func `no payer that covers ketamine is said not to cover it`() throws {
        for policy in library.policies where policy.value(of: \.ketamineCoverage) != .excluded {
            let asked = try asked(policy.id)
            let all = [asked.trials, asked.scores, asked.chart, asked.safety, asked.attachments]
            #expect(!all.contains { $0.contains("not covered") }, "\(policy.id)")
        }
    }

    @Test func `what is not covered, not known or not of this claim says so`() throws {
        for policy in library.policies where policy.value(of: \.ketamineCoverage) == .excluded {
            #expect(try asked(policy.id).scores == "not covered by this payer")
        }
        #expect(try asked("generic").scores == "whether this payer requires it is not known")
        #expect(try asked("generic", isKetamineClaim: false).scores == "not required for this claim")
    }
}
