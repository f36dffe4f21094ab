import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

extension ClaimIntake {
    /// A claim that is about to be imported, with its place in the file.
    struct Arrival: Sendable {
        /// Under an id of its own, and as if no other claim of the patient were known.
        let judged: JudgedClaim
        let written: WrittenDraft
        /// Whom and what it names.
        let people: [ReferenceEntry]
        let title: String
        let origins: [Place: String]?
    }

    /// Prepares claims as far as that needs nothing of the store; on any thread.
    struct Preparation: Sendable {
        let judgements = JudgementPool()
        private let library: OfficeLibrary
        private let learned: Learned

        init(of office: Office) throws(StoreFault) {
            library = office.library
            learned = try office.learned()
        }

        var parsing: ParsingContext { library.parsing }

        func arrival(_ draft: ClaimDraft, titled title: String, origins: [Place: String]? = nil) -> Arrival {
            let draft = draft.renamed(UUID().uuidString.lowercased())
            let context = library.context(for: draft, history: [], sent: [], learned: learned)
            return Arrival(
                judged: JudgedClaim(draft, in: context, by: judgements), written: WrittenDraft(draft),
                people: ReferenceEntry.all(importedWith: draft, on: parsing.today), title: title, origins: origins)
        }
    }
}
