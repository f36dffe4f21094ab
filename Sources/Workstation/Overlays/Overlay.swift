import ClaimModel
import ClaimRules
import TerminalKit

/// What lies over the screen and takes the keys until it is answered or closed: a type of its own in a file of its own.
protocol Overlay: Sendable {
    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply

    /// Types a paste into it as one change; where nothing is typed, it does nothing.
    mutating func paste(_ text: String) -> Reply

    /// Works out what the last keys made stale, once before a frame.
    mutating func refresh(_ inputs: Inputs)

    /// The code sets have changed: what was read from them no longer holds.
    mutating func forget()

    /// The line for what must stay in sight.
    func noticeRow(_ parts: FrameParts) -> Int

    /// The cursor that it wants, and its keys in the footer, come with what it draws.
    func draw(on frame: inout Frame, message: String?, _ view: DeskView)
}

extension Overlay {
    mutating func paste(_ text: String) -> Reply { .stay() }
    mutating func refresh(_ inputs: Inputs) {}
    mutating func forget() {}
    func noticeRow(_ parts: FrameParts) -> Int { parts.noticeRow }
}

/// What a key makes of an overlay.
enum Reply: Sendable {
    case stay(String? = nil)
    case close(String? = nil)
    case become(any Overlay)
    /// It closes, and the screen below carries this out.
    case request(Request)
}

/// What is carried out when an overlay has been answered.
enum Request: Sendable {
    /// A fix of a finding.
    case apply(Fix)
    /// A line of a look-up.
    case enter(Fix)
    /// A patient from the file, in place of another one whose texts go.
    case enterPatient(Fix, emptying: [Place])
    case askProvider(Finding)
    case query(Finding, question: String)
    case override(Finding, reason: String)
    case payerAnswer(codes: String, status: ClaimStatus?)
    case resubmit(Correction)
    case resolve(VersionChoice)
    /// Asks for the open claim.
    case askForClaim(reason: String)
    case markReady
    case preview(Preview)
    /// These claims of the worklist.
    case choosePaper([String])
    case askPrint(Paperwork)
    case report(OfficeReport)
    case askReportTarget(OfficeReport)
    case printReport(OfficeReport, PrintTarget)
    /// Of the worklist as a table.
    case askListFile
    case writeList(to: String)
    case print(Paperwork, PrintTarget)
    case comment(id: String, text: String)
    /// Keeps the claim as a template of this name.
    case saveTemplate(String, replaces: Bool)
    case hold(id: String, reason: String)
    case delete(WorklistRow)
    case archive(WorklistRow)
    /// Lists the claims as a view says.
    case list(WorklistView)
    case askViewName
    case saveView(String)
    case deleteView(String)
    case arrange([WorklistColumn]?, Worklist.Order)
    /// Adds a term to the worklist's filter.
    case filter(String)
    case bulk(BulkStep)
    case submit(file: String, claims: Int)
    case readEligibility(String)
    /// A folder to list, or the file that was picked; `nil` for the folder to begin with.
    case pick(String?, FilePurpose)
    /// Takes a file although another one had the same interchange.
    case takeAgain(path: String)
    case importClaims(path: String, name: String, map: String?)
    /// Shows what the claims of a CSV file would become by a map.
    case offerImport(path: String, name: String, map: String)
    case chooseMap(path: String)
    case changeReferences(ReferenceChange, saying: String)
    case run(Command)
    case step(id: String, NextStep)
    case takeStep(id: String, OfficeStep)
    case showQueue(ClaimQueue)
    case showClose
    case go(Screen)
    case keys
    case leave
}
