extension SegmentMap {
    /// Every map in the order of the guide.
    static let all: [SegmentMap] =
        billingMaps + subscriberMaps + patientMaps + claimMaps + otherInsuranceMaps + lineMaps

    /// The maps of each loop, by its number, with their numbers in `all`.
    static let byLoop: [[(number: Int, map: SegmentMap)]] = ProfessionalLoop.allCases.map { loop in
        all.enumerated().map { (number: $0, map: $1) }.filter { $0.map.loop == loop }
    }
}
