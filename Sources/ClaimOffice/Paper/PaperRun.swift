public import ClaimModel
public import ClaimStore
import PaperSheet
import TextKit

/// Claims that are printed in one run, each on pages of its own: as text, or drawn, as a PDF.
public struct PaperRun: Sendable {
    private let options: ClaimPaper.Options
    private let isDrawn: Bool
    private var texts: [String] = []
    private var sheets: [Sheet] = []
    private var losses: [Loss] = []
    /// How many claims are printed.
    public private(set) var count = 0
    /// The ids of those that are stored.
    public private(set) var stored: [String] = []
    /// The claims that are not, in the order in which they were asked for.
    public private(set) var leftOut: [LeftOut] = []

    /// A claim that cannot be printed.
    public struct LeftOut: Hashable, Sendable {
        /// Its account number, or its row of the database.
        public let name: String
        /// Without a final period: `damaged in the database`.
        public let reason: String

        /// `C-1003 (damaged in the database)`.
        public var text: String { "\(name) (\(reason))" }
    }

    private struct Loss {
        let name: String
        let text: String
    }

    /// Without a claim yet.
    ///
    /// - Parameter isDrawn: whether the pages are drawn; `PDFProgram` draws them.
    public init(_ options: ClaimPaper.Options, isDrawn: Bool) {
        self.options = options
        self.isDrawn = isDrawn
    }

    /// Lays out one more claim; its printing is recorded before.
    public mutating func add(_ claim: NamedClaim) throws(StoreFault) {
        var options = options
        options.trail = try claim.notePrinting()
        let paper = try claim.paper(options)
        if isDrawn { sheets += paper.sheets } else { texts.append(paper.text) }
        losses += paper.losses(isDrawn: isDrawn).map { Loss(name: claim.draft.name, text: $0) }
        count += 1
        if let record = claim.record { stored.append(record.id) }
    }

    mutating func leaveOut(_ name: String, _ fault: StoreFault) {
        leftOut.append(LeftOut(name: name, reason: fault.paperReason))
    }

    /// What of the forms is not printed as it is, a sentence each, with the claim where there are several.
    public var lossTexts: [String] { losses.map { count > 1 ? "\($0.name): \($0.text)" : $0.text } }

    /// What is written or printed: text with form feeds between the claims, or one PDF.
    public func bytes() throws(OfficeFault) -> [UInt8] {
        isDrawn ? try PDFProgram.pdf(of: sheets) : Array(texts.joined(separator: "\u{0C}").utf8)
    }

    /// Writes a file.
    ///
    /// - Parameter replaces: whether it may take the place of another one.
    public func write(to path: String, replaces: Bool) throws(OfficeFault) {
        let bytes = try bytes()
        do throws(OutputFault) {
            try writeFile(bytes, to: path, replaces: replaces)
        } catch {
            throw OfficeFault(error.message)
        }
    }

    /// Prints, and waits until `lp` has accepted it.
    public func print(on printer: Printer) -> Printer.Outcome {
        do throws(OfficeFault) {
            return printer.print(try bytes(), isDrawn ? .document : options.form.hasForm ? .form : .pages)
        } catch {
            return .refused(error.message)
        }
    }
}

extension StoreFault {
    /// Why a claim is not printed, in a few words.
    fileprivate var paperReason: String {
        switch self {
        case .damagedRow, .broken: "damaged in the database"
        case .missing: "deleted"
        default: "the database cannot be read"
        }
    }
}

extension NamedClaim {
    /// The claim on paper.
    public func paper(_ options: ClaimPaper.Options) throws(StoreFault) -> ClaimPaper {
        ClaimPaper(
            of: try judged(), status: status, revision: record?.revision, answers: try answers(),
            summary: try summary(), options)
    }
}

extension Office {
    /// Lays out stored claims; one that cannot be read is named and left out, the others are printed.
    ///
    /// - Parameters:
    ///   - ids: the claims in their order.
    ///   - keyed: claims that are not saved as they were keyed last, by id.
    public func paperRun(
        of ids: [String], asKeyed keyed: [String: ClaimRecord] = [:], _ options: ClaimPaper.Options, isDrawn: Bool
    ) -> PaperRun {
        var run = PaperRun(options, isDrawn: isDrawn)
        var names: [String: String]?
        for id in ids {
            do throws(StoreFault) {
                let record = if let record = keyed[id] { record } else { try store.claim(id, in: parsing) }
                guard !record.isDeleted else { throw .missing }
                try run.add(NamedClaim(record, in: self))
            } catch {
                let known = names ?? accountNumbers
                names = known
                run.leaveOut(known[id] ?? id, error)
            }
        }
        return run
    }

    private var accountNumbers: [String: String] {
        let claims = (try? store.claims(includingDeleted: true)) ?? []
        return Dictionary(claims.map { ($0.id, $0.account) }) { first, _ in first }
    }

    /// Lays out every stored claim with a status, in the order in which they were begun; damaged rows are named.
    public func paperRun(
        of status: ClaimStatus, _ options: ClaimPaper.Options, isDrawn: Bool
    ) throws(OfficeFault) -> PaperRun {
        do throws(StoreFault) {
            let list = try store.list()
            let ids = list.claims.reversed().filter { $0.status == status }.map(\.id)
            var run = paperRun(of: ids, options, isDrawn: isDrawn)
            for row in list.damaged { run.leaveOut("Row \(row)", .damagedRow(row)) }
            return run
        } catch {
            throw OfficeFault(error)
        }
    }
}
