/// A postal address.
public struct Address: Equatable, Sendable {
    /// Number and street, up to 55 characters (N301).
    public var street = Entry<StreetLine>()
    /// Suite, floor or apartment, if any (N302).
    public var secondLine = Entry<StreetLine>()
    /// From 2 to 30 characters (N401).
    public var city = Entry<City>()
    /// Two letters, a state, territory or military region; abroad the country's own region: `OH` (N402).
    public var state = Entry<RegionCode>()
    /// Five digits, or nine; abroad the country's own postal code (N403).
    public var zip = Entry<PostalCode>()
    /// Two letters, blank in the United States: `CA` (N404).
    public var country = Entry<CountryCode>()

    package var entriesAreEmpty: Bool {
        street.isEmpty && secondLine.isEmpty && city.isEmpty && state.isEmpty && zip.isEmpty && country.isEmpty
    }

    /// Whether it is in the United States or one of their territories, as an address without a country is.
    public var isDomestic: Bool { country.value.map { $0.text == "US" } ?? country.isEmpty }

    /// Whether state and postal code are part of it (837P N402 and N403): in the United States and in Canada.
    public var hasState: Bool { isDomestic || country.value?.text == "CA" }
}
