import ClaimModel

extension Field {
    /// The texts of a claim that go into its file as they are written: names, addresses, narratives.
    static let sentTexts: [Field] =
        [
            .patientLastName, .patientFirstName, .patientMiddleName, .patientStreet, .patientSecondLine, .patientCity,
            .subscriberLastName, .subscriberFirstName, .subscriberMiddleName, .subscriberStreet,
            .subscriberSecondLine, .subscriberCity, .groupNumber, .groupName, .payerName, .payerStreet,
            .payerSecondLine, .payerCity, .otherInsuredLastName, .otherInsuredFirstName, .otherPlanName,
            .thirdInsuredLastName, .thirdInsuredFirstName, .thirdPlanName, .billingName, .billingFirstName,
            .billingStreet, .billingSecondLine, .billingCity, .billingPayerNumber, .payToStreet,
            .payToSecondLine, .payToCity, .renderingLastName, .renderingFirstName, .renderingPayerNumber,
            .referringLastName, .referringFirstName, .facilityName, .facilityStreet, .facilitySecondLine,
            .facilityCity, .pickUpStreet, .pickUpSecondLine, .pickUpCity, .dropOffName, .dropOffStreet,
            .dropOffSecondLine,
            .dropOffCity, .account, .originalReference,
            .authorizationNumber, .referralNumber, .accidentClaimNumber, .mammographyNumber, .additionalInformation,
        ] + sentLineTexts + [.attachmentControl]

    private static let sentLineTexts: [Field] = [
        .lineDrugName, .lineNarrative, .lineDescription, .lineRenderingLastName, .lineRenderingFirstName,
        .lineOrderingLastName, .lineOrderingFirstName, .lineReferringLastName, .lineReferringFirstName,
        .lineControlNumber,
    ]
}

/// What of a text the character sets of X12 have no form for.
enum SentText {
    /// Each text of the claim file with the scalars that have no form in basic Latin.
    static func unsendable(in draft: ClaimDraft) -> [(place: Place, strange: String)] {
        draft.placesBeyondASCII.compactMap { place, text in
            guard sent.contains(place.field) else { return nil }
            let strange = text.unicodeScalars.filter { !$0.isASCII && !$0.hasPlainForm }
            return strange.isEmpty ? nil : (place, String(String.UnicodeScalarView(strange)))
        }
    }

    private static let sent = Set(Field.sentTexts)
}
