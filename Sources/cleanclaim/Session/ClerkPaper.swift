import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Workstation

extension Clerk {
    func previewed(_ kind: Preview, _ draft: ClaimDraft) throws(StoreFault) -> Action {
        let lines: [String]
        switch kind {
        case .changes:
            let versions = try office.versions(of: draft, status: record(of: draft)?.status)
            guard versions.count > 0 else {
                return .said(
                    "No earlier version yet: one is kept when the claim is submitted, gets a payer response, or is corrected."
                )
            }
            lines = versions.lines(glyphs)
        case .summary: lines = try self.lines(.summary, of: draft)
        case .cms1500: lines = CMS1500.preview(of: draft, glyphs: glyphs)
        case .professional:
            lines = try office.professionalText(of: draft, status: record(of: draft)?.status, glyphs)
        case .arrived: lines = ArrivedText.lines(of: draft, in: office.parsing, glyphs: glyphs)
        case .query: lines = try self.lines(.query, of: draft)
        }
        return .previewed(kind, lines: lines)
    }

    /// Prints the open claim as it is on the screen: off the loop, but for a text file, which takes no time.
    func printed(
        _ draft: ClaimDraft, _ paperwork: Paperwork, on target: PrintTarget
    ) throws(StoreFault) -> [Action] {
        let target = whole(target)
        if let taken = taken(target, paperwork) { return [taken] }
        let run = PaperRun(options(paperwork), isDrawn: target.isDrawn)
        let claim = NamedClaim(draft, record: record(of: draft), in: office)
        let name = "the \(paperwork.title)"
        let done = noting(paperwork)
        if case .file = target, !target.isDrawn {
            let said = Action.said(run.put(claim, on: target, as: name, then: done))
            return paperwork == .statement ? [said, .storeChanged] : [said]
        }
        printing.start { run.put(claim, on: target, as: name, then: done) }
        guard case .printer = target else { return [.said("Drawing \(name) …")] }
        return used(target) + [.said("Printing \(name).")]
    }

    /// Prints stored claims in one run, off the loop; those that are not saved are printed as they were keyed.
    func printed(_ claims: [String], _ paperwork: Paperwork, on target: PrintTarget) -> [Action] {
        let target = whole(target)
        if let taken = taken(target, paperwork) { return [taken] }
        let (office, keyed) = (self.office, unsaved.mapValues(\.record))
        let (options, isDrawn) = (options(paperwork), target.isDrawn)
        let done = noting(paperwork)
        printing.start {
            let run = office.paperRun(of: claims, asKeyed: keyed, options, isDrawn: isDrawn)
            guard run.count > 0 else { return "Nothing printed. \(run.notices)" }
            return run.put(on: target, as: "\(counted(run.count, "claim")) (\(paperwork.title))", then: done)
        }
        return used(target) + [.said("Printing \(counted(claims.count, "claim")) (\(paperwork.title)) …")]
    }

    /// Writes a table to a new file, off the loop.
    func write(_ table: WorklistTable, to file: String) -> Action {
        let path = office.library.folders.path(file)
        let writer = self.writer
        printing.start {
            defer { writer.wakeUp.signal() }
            do {
                try writeFile(to: path) { add in try table.writeCSV { try add(Array($0.utf8)) } }
                return "Wrote \(counted(table.count, "claim")) to \(path)."
            } catch {
                return (error as? OutputFault)?.message ?? "\(error)"
            }
        }
        return .said("Writing \(counted(table.count, "claim")) …")
    }

    /// Notes on the claims that their statements are printed.
    ///
    /// - Returns: gives what kept it from being noted, in a sentence.
    private func noting(_ paperwork: Paperwork) -> @Sendable (PaperRun) -> String? {
        guard paperwork == .statement else { return { _ in nil } }
        let office = self.office
        return { run in
            do throws(StoreFault) { try office.noteStatements(of: run.stored) } catch {
                return "It is not noted on the claim: \(error)"
            }
            return nil
        }
    }

    /// With the file's path as it was meant.
    private func whole(_ target: PrintTarget) -> PrintTarget {
        guard case .file(let file, let replaces) = target else { return target }
        return .file(office.library.folders.path(file), replaces: replaces)
    }

    /// Asks where a file of that name is there.
    private func taken(_ target: PrintTarget, _ paperwork: Paperwork) -> Action? {
        guard case .file(let file, replaces: false) = target, isTaken(file) else { return nil }
        return .fileExists(paperwork, file)
    }

