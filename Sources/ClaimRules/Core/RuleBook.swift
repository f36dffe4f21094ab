/// The chapters of the rule book, in the order of the screens.
@resultBuilder
enum ChapterBuilder {
    static func buildBlock(_ rules: Rule...) -> [Rule] { rules }
}

/// Rules that belong together.
public struct Chapter: Sendable {
    public let title: String
    public let rules: [Rule]

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
    /// Every chapter, in the order of the book.
    public static let all: [Chapter] = [
        .patient,
        .circumstances,
        .insured,
        .otherPayer,
        .payer,
        .coverage,
        .publicPrograms,
        .provider,
        .providerPlace,
        .authorization,
        .diagnosis,
        .diagnosisNotes,
        .patientDiagnosis,
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
        .drugIdentification,
        .dose,
        .timing,
        .documentation,
        .scores,
        .resubmission,
        .transport,
        .institutional,
    ]
}
