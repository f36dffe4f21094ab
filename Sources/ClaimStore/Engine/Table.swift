/// The tables of a store, in the order in which they are filled: what is referred to comes first.
struct Table: Hashable {
    let name: String
    /// The columns that no two rows have alike.
    let key: [String]

    static let records = [
        Table("seal"), Table("claim"), Table("draft", "claim"), Table("answer"), Table("version"),
        Table("keyedEOB", "claim", "who"), Table("sentFile"),
        Table("sentClaim"), Table("unmatchedAnswer"), Table("lesson"), Table("reference"),
        Table("referenceAlias", "kind", "name", "entry"), Table("practice"), Table("counter", "name"),
        Table("preference", "name"), Table("claimChange", "claim"), Table("desk"), Table("trail"),
        Table("trailHead", "desk"),
    ]

    static let keys = [
        Table("office"), Table("generation"), Table("holder"), Table("salt"), Table("anchor", "desk"),
        Table("failedSignIn", "name"),
    ]

    /// A column of numbers by which no two rows are alike; `nil` where there is none.
    var order: String? { key.count == 1 && key[0] != "name" ? key[0] : nil }

    private init(_ name: String, _ key: String...) {
        self.name = name
        self.key = key.isEmpty ? ["number"] : key
    }
}
