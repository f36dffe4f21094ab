/// A text that only its owner may read, such as a passphrase: no description, log or failed test shows it.
public struct Secret: Hashable, Sendable {
    public let text: String

    public init(_ text: String) { self.text = text }
}

extension Secret: CustomStringConvertible, CustomReflectable {
    public var description: String { "Secret" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
