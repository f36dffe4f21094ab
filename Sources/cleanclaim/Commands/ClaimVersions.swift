import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore

/// A claim as it stands with the versions of it that are kept.
struct ClaimVersions {
    /// The earliest first.
    let kept: [ClaimVersion]
    private let draft: ClaimDraft
    private let status: ClaimStatus?

    init(of draft: ClaimDraft, status: ClaimStatus?, kept: [ClaimVersion]) {
        self.draft = draft
        self.status = status
        self.kept = kept
    }

    /// - Parameters: numbers from 1; the one behind the last is what stands now.
    func report(from earlier: Int, to later: Int) -> VersionReport {
        let (before, after) = (version(earlier), version(later))
        return VersionReport(of: after.draft, after.side, from: before.draft, before.side)
    }

    /// Each version beside the one that followed it, the latest change first.
    func lines(_ lettering: Lettering) -> [String] {
        kept.indices.reversed().flatMap { index in
            report(from: index + 1, to: index + 2).lines(lettering) + (index > 0 ? ["", ""] : [])
        }
    }

    private func version(_ number: Int) -> (draft: ClaimDraft, side: VersionReport.Side) {
        guard kept.indices.contains(number - 1) else {
            return (draft, VersionReport.Side("now", status: status?.rawValue))
        }
        let version = kept[number - 1]
        return (
            version.draft,
            VersionReport.Side(
                "version \(number)", status: version.status.rawValue, keptOn: Today.day(of: version.keptAt))
        )
    }
}
