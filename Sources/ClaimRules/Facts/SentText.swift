import ClaimModel

extension Field {
    /// The texts of a claim that go into its file as they are written: names, addresses, narratives.
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

    private static let sentLineTexts: [Field] = [
        .lineDrugName, .lineNarrative, .lineDescription, .lineRenderingLastName, .lineRenderingFirstName,
    ]
}

/// How a text changes in the character sets of X12.
struct SentText {
    /// Scalars that have no form in basic Latin.
    let strange: String
    /// The separators of an 837P among the characters, each once: `* :`.
    let separators: String

    /// `nil` where the text does not change.
    init?(_ text: String) {
        var isPlain = true
        var separators: [UInt8] = []
        for byte in text.utf8 {
            if byte >= 0x80 { isPlain = false }
            if SentText.isSeparator(byte) { separators.append(byte) }
        }
        guard !isPlain || !separators.isEmpty else { return nil }
        self.separators = Set(separators).sorted().map { String(Unicode.Scalar($0)) }.joined(separator: " ")
        let strange = text.unicodeScalars.filter { !$0.isASCII && !$0.hasPlainForm }
        self.strange = String(String.UnicodeScalarView(strange))
    }

    static func changed(in draft: ClaimDraft) -> [(place: Place, text: SentText)] {
        var changed: [(place: Place, text: SentText)] = []
        for field in Field.sentTexts {
            for row in 0..<draft.rowCount(of: field.part) {
                let place = Place(field, row: row)
                if let text = SentText(draft.text(at: place)) { changed.append((place, text)) }
            }
        }
        return changed
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "^")
    }
}
