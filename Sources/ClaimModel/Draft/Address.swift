/// A postal address.
public struct Address: Equatable, Sendable {
    public var street = Entry<StreetLine>()
    public var secondLine = Entry<StreetLine>()
    public var city = Entry<City>()
    public var state = Entry<RegionCode>()
    public var zip = Entry<PostalCode>()
    /// Blank in the United States.
    public var country = Entry<CountryCode>()

    public var entriesAreEmpty: Bool {
        street.isEmpty && secondLine.isEmpty && city.isEmpty && state.isEmpty && zip.isEmpty && country.isEmpty
    }

    /// Whether it is in the United States or one of their territories, as an address without a country is.
    public var isDomestic: Bool { country.value.map { $0.text == "US" } ?? country.isEmpty }

    /// Whether state and postal code are part of it (837P N402 and N403): in the United States and in Canada.
    public var hasState: Bool { isDomestic || country.value?.text == "CA" }
}
