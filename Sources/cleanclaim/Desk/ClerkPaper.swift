import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Workstation

extension Clerk {
    func previewed(_ kind: Preview, _ draft: ClaimDraft) -> Action {
        switch kind {
        case .summary: .previewed(title: kind.rawValue, lines: summary(of: draft).pages.flatMap(\.lines))
        case .cms1500: .previewed(title: kind.rawValue, lines: CMS1500.preview(of: draft, lettering: lettering))
        }
    }

    func printed(_ draft: ClaimDraft, on target: PrintTarget) -> [Action] {
        let text = summary(of: draft).text
        switch target {
        case .printer:
            printing.start(text)
            return [.said("The summary goes to the printer.")]
        case .file(let name):
            let path = NSString(string: name).expandingTildeInPath
            do throws(OutputFault) {
                try writeFile(Array(text.utf8), to: path, replacing: false)
                return [.said("The summary is in \(path).")]
            } catch {
                return [.said(error.words)]
            }
        }
    }

    private func summary(of draft: ClaimDraft) -> Summary {
        let context = context(for: draft, history: history(of: draft))
        let findings = around.findings(on: draft, in: context)
        let record = open.flatMap { $0.record.id == draft.id ? $0.record : nil }
        return Summary(
            of: draft, findings: findings, in: context, revision: record?.revision,
            status: record?.status ?? Verdict(of: findings, on: draft).status,
            style: Summary.Style(lettering: lettering))
    }
}
