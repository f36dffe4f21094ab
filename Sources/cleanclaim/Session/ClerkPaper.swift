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
        case .summary: lines = try paper(.summary, of: draft).lines
        case .cms1500: lines = CMS1500.preview(of: draft, glyphs: glyphs)
        case .professional:
            lines = try office.professionalText(of: draft, status: record(of: draft)?.status, glyphs)
        case .arrived: lines = ArrivedText.lines(of: draft, in: office.parsing, glyphs: glyphs)
        case .query: lines = try paper(.query, of: draft).lines
        }
        return .previewed(kind, lines: lines)
    }

    func printed(
        _ draft: ClaimDraft, _ paperwork: Paperwork, on target: PrintTarget
    ) throws(StoreFault) -> [Action] {
        let paper = try paper(paperwork, of: draft)
        switch target {
        case .printer(let name):
            let (text, kind) = (paper.text, paperwork.form.hasForm ? Printer.Kind.form : .pages)
            printing.start { Printer(name: name).print(Array(text.utf8), kind).message }
            let message = ["Printing the \(paperwork.title)."] + paper.losses(isDrawn: false)
            return [.printers(used(name)), .said(message.joined(separator: " "))]
        case .file(let file, let replaces):
            let path = NSString(string: file).expandingTildeInPath
            guard replaces || !isTaken(path) else { return [.fileExists(paperwork, path)] }
            return [written(paper, paperwork, to: path, replaces: replaces)].compactMap { $0 }
        }
    }

    /// Writes the text at once; a PDF is drawn by another program, off the loop.
    private func written(_ paper: ClaimPaper, _ paperwork: Paperwork, to path: String, replaces: Bool) -> Action? {
        let isPDF = path.lowercased().hasSuffix(".pdf")
        let done = ["Wrote the \(paperwork.title) to \(path)."] + paper.losses(isDrawn: isPDF)
        let message = done.joined(separator: " ")
        guard isPDF else {
            do throws(OutputFault) {
                try writeFile(Array(paper.text.utf8), to: path, replaces: replaces)
                return .said(message)
            } catch {
                return .said(error.message)
            }
        }
        let sheets = paper.sheets
        printing.start {
            do {
                try writeFile(try PDFProgram.pdf(of: sheets), to: path, replaces: replaces)
                return message
            } catch let fault as OutputFault {
                return fault.message
            } catch {
                return (error as? OfficeFault)?.message ?? "\(path) could not be written."
            }
        }
        return nil
    }

    private func paper(_ paperwork: Paperwork, of draft: ClaimDraft) throws(StoreFault) -> ClaimPaper {
        let record = record(of: draft)
        var style = form
        if !paperwork.form.hasForm { style.glyphs = glyphs }
        style.hasGrid = paperwork == .plainCMS1500
        return ClaimPaper(
            of: try office.judge(draft, status: record?.status), status: record?.status, revision: record?.revision,
            answers: try office.store.answers(to: draft.id), ClaimPaper.Options(form: paperwork.form, style: style))
    }
}

/// The printers to choose from.
extension Clerk {
    /// The preference that remembers the printer.
    static let printerName = "printer"

    /// Asks the system for its printers, off the loop.
    func listPrinters() {
        guard !listing.isRunning else { return }
        listing.start { PrinterList.current() }
    }

    func found(_ list: PrinterList) -> Printers {
        (printers.names, printers.fault) = (list.names, list.fault)
        return printers
    }

    /// Remembers the printer, which is then the first of the list.
    private func used(_ name: String?) -> Printers {
        guard name != printers.chosen else { return printers }
        printers.chosen = name
        let store = office.store
        if !store.isReadOnly {
            writer.start {
                try? store.setPreference(Clerk.printerName, to: name)
                return []
            }
        }
        return printers
    }
}

extension Paperwork {
    fileprivate var form: ClaimPaper.Form {
        switch self {
        case .summary: .summary
        case .query: .query
        case .cms1500, .plainCMS1500: .cms1500
        case .authorizationPacket: .packet(.authorization)
        case .attachmentPacket: .packet(.attachment)
        case .appealPacket: .packet(.appeal)
        }
    }
}
