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
        case .professional: .previewed(title: kind.rawValue, lines: professional(draft))
        }
    }

    /// The 837P with the number that the next file gets.
    private func professional(_ draft: ClaimDraft) -> [String] {
        let findings = around.findings(on: draft, in: context(for: draft, history: history(of: draft)))
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
