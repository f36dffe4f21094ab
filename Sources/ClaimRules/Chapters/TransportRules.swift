import ClaimModel
import CodeSets

extension Chapter {
    /// What an 837P can have, and in which form.
    static let transport = Chapter("Claim file") {
        Rule.unreadableEntry
        Rule(
            "FM-002", "Every submitted text uses the characters that X12 allows",
            fault: "Characters that X12 does not allow", .error,
            prevents: [.carc("16")], rejectedAs: ["511"], source: .professionalGuide, .general,
            reads: Field.sentTexts,
            accepts: {
                [
                    .sample, .sample.with(.patientStreet, "12 Elm St #4 (rear)"),
                    .sample.with(.lineNarrative, row: 1, "KETAMINE HCL 35 MG IV, INV $45.00"),
                    .sample.with(.patientFirstName, "Zoë"),
                    .sample.with(.lineNarrative, row: 1, "KETAMINE HCL: 35 MG IV"),
                ]
            },
            rejects: {
                [
                    .sample.with(.patientLastName, "李"), .sample.with(.lineNarrative, row: 1, "KETAMINE 35 MG IV 🧪"),
                ]
            }
        ) { claim in claim.sentProblems }
        Rule(
            "FM-004", "First and middle names fit the 837P",
            fault: "First or middle name too long for the 837P", .error,
            prevents: [.carc("16"), .rarc("MA36")], rejectedAs: ["505", "514", "512"], source: .professionalGuide,
            .general, reads: Field.firstNames + Field.middleNames,
            accepts: { [.sample.with(.patientFirstName, String(repeating: "A", count: 35))] },
            rejects: {
                [
                    .sample.with(.patientFirstName, String(repeating: "A", count: 36)),
                    .sample.with(.patientMiddleName, String(repeating: "B", count: 26)),
                ]
            }
        ) { claim in
            claim.tooLong(Field.firstNames, limit: 35) + claim.tooLong(Field.middleNames, limit: 25)
        }
        Rule(
            "FM-005", "An attachment has its type, its transmission and its control number, on any claim",
            fault: "Attachment incomplete", .error,
            prevents: [.carc("250"), .carc("251")], rejectedAs: ["489"], source: .professionalGuide, .general,
            reads: [.attachmentType, .attachmentTransmission, .attachmentControl] + Scope.ketamineClaim.reads,
            accepts: { [.officeVisit, .officeVisit.attaching("M1", "FX", "LBH-7")] },
            rejects: { [.officeVisit.attaching("M1", "FX", ""), .officeVisit.attaching("", "AA", "")] }
        ) { claim in
            // Attachments of a ketamine claim belong to the documentation rules.
            claim.isKetamineClaim ? [] : claim.incompleteAttachments()
        }
        Rule(
            "FM-006", "Each attachment has its own control number",
            fault: "Attachments with the same control number", .warning,
            prevents: [.carc("250"), .carc("163")], rejectedAs: ["489"], source: .professionalGuide, .general,
            reads: [.attachmentControl],
            accepts: { [.sample, .sample.attachingSecond("LBH-0002")] },
            rejects: { [.sample.attachingSecond("LBH-0001")] }
        ) { claim in claim.repeatedControlNumbers }
        Rule(
            "PT-016", "The account number has at most 20 characters",
            fault: "Account number longer than 20 characters", .warning,
            prevents: [.carc("16")], rejectedAs: ["478", "512"], source: .professionalGuide, .general,
            reads: [.account],
            accepts: { [.sample.with(.account, String(repeating: "7", count: 20))] },
            rejects: { [.sample.with(.account, String(repeating: "7", count: 21))] }
        ) { claim in
            guard let account = claim.draft.identity.account.value?.text, account.count > 20 else { return [] }
            return [
                .wrong(
                    .account, "Account number has \(account.count) characters; payers return 20.",
                    remedy: "Use at most 20 characters, or 14 on paper: payer responses are matched by this number.")
            ]
        }
        Rule(
            "AU-009", "The authorization number is one that the payer assigned",
            fault: "Authorization number is a placeholder", .error,
            prevents: [.carc("197"), .carc("15"), .rarc("M62")], rejectedAs: ["252", "48"], source: .design, .general,
            reads: [.authorizationNumber],
            accepts: { [.sample, .sample.with(.authorizationNumber, "NA104500")] },
            rejects: { ["NONE", "n/a", "pending", "0000", "XXXX"].map { .sample.with(.authorizationNumber, $0) } }
        ) { claim in
            guard let number = claim.draft.authorization.number.value?.text, number.isPlaceholder else { return [] }
            return [
                .wrong(
                    .authorizationNumber, "\"\(number)\" is a placeholder, not an authorization number.",
                    remedy:
                        "Enter the payer's number. If none is required, clear the field and enter the payer's reference.",
                    fixes: [Fix("clear the number", [Fix.Edit(.authorizationNumber, "")])])
            ]
        }
    }
}

extension Field {
    fileprivate static let firstNames: [Field] = [
        .patientFirstName, .subscriberFirstName, .otherInsuredFirstName, .thirdInsuredFirstName, .billingFirstName,
        .renderingFirstName, .referringFirstName,
    ]
    fileprivate static let middleNames: [Field] = [.patientMiddleName, .subscriberMiddleName]
}

extension ClaimExample {
    fileprivate func attaching(_ type: String, _ way: String, _ number: String) -> ClaimExample {
        with(.attachmentType, type).with(.attachmentTransmission, way).with(.attachmentControl, number)
    }

    fileprivate func attachingSecond(_ number: String) -> ClaimExample {
        with(.attachmentType, row: 1, "OZ").with(.attachmentTransmission, row: 1, "FX")
            .with(.attachmentControl, row: 1, number)
    }
}
