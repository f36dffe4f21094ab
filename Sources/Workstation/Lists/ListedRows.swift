import ClaimModel

/// The claims of the store, made ready to be listed on whatever thread read them.
public struct ListedRows: Sendable {
    let index: WorklistIndex
    /// How many claims there are, where these are the first of them and the others are still being read.
    public let total: Int?

    public var rows: [WorklistRow] { index.rows }

    /// - Parameters:
    ///   - rows: deleted claims among them.
    ///   - total: `nil` where these are all.
    public init(_ rows: [WorklistRow], of total: Int? = nil) {
        var index = WorklistIndex(rows)
        index.show(WorklistIndex.Wanted(filter: "", order: .changed, isGrouped: false, today: Day(number: 0)))
        (self.index, self.total) = (index, total)
    }
}
