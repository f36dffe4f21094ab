extension SegmentMap {
    /// Every map in the order of the guide.
    static let all: [SegmentMap] =
        billingMaps + subscriberMaps + patientMaps + claimMaps + otherInsuranceMaps + lineMaps

    /// The maps of each loop with their numbers in `all`.
    static let byLoop: [ProfessionalLoop: [(number: Int, map: SegmentMap)]] = Dictionary(
        grouping: all.enumerated().map { (number: $0, map: $1) }, by: \.map.loop)
}
