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
        case .summary: lines = try paper(.summary, of: draft).pages.flatMap(\.lines)
        case .cms1500: lines = CMS1500.preview(of: draft, glyphs: glyphs)
        case .professional:
            lines = try office.professionalText(of: draft, status: record(of: draft)?.status, glyphs)
        case .arrived: lines = ArrivedText.lines(of: draft, in: office.parsing, glyphs: glyphs)
        case .query: lines = try paper(.query, of: draft).pages.flatMap(\.lines)
        }
        return .previewed(kind, lines: lines)
    }

    func printed(
        _ draft: ClaimDraft, _ paperwork: Paperwork, on target: PrintTarget
    ) throws(StoreFault) -> [Action] {
        let paper = try paper(paperwork, of: draft)
        let (name, text, cut) = (paperwork.title, paper.text, paper.cutBoxes)
        let loss =
            cut.isEmpty ? "" : " Box \(cut.joined(separator: ", ")): too long. Text is cut; a number is left blank."
        switch target {
        case .printer:
            let kind = paperwork == .cms1500 ? Printer.Kind.form : .pages
            printing.start { Printer().print(Array(text.utf8), kind).message }
            return [.said("Printing the \(name).\(loss)")]
        case .file(let file):
            let path = NSString(string: file).expandingTildeInPath
            do throws(OutputFault) {
                try writeFile(Array(text.utf8), to: path)
                return [.said("Wrote the \(name) to \(path).\(loss)")]
            } catch {
                return [.said(error.message)]
            }
        }
    }

    private func paper(_ paperwork: Paperwork, of draft: ClaimDraft) throws(StoreFault) -> ClaimPaper {
        let record = record(of: draft)
        var style = form
        if paperwork != .cms1500 { style.glyphs = glyphs }
        return ClaimPaper(
            of: try office.judge(draft, status: record?.status), status: record?.status, revision: record?.revision,
            ClaimPaper.Options(form: paperwork.form, style: style))
    }
}

extension Paperwork {
    fileprivate var form: ClaimPaper.Form {
        switch self {
        case .summary: .summary
        case .query: .query
        case .cms1500: .cms1500
        }
    }

    /// Its name in messages.
    fileprivate var title: String {
        switch self {
        case .summary: "summary"
        case .query: "provider query"
        case .cms1500: "CMS-1500"
        }
    }
}
