/// What a receiver answers to a whole file or batch: a 999, or the upper levels of a 277CA.
public struct FileAnswer: Hashable, Sendable {
    public let isAccepted: Bool
    /// The control number of the group, transaction or batch that was answered.
    public let controlNumber: String
    public let message: String
    /// What a 999 says; `nil` of a 277CA.
    public let acknowledgment: Acknowledgment?

    public init(isAccepted: Bool, controlNumber: String, message: String, acknowledgment: Acknowledgment? = nil) {
        self.isAccepted = isAccepted
        self.controlNumber = controlNumber
        self.message = message
        self.acknowledgment = acknowledgment
    }
}
