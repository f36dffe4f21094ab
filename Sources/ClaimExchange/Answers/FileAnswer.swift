/// What a receiver answers to a whole file or batch: a 999, or the upper levels of a 277CA.
public struct FileAnswer: Hashable, Sendable {
    /// Whether the receiver goes on to the claims of the file or batch.
    public let isAccepted: Bool
    /// The control number of the group, transaction or batch that was answered.
    public let controlNumber: String
    /// What the receiver says, in words, without a final period.
    public let message: String
    /// What a 999 says; `nil` of a 277CA.
    public let acknowledgment: Acknowledgment?
    /// What a 277CA says above its claims; `nil` of a 999.
    public let batch: BatchStatus?

    /// - Parameters:
    ///   - acknowledgment: what a 999 says; `nil` of a 277CA.
    ///   - batch: what a 277CA says above its claims; `nil` of a 999.
    public init(
        isAccepted: Bool, controlNumber: String, message: String, acknowledgment: Acknowledgment? = nil,
        batch: BatchStatus? = nil
    ) {
        self.batch = batch
        self.isAccepted = isAccepted
        self.controlNumber = controlNumber
        self.message = message
        self.acknowledgment = acknowledgment
    }
}
