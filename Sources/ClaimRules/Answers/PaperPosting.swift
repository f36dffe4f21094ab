public import ClaimModel

/// Who posted an EOB that came on paper, and when.
public struct PaperPosting: Codable, Hashable, Sendable {
    /// The name of who was signed in.
    public let by: String
    /// The day on which it was posted.
    public let on: Day
    /// The claim's status before, to which it goes back where the EOB was posted by mistake.
    public let before: ClaimStatus
    /// Names the payment among those of its day.
    public let entry: String

    private enum CodingKeys: String, CodingKey {
        case by, on, before, entry
    }

    /// - Parameters:
    ///   - before: the status of the claim before it.
    ///   - entry: names the payment among those of its day.
    public init(by: String, on: Day, before: ClaimStatus, entry: String) {
        (self.by, self.on, self.before, self.entry) = (by, on, before, entry)
    }

    /// - Throws: `DecodingError`.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        by = try values.decode(String.self, forKey: .by)
        guard let day = Day(iso: try values.decode(String.self, forKey: .on)) else {
            throw DecodingError.dataCorruptedError(forKey: .on, in: values, debugDescription: "not a day")
        }
        on = day
        before = try values.decode(ClaimStatus.self, forKey: .before)
        entry = try values.decode(String.self, forKey: .entry)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(by, forKey: .by)
        try values.encode(on.iso, forKey: .on)
        try values.encode(before, forKey: .before)
        try values.encode(entry, forKey: .entry)
    }
}
