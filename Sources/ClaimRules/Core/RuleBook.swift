/// The chapters of the rule book, in the order of the screens.
@resultBuilder
enum ChapterBuilder {
    static func buildBlock(_ rules: Rule...) -> [Rule] { rules }
}

/// Rules that belong together.
struct Chapter: Sendable {
    let title: String
    let rules: [Rule]

    init(_ title: String, @ChapterBuilder _ rules: () -> [Rule]) {
        self.title = title
        self.rules = rules()
    }
}

extension Rule {
    /// Every rule, in the order of the book.
    public static let all: [Rule] = Chapter.all.flatMap(\.rules) + [.unreadableEntry]

    static let evaluated: [Rule] = Chapter.all.flatMap(\.rules).filter { $0.scope != .institutional }

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    public static func named(_ id: String) -> Rule? { byID[id.uppercased()] }
}

extension Chapter {
    static let all: [Chapter] = [
        .patient,
        .insured,
        .otherPayer,
        .payer,
        .coverage,
        .provider,
        .providerPlace,
        .authorization,
        .diagnosis,
        .diagnosisNotes,
        .indication,
        .exclusions,
        .serviceLine,
        .procedureCode,
        .codePairs,
        .wrongTrack,
        .administration,
        .modifier,
        .drug,
        .drugIdentification,
        .dose,
        .timing,
        .documentation,
        .scores,
        .resubmission,
        .institutional,
    ]
}
