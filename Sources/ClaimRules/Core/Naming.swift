extension String {
    /// The message behind the name of its field, which is not said twice: `Route: Type one of the codes`.
    public func behind(_ name: String) -> String {
        hasPrefix("\(name): ") || hasPrefix("\(name) ") ? self : "\(name): \(self)"
    }
}
