public import ClaimExchange
public import ClaimModel
public import ClaimStore

/// The office: its claims, what they are checked against, and the sender and receiver of its claim files.
///
/// A method does one piece of the office's work and returns the result; it neither prints nor asks. Commands and the
/// workstation call the same methods:
///
/// | method | in |
/// |---|---|
/// | `judge`, `context` | Judging |
/// | `find`, `open`, `begin`, `save`, `billNextPayer`, `correct`, `versions` | Claims |
/// | `worklist`, `overrides`, `readyClaims` | Listing |
/// | `preview`, `carryOut`, `undo` of an act on several claims, `openNext` | Bulk |
/// | `submit`, `recover` | Submitting |
/// | `importDrafts`, and for a file claim by claim: `ProfessionalImport`, `RowImport` | Importing |
/// | `AnswerIntake`, answer by answer | Answers |
/// | `Inbox`: list, take, import; `emptyFolders` | Inbox |
/// | `nextSteps`, `take`, `post`, `close`, `claims(in:)` | AfterAnswer |
/// | `history`, `trail` | Trail |
/// | `paperRun`, `ClaimPaper`, `professionalText`, `Printer` | Paper |
public struct Office: Sendable {
    public let store: ClaimStore
    public var library: OfficeLibrary
    /// Sender and receiver of claim files; `nil` until they are configured.
    public var parties: InterchangeParties?
    /// The rules that may be overridden on several claims with one reason, by id.
    public var bulkOverrides: Set<String> = []
    public var exchange: ExchangeFolders

    public init(
        _ store: ClaimStore, library: OfficeLibrary, parties: InterchangeParties? = nil,
        exchange: ExchangeFolders = ExchangeFolders()
    ) {
        self.exchange = exchange
        self.store = store
        self.library = library
        self.parties = parties
    }

    /// The name of who is signed in, which overrides, holds and notes carry.
    public var signedIn: String { store.keyring.signedIn?.name ?? "" }

    public var parsing: ParsingContext { library.parsing }
}
