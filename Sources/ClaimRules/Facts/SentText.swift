import ClaimModel

extension Field {
    /// The texts of a claim that go into its file as they are written: names, addresses, words.
    static let sentTexts: [Field] =
        [
            .patientLastName, .patientFirstName, .patientMiddleName, .patientStreet, .patientSecondLine, .patientCity,
            .subscriberLastName, .subscriberFirstName, .subscriberMiddleName, .subscriberStreet,
            .subscriberSecondLine, .subscriberCity, .groupNumber, .groupName, .payerName, .otherInsuredLastName,
            .otherInsuredFirstName, .otherPlanName, .billingName, .billingFirstName, .billingStreet,
            .billingSecondLine, .billingCity, .renderingLastName, .renderingFirstName, .referringLastName,
            .referringFirstName, .facilityName, .facilityStreet, .facilitySecondLine, .facilityCity, .account,
            .originalReference, .authorizationNumber, .additionalInformation,
        ] + sentLineTexts + [.attachmentControl]

    private static let sentLineTexts: [Field] = [.lineDrugName, .lineNarrative, .lineDescription]
}

/// How a text fares in the character sets of X12.
struct SentText {
    /// Scalars that have no form in basic Latin.
    let strange: String
    /// Whether letters lose their accents or marks take a plainer form on the way.
    let isChanged: Bool
    /// The separators of an 837P among the characters: `*`, `~`, `:`, `^`.
    let separators: String

    /// `nil` where the text goes as it stands.
    init?(_ text: String) {
        let separators = text.utf8.filter { SentText.separators.contains($0) }
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        guard !isPlain || !separators.isEmpty else { return nil }
        self.separators = String(decoding: separators, as: UTF8.self)
        isChanged = !isPlain
        let strange = text.unicodeScalars.filter { !$0.isASCII && !$0.hasPlainForm }
        self.strange = String(String.UnicodeScalarView(strange))
    }

    private static let separators: Set<UInt8> = [
        UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "^"),
    ]
}
