/// A theme file as read, with what it inherits: sixteen colors and the looks that it sets itself.
struct Scheme: Sendable {
    var name: String
    var author = ""
    var contrast = 4.5
    var usesColor = true
    /// The slots base00 to base0F.
    var slots: [RGB]
    var looks: [Role: RoleLook] = [:]
    var notes: [String] = []

    static let colorless = Scheme(
        name: "plain", usesColor: false,
        slots: (0..<16).map { RGB(UInt32($0) * 0x111111) })

    var isLight: Bool { slots[0].luminance > slots[5].luminance }

    func look(of role: Role) -> RoleLook { looks[role] ?? .standard(for: role) }

    func color(of shade: Shade, standard: Int) -> RGB {
        switch shade {
        case .slot(let slot): slots[slot & 15]
        case .rgb(let color): color
        case .standard: slots[standard & 15]
        }
    }
}
