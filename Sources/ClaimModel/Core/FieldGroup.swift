/// Fields that belong together on a form, in the order in which they are keyed.
package struct FieldGroup: Identifiable, Hashable, Sendable {
    package let title: String
    /// The fields of one screen line each; a form may break a line that is too wide.
    package let lines: [[Field]]
    /// What the office keeps a file of, where the group describes such a thing.
    package let reference: ReferenceKind?
    /// Whether it is of one patient and no other: gone once the claim becomes another patient's.
    package let isPersonal: Bool

    package var id: String { title }
    package var fields: [Field] { lines.flatMap { $0 } }

    init(_ title: String, reference: ReferenceKind? = nil, isPersonal: Bool = false, _ lines: [[Field]]) {
        self.title = title
        self.lines = lines
        self.reference = reference
        self.isPersonal = isPersonal
    }

    func without(_ field: Field) -> FieldGroup {
        FieldGroup(title, reference: reference, isPersonal: isPersonal, lines.map { $0.filter { $0 != field } })
    }
}

extension FieldGroup {
    /// Every group of the Claim screen, in its order.
    package static let claim: [FieldGroup] = [
        .identity, .patient, .payer, .subscriber, .treatment, .signatures, .accident, .careDates, .otherInsurance,
        .thirdPlan, .adjudication, .secondaryAdjudication, .billingProvider, .payTo, .renderingProvider,
        .referringProvider, .serviceFacility, .ambulance,
        .authorization, .benefits,
    ]
    /// Each of them says who somebody is: none of its fields goes with another one's.
    package static let providers: [FieldGroup] = [
        .billingProvider, .renderingProvider, .referringProvider, .serviceFacility,
    ]
    /// Every group that the Documentation screen shows above its lists.
    package static let documentation: [FieldGroup] = [.chart, .safety]
    /// What repeats: one group a row.
    package static let rows: [FieldGroup] = [
        .diagnosis, .serviceLine, .drug, .ndc, .carried, .trial, .score, .attachment,
    ]

    package static let all: [FieldGroup] =
        claim + documentation + rows + [
            .submitter, .payerContact, .shelfDetails, .entryName, .entryText, .carriedClaim,
        ]
}

extension Field {
    /// Every field of a claim, in the order of the screens.
    public static let all: [Field] = {
        var seen: Set<Field> = []
        return FieldGroup.all.flatMap(\.fields).filter { seen.insert($0).inserted }
    }()

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// The field with this id, such as `billing.npi`; `nil` where there is none.
    public static func named(_ id: String) -> Field? { byID[id] }
}

extension Field {
    private static let personal = Set(FieldGroup.all.filter(\.isPersonal).flatMap(\.fields))

    /// Whether it holds what is of one patient and no other: coverage, authorization, documentation, scores, notes.
    package var isPersonal: Bool { identity == .freeText || Field.personal.contains(self) }
}

extension Field {
    private static let positions = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })

    /// Where the field is in the order of the screens.
    public var position: Int { Field.positions[self] ?? .max }
}
