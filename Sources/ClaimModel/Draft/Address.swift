/// A postal address in the United States.
public struct Address: Equatable, Sendable {
    public var street = Entry<StreetLine>()
    public var secondLine = Entry<StreetLine>()
    public var city = Entry<City>()
    public var state = Entry<StateCode>()
    public var zip = Entry<ZIPCode>()

    public var entriesAreEmpty: Bool {
        street.isEmpty && secondLine.isEmpty && city.isEmpty && state.isEmpty && zip.isEmpty
    }
}
