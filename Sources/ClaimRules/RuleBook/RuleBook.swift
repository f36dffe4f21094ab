import TextKit

/// The chapters of the rule book, in the order of the screens.
@resultBuilder
enum ChapterBuilder {
    static func buildBlock(_ rules: Rule...) -> [Rule] { rules }
}

/// Rules that belong together.
public struct Chapter: Sendable {
    /// As the reference page has it.
    public let title: String
    /// In the order of the page.
    public let rules: [Rule]

    init(_ title: String, @ChapterBuilder _ rules: () -> [Rule]) {
        self.title = title
        self.rules = rules()
    }
}

extension Rule {
    /// Every rule, in the order of the book.
    public static let all: [Rule] = Chapter.all.flatMap(\.rules)

    /// The rules that are evaluated one by one; the rule on unreadable entries reports after them.
    static let evaluated: [Rule] = all.filter { $0.scope.isEvaluated && $0.id != unreadableEntry.id }

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    private static let chapters = Dictionary(
        uniqueKeysWithValues: Chapter.all.flatMap { chapter in chapter.rules.map { ($0.id, chapter.title) } })

    /// The title of the rule's chapter.
    public var chapter: String? { Rule.chapters[id] }

    /// The rule with this id, in capital or small letters: `pv-001`; `nil` where there is none.
    public static func named(_ id: String) -> Rule? { byID[id.uppercased()] }

    /// The rule that a person means who types its id without the hyphen or the zeros: `nd4` is ND-004.
    public static func meant(by text: String) -> Rule? {
        guard let match = text.uppercased().wholeMatch(of: /([A-Z]{2,3})-?([0-9]{1,3})/) else { return nil }
        return byID["\(match.1)-\(match.2.aligned(to: 3, with: "0"))"]
    }
}

extension Chapter {
    /// Every chapter, in the order of the book.
    public static let all: [Chapter] = [
        .patient,
        .circumstances,
        .insured,
        .consistency,
        .otherPayer,
        .earlierDecisions,
        .payer,
        .coverage,
        .policy,
        .publicPrograms,
        .provider,
        .providerPlace,
        .hospitalAndTransport,
        .therapyAndEquipment,
        .authorization,
        .diagnosis,
        .diagnosisNotes,
        .indication,
        .exclusions,
        .serviceLine,
        .procedureCode,
        .codePairs,
        .nationalEdits,
        .wrongTrack,
        .administration,
        .modifier,
        .modifierPairs,
        .drug,
        .drugIdentification, .drugListing,
        .dose,
        .timing,
        .documentation,
        .scores,
        .resubmission,
        .sentBefore,
        .transport,
        .paper,
        .institutional,
    ]
}
