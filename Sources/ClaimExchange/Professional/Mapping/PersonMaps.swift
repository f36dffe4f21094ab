import ClaimModel

/// The fields of a name, wherever they are.
struct PersonFields {
    var last: Field
    var first: Field
    var middle: Field?
    var number: Field?
    /// What `number` is: XX for an NPI, MI for a member, PI for a payer.
    var qualifier = "XX"
    /// Whether it is a person (1) or an organization (2); a person where no field says so.
    var entityType: Field?
}

extension SegmentMap {
    /// NM1 of a person: `NM1*82*1*OKAFOR*ANN****XX*1234567893`.
    static func person(
        _ loop: ProfessionalLoop, _ entity: String, _ fields: PersonFields, part: Part = .claim,
        required: Bool = false, applies: @escaping @Sendable (ClaimDraft) -> Bool = { _ in true }
    ) -> SegmentMap {
        var slots: [Slot] = [
            .usual(1, entity), fields.entityType.map(entityTypeSlot) ?? .usual(2, "1"),
            .field(3, fields.last, limit: 60, required: true), .field(4, fields.first, limit: 35),
        ]
        if let middle = fields.middle { slots.append(.field(5, middle, limit: 25)) }
        if let number = fields.number {
            slots += [
                .usual(8, fields.qualifier, with: 9),
                .field(9, number, required: required).waived { draft in
                    fields.entityType.map { draft.text(at: Place($0)) == EntityType.organization.code } ?? false
                },
            ]
        }
        return SegmentMap(
            loop: loop, name: "NM1", key: Key(1, [entity]), part: part, isRequired: required, applies: applies,
            slots: slots)
    }

    /// NM102, where a field says that it is an organization.
    private static func entityTypeSlot(_ field: Field) -> Slot {
        .usual(2) { source in
            source.draft.state(at: Place(field)).value ?? EntityType.person.code
        } read: { element, builder, _ in
            guard element.text != EntityType.person.code else { return }
            builder.type(element.text, at: Place(field))
        }
    }

    /// NM1 of an organization: `NM1*PR*2*MEDICAL MUTUAL*****PI*29076`.
    static func organization(
        _ loop: ProfessionalLoop, _ entity: String, name: Field, number: Field, qualifier: String,
        required: Bool = false, numberRequired: Bool = true,
        applies: @escaping @Sendable (ClaimDraft) -> Bool = { _ in true }
    ) -> SegmentMap {
        SegmentMap(
            loop: loop, name: "NM1", key: Key(1, [entity]), isRequired: required, applies: applies,
            slots: [
                .usual(1, entity), .usual(2, "2"), .field(3, name, limit: 60, required: true),
                .usual(8, qualifier, with: 9), .field(9, number, required: numberRequired),
            ])
    }

    /// N3 and N4.
    static func address(
        _ loop: ProfessionalLoop, _ fields: AddressFields, required: Bool = false,
        applies: @escaping @Sendable (ClaimDraft) -> Bool = { _ in true }
    ) -> [SegmentMap] {
        let country = Place(fields.country)
        return [
            SegmentMap(
                loop: loop, name: "N3", isRequired: required, applies: applies,
                slots: [.field(1, fields.street, limit: 55, required: true), .field(2, fields.secondLine, limit: 55)]),
            SegmentMap(
                loop: loop, name: "N4", isRequired: required, applies: applies,
                slots: [
                    .field(1, fields.city, limit: 30, required: true),
                    .field(2, fields.state, required: true).waived { !$0.text(at: country).isEmpty },
                    .field(3, fields.zip, .postal, required: true).waived { !$0.text(at: country).isEmpty },
                    .field(4, fields.country),
                ]),
        ]
    }

    /// DMG: birth date and sex.
    static func birth(
        _ loop: ProfessionalLoop, _ date: Field, _ sex: Field, required: Bool = false,
        applies: @escaping @Sendable (ClaimDraft) -> Bool = { _ in true }
    ) -> SegmentMap {
        SegmentMap(
            loop: loop, name: "DMG", isRequired: required, applies: applies,
            slots: [
                .usual(1, "D8", with: 2), .field(2, date, .date, required: true), .field(3, sex, required: true),
            ])
    }

    /// A segment of one qualifier and one text: `REF*G1*MM2611045`, `AMT*F5*20`.
    static func qualified(
        _ loop: ProfessionalLoop, _ name: X12SegmentID, _ qualifier: String, _ field: Field, _ form: WireForm = .text,
        limit: Int = 50, part: Part = .claim, readableOnly: Bool = false,
        applies: @escaping @Sendable (ClaimDraft) -> Bool = { _ in true }
    ) -> SegmentMap {
        SegmentMap(
            loop: loop, name: name, key: Key(1, [qualifier]), part: part, takesReadableOnly: readableOnly,
            applies: applies,
            slots: [.usual(1, qualifier), .field(2, field, form, limit: limit)])
    }

    /// A date: `DTP*431*D8*20261101`.
    static func date(_ loop: ProfessionalLoop, _ qualifier: String, _ field: Field) -> SegmentMap {
        SegmentMap(
            loop: loop, name: "DTP", key: Key(1, [qualifier]),
            slots: [.usual(1, qualifier), .usual(2, "D8"), .field(3, field, .date)])
    }
}
