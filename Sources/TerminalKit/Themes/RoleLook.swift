/// A color as a theme names it.
enum Shade: Hashable {
    /// A base16 slot, 0 to 15.
    case slot(Int)
    case rgb(RGB)
    /// `default`: the terminal's own.
    case standard
}

/// How a theme wants a role to look, before it is fitted to a terminal.
struct RoleLook: Hashable {
    var foreground: Shade
    var background: Shade
    var attributes: Attributes
    var mono: Attributes

    /// The look of each role in a scheme that says nothing about roles.
    static func standard(for role: Role) -> RoleLook {
        switch role {
        case .text, .label: RoleLook(0x5)
        case .muted, .hint, .border, .step: RoleLook(0x4)
        case .title: RoleLook(0xD, .bold, mono: .bold)
        case .header: RoleLook(0x5, on: 0x1, mono: .reverse)
        case .headerName: RoleLook(0x6, on: 0x1, .bold, mono: [.reverse, .bold])
        case .stepCurrent: RoleLook(0x6, on: 0x1, .bold, mono: .reverse)
        case .field: RoleLook(0x5, on: 0x1, .underline, mono: .underline)
        case .fieldFocused: RoleLook(0x7, on: 0x2, .underline, mono: [.underline, .bold])
        case .fieldSelected: RoleLook(0x0, on: 0xD, mono: .reverse)
        case .computed: RoleLook(0xC)
        case .selection: RoleLook(0x7, on: 0x2, .bold, mono: .reverse)
        case .findingError: RoleLook(0x8, .bold, mono: [.bold, .reverse])
        case .markError: RoleLook(0x8, [.bold, .reverse], mono: [.bold, .reverse])
        case .findingWarning, .markWarning: RoleLook(0xA, mono: .bold)
        case .findingNote, .markNote: RoleLook(0xC, mono: .underline)
        case .markOK, .status, .chart: RoleLook(0xB)
        case .prompt: RoleLook(0x6, on: 0x1, .bold, mono: .reverse)
        case .footerKey: RoleLook(0xD, on: 0x1, .bold, mono: .bold)
        case .footerText: RoleLook(0x4, on: 0x1)
        case .qr: blackOnWhite
        }
    }

    /// Where the terminal's colors are not known, its text is taken to be light.
    private static let blackOnWhite: RoleLook = {
        var look = RoleLook(0x5, mono: .reverse)
        (look.foreground, look.background) = (.rgb(.black), .rgb(.white))
        return look
    }()

    private init(_ foreground: Int, on background: Int = 0, _ attributes: Attributes = [], mono: Attributes = []) {
        self.foreground = .slot(foreground)
        self.background = .slot(background)
        self.attributes = attributes
        self.mono = mono
    }
}
