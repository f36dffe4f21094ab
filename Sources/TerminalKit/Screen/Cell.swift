/// One cell of a frame: the sign that starts in it and what it is for.
public struct Cell: Hashable, Sendable {
    /// One spacing sign with its marks; never a control character.
    public let character: Character
    public let role: Role
    /// 1 or 2; 0 for the cell that the wide sign to its left reaches into.
    public let columns: Int

    init(character: Character, role: Role, columns: Int) {
        self.character = character
        self.role = role
        self.columns = columns
    }

    static func blank(_ role: Role) -> Cell { Cell(character: " ", role: role, columns: 1) }
}
