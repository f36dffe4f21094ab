extension KeyedDecodingContainer {
    /// Cents as they were stored; a number beyond any amount of a file, such as a damaged byte makes, is refused here, so
    /// that no sum of amounts can overflow.
    package func amount(_ key: Key) throws -> Int {
        let cents = try decode(Int.self, forKey: key)
        guard cents.magnitude <= Money.mostCents.magnitude else {
            throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "not an amount")
        }
        return cents
    }

    /// The same where the member may be missing.
    package func amountIfPresent(_ key: Key) throws -> Int? {
        guard contains(key), try !decodeNil(forKey: key) else { return nil }
        return try amount(key)
    }
}
