import ClaimModel

extension ClaimExample {
    /// The sample whose drug only the line's description (SV101-7) speaks of: no dose and no route in a field.
    static func onlyDescribed(_ text: String) -> ClaimExample {
        sample.without(.treatmentDose, .treatmentRoute, .lineRoute)
            .without(.lineDose, .lineDrugName, .lineNarrative, row: 1).with(.lineDescription, row: 1, text)
    }
}
