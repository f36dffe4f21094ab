/// How a role looks at one color depth: what is sent to a terminal.
public struct Style: Hashable, Sendable {
    public let foreground: Paint
    public let background: Paint
    public let attributes: Attributes

    public init(foreground: Paint = .standard, background: Paint = .standard, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// A color in the terms of a terminal.
public enum Paint: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    case rgb(RGB)
    /// A number of the 8, 16 or 256 color palette.
    case indexed(UInt8)
}

/// What a terminal can do to text besides color.
public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let underline = Attributes(rawValue: 4)
    public static let reverse = Attributes(rawValue: 8)

    static let named: [(name: String, value: Attributes)] = [
        ("bold", .bold), ("dim", .dim), ("underline", .underline), ("reverse", .reverse),
    ]
}

/// How many colors a terminal shows, from most to fewest.
public enum ColorDepth: CaseIterable, Sendable {
    case trueColor
    case indexed256
    case ansi16
    case ansi8
    case mono

    /// The depth of a terminal whose terminfo entry says `colors` and, with `RGB`, direct color. `NO_COLOR` that is
    /// not empty means mono (https://no-color.org).
    public init(colors: Int, isDirect: Bool, environment: [String: String] = [:]) {
        self =
            switch colors {
            case _ where !(environment["NO_COLOR"] ?? "").isEmpty: .mono
            case 0x100_0000... where isDirect: .trueColor
            case 256...: .indexed256
            case 16...: .ansi16
            case 8...: .ansi8
            default: .mono
            }
    }
}
