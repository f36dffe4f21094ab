extension String {
    /// The message after the name of its field, which is not repeated: `Route: Not a code here`.
    public func behind(_ name: String) -> String {
        hasPrefix("\(name): ") || hasPrefix("\(name) ") ? self : "\(name): \(self)"
    }
}