    private func options(_ paperwork: Paperwork) -> ClaimPaper.Options {
        var style = form
        style.hasGrid = paperwork == .plainCMS1500
        return ClaimPaper.Options(form: paperwork.form, style: style)
    }

    /// As a preview shows it.
    private func lines(_ paperwork: Paperwork, of draft: ClaimDraft) throws(StoreFault) -> [String] {
        var options = options(paperwork)
        options.style.glyphs = glyphs
        return try NamedClaim(draft, record: record(of: draft), in: office).paper(options).lines
    }
}

extension PaperRun {
    /// Lays a claim out, and writes or prints it.
    fileprivate func put(
        _ claim: NamedClaim, on target: PrintTarget, as name: String, then done: (PaperRun) -> String?
    ) -> String {
        var run = self
        do throws(StoreFault) { try run.add(claim) } catch { return error.description }
        return run.put(on: target, as: name, then: done)
    }

    /// Writes or prints it.
    ///
    /// - Parameters:
    ///   - name: what it is, in a sentence.
    ///   - note: what is done once it is written or printed; it returns what there is to say of it.
    /// - Returns: what became of it.
    fileprivate func put(on target: PrintTarget, as name: String, then note: (PaperRun) -> String?) -> String {
        var sentences: [String] = []
        switch target {
        case .printer(let printer, _):
            let outcome = print(on: Printer(name: printer))
            sentences = [outcome.message.hasSuffix(".") ? outcome.message : outcome.message + "."]
            if outcome.isPrinted { sentences += [note(self)].compactMap(\.self) }
        case .file(let file, let replaces):
            do throws(OfficeFault) {
                try write(to: file, replaces: replaces)
                sentences = ["Wrote \(name) to \(file)."] + [note(self)].compactMap(\.self)
            } catch {
                return error.message
            }
        }
        return (sentences + [notices].filter { !$0.isEmpty }).joined(separator: " ")
    }

    /// What is not printed, or not as it is, in as much as fits below a screen.
    fileprivate var notices: String {
        let names = leftOut.prefix(3).map(\.text).joined(separator: ", ") + (leftOut.count > 3 ? ", …" : "")
        let missing =
            leftOut.isEmpty ? [] : ["Not printed: \(leftOut.count > 3 ? "\(leftOut.count) claims: " : "")\(names)."]
        let more = lossTexts.count > 2 ? ["\(lossTexts.count - 2) more like these."] : []
        return (missing + lossTexts.prefix(2) + more).joined(separator: " ")
    }
}

extension PrintTarget {
    /// Whether the pages are drawn.
    fileprivate var isDrawn: Bool {
        switch self {
        case .printer(_, let isDrawn): isDrawn
        case .file(let file, _): PDFProgram.isNamed(by: file)
        }
    }
}

/// The printers to choose from.
extension Clerk {
    /// The preference that remembers the printer.
    static let printerName = "printer"
    /// The preference that remembers whether pages are drawn for the printer; nothing means text.
    static let drawnName = "printer-drawn"

    /// Asks the system for its printers, off the loop.
    func listPrinters() {
        guard !listing.isRunning else { return }
        listing.start { PrinterList.current() }
    }

    func found(_ list: PrinterList) -> Printers {
        (printers.names, printers.fault) = (list.names, list.fault)
        return printers
    }

    /// Remembers the printer, which is then the first of the list, and whether it got text or drawn pages.
    private func used(_ target: PrintTarget) -> [Action] {
        guard case .printer(let name, let isDrawn) = target else { return [] }
        guard (name, isDrawn) != (printers.chosen, printers.isDrawn) else { return [.printers(printers)] }
        (printers.chosen, printers.isDrawn) = (name, isDrawn)
        let store = office.store
        if !store.isReadOnly {
            writer.start {
                try? store.setPreference(Clerk.printerName, to: name)
                try? store.setPreference(Clerk.drawnName, to: isDrawn ? "yes" : nil)
                return []
            }
        }
        return [.printers(printers)]
    }
}

extension Paperwork {
    fileprivate var form: ClaimPaper.Form {
        switch self {
        case .summary: .summary
        case .query: .query
        case .statement: .statement
        case .cms1500, .plainCMS1500: .cms1500
        case .authorizationPacket: .packet(.authorization)
        case .attachmentPacket: .packet(.attachment)
        case .appealPacket: .packet(.appeal)
        }
    }
}
