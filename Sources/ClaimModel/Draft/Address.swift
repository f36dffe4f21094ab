/// A postal address in the United States.
public struct Address: Equatable, Sendable {
    /// Number and street, up to 55 characters (N301).
    public var street = Entry<StreetLine>()
    /// Suite, floor or apartment, if any (N302).
    public var secondLine = Entry<StreetLine>()
    /// From 2 to 30 characters (N401).
    public var city = Entry<City>()
    /// Two letters: `OH` (N402).
    public var state = Entry<StateCode>()
    /// Five digits, or nine (N403).
    public var zip = Entry<ZIPCode>()

    package var entriesAreEmpty: Bool {
        street.isEmpty && secondLine.isEmpty && city.isEmpty && state.isEmpty && zip.isEmpty
    }
}
