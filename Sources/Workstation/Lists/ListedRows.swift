import ClaimModel

/// The claims of the store, made ready to be listed on whatever thread read them.
public struct ListedRows: Sendable {
    let index: WorklistIndex
    /// Whether these are the first of the claims, and the others are still being read.
    public let isPartial: Bool

    public var rows: [WorklistRow] { index.rows }

    /// - Parameters:
    ///   - rows: deleted claims among them.
    ///   - isPartial: whether there are more.
    public init(_ rows: [WorklistRow], isPartial: Bool = false) {
        var index = WorklistIndex(rows)
        index.show(WorklistIndex.Wanted(filter: "", order: .changed, isGrouped: false, today: Day(number: 0)))
        (self.index, self.isPartial) = (index, isPartial)
    }
}
