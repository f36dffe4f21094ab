/// A role's look with its colors moved, where they had to be, to the nearest shade that can be read.
struct FittedLook: Sendable {
    let look: RoleLook
    let usesColor: Bool
    private let wished: (foreground: RGB, background: RGB)
    private let foreground: RGB
    private let background: RGB

    init(_ look: RoleLook, in scheme: Scheme) {
        self.look = look
        usesColor = scheme.usesColor
        wished = (
            scheme.color(of: look.foreground, standard: 0x5), scheme.color(of: look.background, standard: 0x0)
        )
        (foreground, background) = FittedLook.fit(wished.foreground, on: wished.background, scheme.contrast)
    }

    func note(for role: Role, contrast: Double) -> String? {
        guard usesColor, foreground != wished.foreground || background != wished.background else { return nil }
        var text = "\(role.rawValue): \(wished.foreground.hex) on \(wished.background.hex) is under \(contrast):1, "
        text += "shown as \(foreground.hex)"
        if background != wished.background { text += " on \(background.hex)" }
        return text
    }

    var trueColor: Style {
        Style(
            foreground: keepsStandard(look.foreground, foreground, wished.foreground) ? .standard : .rgb(foreground),
            background: keepsStandard(look.background, background, wished.background) ? .standard : .rgb(background),
            attributes: look.attributes)
    }

    func indexed(contrast: Double) -> Style {
        let behind = Palette.nearest(to: background)
        let ground = Palette.color(behind)
        let front =
            Palette.nearest(to: foreground) { $0.contrast(with: ground) >= contrast }
            ?? (ground.luminance < 0.18 ? 231 : 16)
        return Style(
            foreground: keepsStandard(look.foreground, foreground, wished.foreground) ? .standard : .indexed(front),
            background: keepsStandard(look.background, background, wished.background) ? .standard : .indexed(behind),
            attributes: look.attributes)
    }

    /// The slots' own numbers among 16 or 8 colors; where those cannot be read, the bright one, white or black.
    func ansi(count: UInt8, isLight: Bool, contrast: Double) -> Style {
        func number(_ shade: Shade, _ color: RGB, standard: Int) -> UInt8 {
            let number =
                switch shade {
                case .slot(let slot): Palette.ansiNumber(slot: slot, isLight: isLight)
                case .standard: Palette.ansiNumber(slot: standard, isLight: isLight)
                case .rgb: FittedLook.nearestAnsi(to: color)
                }
            return number < count ? number : (number == 8 ? 0 : number - 8)
        }
        let behind = number(look.background, background, standard: 0)
        let own = number(look.foreground, foreground, standard: 5)
        let candidates = [own, own | 8, 15, 7, 0].filter { $0 < count }
        let ground = Palette.color(behind)
        let front =
            candidates.first { Palette.color($0).contrast(with: ground) >= contrast }
            ?? candidates.max {
                Palette.color($0).contrast(with: ground) < Palette.color($1).contrast(with: ground)
            } ?? own
        let lostItsHue = front != own && front != own | 8
        let attributes = count == 8 || lostItsHue ? look.attributes.union(look.mono) : look.attributes
        return Style(foreground: .indexed(front), background: .indexed(behind), attributes: attributes)
    }

    private func keepsStandard(_ shade: Shade, _ color: RGB, _ wished: RGB) -> Bool {
        shade == .standard && color == wished
    }

    private static func nearestAnsi(to color: RGB) -> UInt8 {
        let order = Palette.ansi.indices.min {
            Palette.ansi[$0].distance(to: color) < Palette.ansi[$1].distance(to: color)
        }
        return UInt8(order ?? 7)
    }

    /// Moves the foreground towards white or black, whichever is nearer to reach; the background only where neither
    /// can be read on it.
    private static func fit(_ foreground: RGB, on background: RGB, _ contrast: Double) -> (RGB, RGB) {
        if foreground.contrast(with: background) >= contrast { return (foreground, background) }
        for step in 1...100 {
            for goal in [RGB.white, RGB.black] {
                let shade = foreground.mixed(with: goal, part: Double(step) / 100)
                if shade.contrast(with: background) >= contrast { return (shade, background) }
            }
        }
        return background.luminance > 0.18 ? (.black, .white) : (.white, .black)
    }
}
