import ClaimStore

/// Why the office did not do what was asked, in a sentence or more without any identity of a patient.
public struct OfficeFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let message: String
    public var description: String { message }

    public init(_ message: String) { self.message = message }

    init(_ fault: StoreFault) { self.init(fault.description) }
}
