public import ClaimExchange
public import ClaimModel
public import ClaimStore

/// An office at work: its claims, what they are judged by, and between whom they go.
///
/// A verb does one piece of the office's work and returns what came of it; it neither prints nor asks. Whatever door a
/// claim comes through, a command or the desk, it comes to the same verb:
///
/// | verb | in |
/// |---|---|
/// | `judge`, `context` | Judging |
/// | `find`, `open`, `begin`, `save`, `beginSecondary`, `correct`, `versions` | Claims |
/// | `worklist`, `overrides`, `readyClaims` | Listing |
/// | `submit`, `recover` | Submitting |
/// | `importDrafts`, and what reads a file claim by claim: `ProfessionalImport`, `RowImport` | Importing |
/// | `AnswerIntake`, answer by answer | Answers |
/// | `ClaimPaper`, `professionalText` | Paper |
public struct Office: Sendable {
    public let store: ClaimStore
    public var library: OfficeLibrary
    /// Between whom claim files go; `nil` until the configuration says it.
    public var parties: InterchangeParties?

    public init(_ store: ClaimStore, library: OfficeLibrary, parties: InterchangeParties? = nil) {
        self.store = store
        self.library = library
        self.parties = parties
    }

    /// Opens the store of the library's folders.
    public init(library: OfficeLibrary, parties: InterchangeParties? = nil) throws(StoreFault) {
        self.init(try ClaimStore(folder: library.folders.data), library: library, parties: parties)
    }

    public var parsing: ParsingContext { library.parsing }
}
