public import ClaimModel

/// How well a setting is known, its source, and the date.
public struct Provenance: Hashable, Sendable {
    private let facts: Facts

    /// Kept once for all settings that share it.
    private final class Facts: Hashable, Sendable {
        let confidence: Confidence
        let source: String
        let date: SourceDate
        let verification: Verification?

        init(_ confidence: Confidence, _ source: String, _ date: SourceDate, _ verification: Verification?) {
            self.confidence = confidence
            self.source = source
            self.date = date
            self.verification = verification
        }

        static func == (left: Facts, right: Facts) -> Bool {
            left === right
                || left.confidence == right.confidence && left.source == right.source && left.date == right.date
                    && left.verification == right.verification
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(confidence)
            hasher.combine(source)
            hasher.combine(date)
        }
    }

    /// - Parameter verification: who has checked it against the payer's own document; `nil` where nobody has.
    public init(confidence: Confidence, source: String, date: SourceDate, verification: Verification? = nil) {
        facts = Facts(confidence, source, date, verification)
    }

    /// How well it is known.
    public var confidence: Confidence { facts.confidence }
    /// A document, a letter, or a call with its reference.
    public var source: String { facts.source }
    /// The day of the source: of the document, the letter or the call.
    public var date: SourceDate { facts.date }
    /// Who has checked it, and when.
    public var verification: Verification? { facts.verification }

    /// `BCBSMA billing page, 08/21/2023`.
    public var text: String { "\(source), \(date.text)" }
}

/// How well a setting is known.
public enum Confidence: String, CaseIterable, Hashable, Sendable {
    /// Read in the payer's own document and checked.
    case verified
    /// What the payer's published article states, without being its billing instruction.
    case stated
    /// Nobody has checked it: it raises at most a warning, and the screen shows that.
    case unverified
}

/// Who has checked a setting against the payer's own document, and when.
public struct Verification: Hashable, Sendable {
    /// As they name themselves.
    public let by: String
    /// The day of the check.
    public let on: Day

    /// A check by one person on one day.
    public init(by: String, on: Day) {
        self.by = by
        self.on = on
    }

    /// `verified by L. Lead on 11/20/2026`.
    public var text: String { "verified by \(by) on \(on)" }
}

/// The day of a source as far as it is known: `2026-11-23`, `2026-11`, `2026`, `read 2026-11-23` where the document
/// itself has no date, or `undated`.
public struct SourceDate: Hashable, Sendable, CustomStringConvertible {
    /// In one of the forms above.
    public let description: String
    /// The last day that it can mean; `nil` where it is undated.
    public let lastDay: Day?

    /// `nil` where the text is none of the forms above.
    public init?(_ text: String) {
        if text == "undated" {
            self = .undated
            return
        }
        let written = text.hasPrefix("read ") ? text.dropFirst(5) : text[...]
        guard let day = SourceDate.lastDay(of: written) else { return nil }
        description = text
        lastDay = day
    }

    private init(undated: Void) {
        description = "undated"
        lastDay = nil
    }

    static let undated = SourceDate(undated: ())

    /// As screens and paper write dates: `11/23/2026`, `11/2026`, `2026`, `as of 11/23/2026`, `undated`.
    public var text: String {
        let isRead = description.hasPrefix("read ")
        let parts = description.dropFirst(isRead ? 5 : 0).split(separator: "-")
        return (isRead ? "as of " : "") + (parts.dropFirst() + parts.prefix(1)).joined(separator: "/")
    }

    static let forms = "2026-11-23, 2026-11, 2026, read 2026-11-23, or undated"

    private static func lastDay(of text: Substring) -> Day? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }),
            parts.first?.count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }), parts.count <= 3,
            let year = parts.first.flatMap({ Int($0) })
        else { return nil }
        if parts.count == 3 { return Day(iso: text) }
        let month = parts.count == 2 ? Int(parts[1]) ?? 0 : 12
        guard (1...12).contains(month) else { return nil }
        return Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
    }
}
