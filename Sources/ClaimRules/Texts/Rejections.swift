extension Finding {
    /// Category and status as a 277CA would report them: A6 where something is missing, A7 where it is wrong in itself, A8
    /// where two parts of the claim disagree. Empty where such a claim is denied, not rejected at the front end.
    public var rejections: [String] {
        let category =
            switch concern {
            case .absence: "A6"
            case .entry: "A7"
            case .relation: "A8"
            }
        return rejectedAs.map { "\(category):\($0)" }
    }
}
