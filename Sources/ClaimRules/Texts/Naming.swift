public import ClaimModel

extension Part {
    fileprivate func row(_ number: Int) -> String { "\(word.prefix(1).uppercased())\(word.dropFirst()) \(number)" }
}

extension Place {
    /// The row and the field as a message begins with them: `Line 2, NDC`.
    package var heading: String { number.map { "\(field.part.row($0)), \(field.label)" } ?? label }
}

extension String {
    /// The message after its place, with neither the line nor the field named twice: `Line 2, NDC: needs its dashes`.
    public func behind(_ place: Place) -> String {
        guard let number = place.number else { return behind(place.label) }
        let row = place.field.part.row(number)
        var rest = self[...]
        for name in ["\(row): ", "\(place.field.label): ", "\(place.field.label) "] where rest.hasPrefix(name) {
            rest = rest.dropFirst(name.count)
        }
        return "\(row), \(place.field.label): \(rest)"
    }

    /// The message after the name of its field, which is not repeated: `Route: Not in the list`.
    public func behind(_ name: String) -> String {
        hasPrefix("\(name): ") || hasPrefix("\(name) ") ? self : "\(name): \(self)"
    }
}
