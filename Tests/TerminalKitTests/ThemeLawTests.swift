import Foundation
import Testing

@testable import TerminalKit
import TextKit

private let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../themes").standardizedFileURL
private let library = ThemeLibrary(folders: [folder])

private func rgb(_ paint: Paint, standard: RGB) -> RGB {
    switch paint {
    case .standard: standard
    case .rgb(let color): color
    case .indexed(let index): Palette.color(index)
    }
}

@Suite struct ThemeLawTests {
    @Test func `the shipped themes are there`() {
        #expect(
            library.names == [
                "default", "gruvbox-dark-hard", "high-contrast", "light", "mono", "nord", "solarized-dark",
            ])
    }

    @Test(arguments: library.names)
    func `loads as it is meant`(name: String) throws {
        let theme = try library.load(name)
        #expect(theme.notes == [])
        #expect(!theme.author.isEmpty)
    }

    @Test(arguments: library.names, [ColorDepth.trueColor, .indexed256])
    func `every role can be read`(name: String, depth: ColorDepth) throws {
        let theme = try library.load(name)
        let least = name == "high-contrast" ? 7 : 4.5
        for role in Role.allCases {
            let style = theme.style(for: role, at: depth)
            if name == "mono" {
                #expect(style.foreground == .standard && style.background == .standard)
                continue
            }
            let front = rgb(style.foreground, standard: .white)
            let ground = rgb(style.background, standard: .black)
            #expect(front.contrast(with: ground) >= least, "\(name) \(role.rawValue) \(front.hex) on \(ground.hex)")
        }
    }

    @Test(arguments: library.names, [(ColorDepth.ansi16, 16), (.ansi8, 8)])
    func `stays inside a small palette`(name: String, depth: (ColorDepth, Int)) throws {
        let theme = try library.load(name)
        for role in Role.allCases {
            let style = theme.style(for: role, at: depth.0)
            for paint in [style.foreground, style.background] where name != "mono" {
                guard case .indexed(let index) = paint else {
                    Issue.record("\(role.rawValue) is \(paint)")
                    continue
                }
                #expect(Int(index) < depth.1)
            }
            let front = rgb(style.foreground, standard: .white)
            #expect(front.contrast(with: rgb(style.background, standard: .black)) >= 3, "\(name) \(role.rawValue)")
        }
    }

    /// An error is filled with its color, a hint is plain and as faint as anything.
    @Test(arguments: library.names, [ColorDepth.trueColor, .indexed256])
    func `what is wrong is the loudest, a hint the quietest`(name: String, depth: ColorDepth) throws {
        let theme = try library.load(name)
        let error = theme.style(for: .markError, at: depth)
        #expect(error.attributes.isSuperset(of: [.reverse, .bold]))
        let others = Role.allCases.filter { $0 != .markError && $0 != .findingError }
        #expect(name == "mono" || others.allSatisfy { !theme.style(for: $0, at: depth).attributes.contains(.reverse) })
        let hint = theme.style(for: .hint, at: depth)
        #expect(hint.attributes.isEmpty && hint == theme.style(for: .muted, at: depth))
    }

    /// With the colours taken away, what must not be confused still differs.
    @Test(arguments: library.names, ColorDepth.allCases)
    func `meaning is never in colour alone`(name: String, depth: ColorDepth) throws {
        let theme = try library.load(name)
        for roles: [Role] in [
            [.findingError, .findingWarning, .findingNote], [.markError, .markWarning, .markNote],
            [.field, .fieldFocused, .fieldSelected], [.step, .stepCurrent], [.text, .selection],
        ] {
            let mono = roles.map { theme.style(for: $0, at: .mono) }
            #expect(Set(mono).count == roles.count)
            #expect(mono.allSatisfy { $0.foreground == .standard && $0.background == .standard })
            #expect(Set(roles.map { theme.style(for: $0, at: depth) }).count == roles.count, "\(roles) at \(depth)")
        }
        let glyphs = [Glyphs.unicode, .ascii].map { [$0.ok, $0.error, $0.warning, $0.note] }
        #expect(glyphs.allSatisfy { Set($0).count == 4 })
    }
}
