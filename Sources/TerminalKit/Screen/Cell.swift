import TextKit

/// One cell of a frame: the sign that starts in it and what it is for.
public struct Cell: Hashable, Sendable {
    /// One spacing sign with its marks; never a control character.
    public let character: Character
    public let role: Role
    /// 1 or 2; 0 for the cell that the wide sign to its left reaches into.
    public let columns: Int
}

/// A cell in eight bytes, so that building and comparing frames costs next to nothing.
struct PackedCell: Hashable, Sendable {
    /// The spacing scalar of the sign.
    let scalar: UInt32
    let role: Role
    let columns: UInt8
    /// Whether the sign has marks: the frame keeps the whole character beside.
    let hasMarks: Bool
    /// Fills the eighth byte, so that equal cells are equal bytes.
    private let filling: UInt8 = 0

    init(_ scalar: UInt32, _ role: Role, columns: UInt8, hasMarks: Bool = false) {
        self.scalar = scalar
        self.role = role
        self.columns = columns
        self.hasMarks = hasMarks
    }

    static func blank(_ role: Role) -> PackedCell { PackedCell(0x20, role, columns: 1) }
}
