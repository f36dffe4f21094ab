import ClaimStore

/// Why the office could not do something, in one or more sentences without identifying data of a patient.
public struct OfficeFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let message: String
    public var description: String { message }

    public init(_ message: String) { self.message = message }

    init(_ fault: StoreFault) { self.init(fault.description) }
}
