import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Workstation

extension Clerk {
    func previewed(_ kind: Preview, _ draft: ClaimDraft) -> Action {
        switch kind {
        case .summary: .previewed(kind, lines: paper(.summary, of: draft).pages.flatMap(\.lines))
        case .cms1500: .previewed(kind, lines: CMS1500.preview(of: draft, lettering: lettering))
        case .professional: .previewed(kind, lines: professional(draft))
        case .query: .previewed(kind, lines: paper(.query, of: draft).pages.flatMap(\.lines))
        case .changes: changes(of: draft)
        }
    }

    private func changes(of draft: ClaimDraft) -> Action {
        do throws(StoreFault) {
            let record = open.flatMap { $0.record.id == draft.id ? $0.record : nil }
            let versions = try ClaimVersions(of: draft, status: record?.status, in: store, parsing)
            guard versions.count > 0 else {
                return .said(
                    "No earlier version yet: one is kept when the claim is submitted, answered or corrected."
                )
            }
            return .previewed(.changes, lines: versions.lines(lettering))
        } catch {
            return .said(error.description)
        }
    }

    /// The 837P with the number that the next file gets.
    private func professional(_ draft: ClaimDraft) -> [String] {
        let findings = around.findings(on: draft, in: context(for: draft))
        let verdict = Verdict(of: findings, on: draft)
        var notice: [String] = []
        if !verdict.isClean {
            notice.append(
                "NOT READY: errors \(verdict.errors), open warnings \(verdict.warnings); no file takes it yet.")
        }
        if interchange == nil {
            notice.append("config.yaml does not say between whom claims go (interchange): shown without envelopes.")
        }
        let practice = try? store.practice(in: parsing)
        let number = (try? store.upcomingInterchangeNumber()) ?? 1
        return ProfessionalFile.preview(
            of: draft, from: practice?.submitter ?? Submitter(), between: interchange,
            stamp: Today.stamp(today, number: number), in: parsing, notice: notice, lettering: lettering)
    }

    func printed(_ draft: ClaimDraft, _ paperwork: Paperwork, on target: PrintTarget) -> [Action] {
        let paper = paper(paperwork, of: draft)
        let (name, text, cut) = (paperwork.title, paper.text, paper.cutBoxes)
        let loss = cut.isEmpty ? "" : " Not everything fits into box \(cut.joined(separator: ", "))."
        switch target {
        case .printer:
            let kind = paperwork == .cms1500 ? Printer.Kind.form : .pages
            printing.start { Printer().print(Array(text.utf8), kind).words }
            return [.said("The \(name) goes to the printer.\(loss)")]
        case .file(let file):
            let path = NSString(string: file).expandingTildeInPath
            do throws(OutputFault) {
                try writeFile(Array(text.utf8), to: path)
                return [.said("The \(name) is in \(path).\(loss)")]
            } catch {
                return [.said(error.words)]
            }
        }
    }

    /// The same papers as the command `print` makes.
    private func paper(_ paperwork: Paperwork, of draft: ClaimDraft) -> ClaimPaper {
        let record = open.flatMap { $0.record.id == draft.id ? $0.record : nil }
        let context = context(for: draft)
        let found = ClaimFinder.Found(
            draft: draft, status: record?.status, revision: record?.revision, history: context.history,
            sent: context.sent)
        var style = form
        if paperwork != .cms1500 { style.lettering = lettering }
        return ClaimPaper(of: found, form: paperwork.form, style: style, isMasked: false, around.on(today))
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

    /// What it is called where it is said what became of it.
    fileprivate var title: String {
        switch self {
        case .summary: "summary"
        case .query: "query to the provider"
        case .cms1500: "CMS-1500"
        }
    }
}
