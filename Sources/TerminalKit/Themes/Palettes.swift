/// The colors behind the numbers of a terminal palette.
enum Palette {
    /// What xterm shows for the 16 standard colors; other terminals differ a little.
    static let ansi: [RGB] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ].map { RGB($0) }

    /// The colors that are the same on every 256-color terminal: the cube (16 to 231) and the greys (232 to 255).
    static let fixed: [RGB] = {
        let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
        var colors: [RGB] = []
        for place in 0..<216 {
            colors.append(RGB(red: levels[place / 36], green: levels[place / 6 % 6], blue: levels[place % 6]))
        }
        for level in stride(from: UInt8(8), through: 238, by: 10) {
            colors.append(RGB(red: level, green: level, blue: level))
        }
        return colors
    }()

    /// The color behind a number of the 256.
    static func color(_ index: UInt8) -> RGB {
        index < 16 ? ansi[Int(index)] : fixed[Int(index) - 16]
    }

    static func nearest(to color: RGB) -> UInt8 {
        nearest(to: color) { _ in true } ?? 16
    }

    static func nearest(to color: RGB, where passes: (RGB) -> Bool) -> UInt8? {
        let places = fixed.indices.filter { passes(fixed[$0]) }
        return places.min { fixed[$0].distance(to: color) < fixed[$1].distance(to: color) }.map { UInt8($0 + 16) }
    }

    /// The standard ANSI number of each base16 slot, as base16 shells assign them; a light scheme turns the greys round.
    static func ansiNumber(slot: Int, isLight: Bool) -> UInt8 {
        let greys: [UInt8] = isLight ? [15, 15, 7, 8, 8, 0, 0, 0] : [0, 0, 8, 8, 7, 7, 15, 15]
        let colors: [UInt8] = [1, 3, 3, 2, 6, 4, 5, 1]
        return (greys + colors)[slot & 15]
    }
}
