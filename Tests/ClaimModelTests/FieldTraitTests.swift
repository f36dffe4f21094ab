import ClaimModel
import Testing

/// The traits that a field states agree with one another and with what it holds.
struct FieldTraitTests {
    @Test(arguments: Field.all)
    func `F2 offers the choices of a field that has some`(field: Field) {
        #expect((field.lookUp == .choices) == !field.shape.choices.isEmpty)
    }

    @Test(arguments: Field.all)
    func `what was keyed before is offered where a reference fills it in`(field: Field) {
        switch field.lookUp {
        case .references(let kind): #expect(kind.fields.contains(field))
        case .payers: #expect(ReferenceKind.payer.fields.contains(field))
        default: break
        }
    }

    @Test(arguments: Field.all)
    func `a field is keyed where its part is`(field: Field) {
        switch field.part {
        case .diagnosis: #expect(field.keyed == .diagnosis)
        case .line: #expect([.procedure, .hcpcs, .ndc, .nowhere].contains(field.keyed))
        case .trial, .score, .attachment: #expect(field.keyed == .documentation)
        case .claim: #expect([.claim, .documentation, .practice, .reference, .nowhere].contains(field.keyed))
        }
        let isOnScreen = (FieldGroup.claim + FieldGroup.documentation).flatMap(\.fields).contains(field)
        if field.part == .claim { #expect(isOnScreen == (field.keyed == .claim || field.keyed == .documentation)) }
    }

    @Test(arguments: Field.all)
    func `a text of many lines is a free text`(field: Field) {
        if field.shape.isMultiline { #expect(field.identity == .freeText) }
    }

    @Test(arguments: Field.all)
    func `what the primary said is never passed on`(field: Field) {
        guard field.saidBy == .primary else { return }
        #expect(field.onCopy == .cleared)
        #expect(field.forLaterPayer == .cleared)
    }
}
