/// The looks of all roles: a base16 scheme fitted so that everything can be read at every color depth.
public struct Theme: Sendable {
    public let name: String
    public let author: String
    /// What was changed or passed over while loading, in words for the person who wrote the file.
    public let notes: [String]
    /// The least contrast of text, a WCAG ratio: 4.5, or 7 in a high-contrast theme.
    public let contrast: Double

    private let isLight: Bool
    private let fitted: [Role: FittedLook]

    init(_ scheme: Scheme) {
        name = scheme.name
        author = scheme.author
        contrast = scheme.contrast
        isLight = scheme.isLight
        var notes = scheme.notes
        var fitted: [Role: FittedLook] = [:]
        for role in Role.allCases {
            let look = FittedLook(scheme.look(of: role), in: scheme)
            fitted[role] = look
            if let note = look.note(for: role, contrast: scheme.contrast) { notes.append(note) }
        }
        self.fitted = fitted
        self.notes = notes
    }

    /// A theme without colors, for where no theme file is at hand.
    public static let plain = Theme(Scheme.colorless)

    /// Whether roles differ by bold, underline and reverse alone, at every depth.
    public var isColorless: Bool { !(fitted[.field]?.usesColor ?? false) }

    /// How a role looks on a terminal of the given depth.
    public func style(for role: Role, at depth: ColorDepth) -> Style {
        guard let look = fitted[role] else { return Style() }
        guard look.usesColor, depth != .mono else { return Style(attributes: look.look.mono) }
        return switch depth {
        case .trueColor: look.trueColor
        case .indexed256: look.indexed(contrast: contrast)
        case .ansi16: look.ansi(count: 16, isLight: isLight, contrast: contrast)
        case .ansi8: look.ansi(count: 8, isLight: isLight, contrast: contrast)
        case .mono: Style(attributes: look.look.mono)
        }
    }
}
