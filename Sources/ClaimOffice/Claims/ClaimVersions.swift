public import ClaimExchange
public import ClaimModel
public import ClaimStore
public import TextKit

/// A claim with its kept versions: those that were submitted, and those that were answered or corrected.
public struct ClaimVersions: Sendable {
    private let kept: [Version]
    private let draft: ClaimDraft
    private let status: ClaimStatus?

    private struct Version: Sendable {
        let draft: ClaimDraft
        let status: ClaimStatus
        let day: Day
        let interchange: Int?
    }

    init(of draft: ClaimDraft, status: ClaimStatus?, in office: Office) throws(StoreFault) {
        let (store, parsing) = (office.store, office.parsing)
        let submitted = try store.sentVersions(of: draft.id, in: parsing).map {
            Version(draft: $0.draft, status: .submitted, day: $0.day, interchange: $0.interchange)
        }
        let versions = try store.versions(of: draft.id, in: parsing).map {
            Version(draft: $0.draft, status: $0.status, day: Today.day(of: $0.keptAt), interchange: nil)
        }
        let others = versions.filter { other in !submitted.contains { $0.draft == other.draft } }
        kept = (submitted + others).enumerated()
            .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
        self.draft = draft
        self.status = status
    }

    public var count: Int { kept.count }

    /// The number of the latest submitted version, else of the latest version; 0 if there is none.
    public var latest: Int { (kept.lastIndex { $0.interchange != nil } ?? count - 1) + 1 }

    /// Two versions by number from 1; the number after the last is the claim as it is now.
    public func report(from earlier: Int, to later: Int) -> VersionReport {
        VersionReport(of: draft(of: later), side(of: later), from: draft(of: earlier), side(of: earlier))
    }

    /// The claim compared with its submitted version, then each version with the one before it, the latest first.
    public func lines(_ glyphs: Glyphs) -> [String] {
        guard count > 0 else { return [] }
        return (1..<count).reversed().reduce(report(from: latest, to: count + 1).lines(glyphs)) { lines, number in
            lines + ["", ""] + report(from: number, to: number + 1).lines(glyphs)
        }
    }

    private func draft(of number: Int) -> ClaimDraft { number > count ? draft : kept[number - 1].draft }

    private func side(of number: Int) -> VersionReport.Side {
        guard number <= count else { return VersionReport.Side("now", status: status?.rawValue) }
        let version = kept[number - 1]
        return VersionReport.Side(
            "version \(number)", status: version.status.rawValue, keptOn: version.day, interchange: version.interchange)
    }
}

extension Office {
    /// - Parameter status: the claim's status; `nil` for one that is not in the store yet.
    public func versions(of draft: ClaimDraft, status: ClaimStatus?) throws(StoreFault) -> ClaimVersions {
        try ClaimVersions(of: draft, status: status, in: self)
    }
}
