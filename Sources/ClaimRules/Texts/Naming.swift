public import ClaimModel

extension String {
    /// The message after its place, with neither the line nor the field named twice: `Line 2, NDC: needs its dashes`.
    public func behind(_ place: Place) -> String {
        guard let number = place.number else { return behind(place.label) }
        let row = "\(place.field.part.word.prefix(1).uppercased())\(place.field.part.word.dropFirst()) \(number)"
        var rest = self[...]
        for name in ["\(row): ", "\(place.field.label): ", "\(place.field.label) "] where rest.hasPrefix(name) {
            rest = rest.dropFirst(name.count)
        }
        return "\(row), \(place.field.label): \(rest)"
    }

    /// The message after the name of its field, which is not repeated: `Route: Not a code here`.
    public func behind(_ name: String) -> String {
        hasPrefix("\(name): ") || hasPrefix("\(name) ") ? self : "\(name): \(self)"
    }
}
