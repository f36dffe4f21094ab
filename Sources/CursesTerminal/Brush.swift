import CNcurses
import TerminalKit

/// A theme in the terms of ncurses: attributes and color pairs by role, made when first needed.
struct Brush {
    typealias Look = (attributes: UInt32, pair: Int32)

    let theme: Theme
    let depth: ColorDepth
    private var looks: [Role: Look] = [:]

    init(theme: Theme, depth: ColorDepth) {
        self.theme = theme
        self.depth = depth
    }

    mutating func look(of role: Role) -> Look {
        if let look = looks[role] { return look }
        let style = theme.style(for: role, at: depth)
        let look = (attributes: Brush.bits(of: style.attributes), pair: Brush.pair(of: style))
        looks[role] = look
        return look
    }

    private static func bits(of attributes: Attributes) -> UInt32 {
        var bits: UInt32 = 0
        if attributes.contains(.bold) { bits |= cc_bold() }
        if attributes.contains(.dim) { bits |= cc_dim() }
        if attributes.contains(.underline) { bits |= cc_underline() }
        if attributes.contains(.reverse) { bits |= cc_reverse() }
        return bits
    }

    private static func pair(of style: Style) -> Int32 {
        let (front, behind) = (number(of: style.foreground), number(of: style.background))
        guard front >= 0 || behind >= 0 else { return 0 }
        return max(0, alloc_pair(front, behind))
    }

    private static func number(of paint: Paint) -> Int32 {
        switch paint {
        case .standard: return -1
        case .indexed(let index): return Int32(index)
        case .rgb(let color):
            let value = Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue)
            // Direct-color descriptions keep the lowest numbers for the standard palette.
            return value < 16 ? 0x010101 : value
        }
    }
}
