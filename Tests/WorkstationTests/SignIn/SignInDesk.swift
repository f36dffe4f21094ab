import TerminalKit
import TextKit

@testable import Workstation

/// Somebody at the sign-in screen.
final class SignInDesk {
    private(set) var signIn: SignIn
    /// Everything that was asked for so far.
    private(set) var requests: [SignInRequest] = []

    init(_ purpose: SignIn.Purpose, _ size: Size = Workstation.smallest, name: String = "") {
        signIn = SignIn(purpose, size: size, name: name)
    }

    @discardableResult
    func press(_ keys: Key...) -> SignInDesk {
        for key in keys { take(.key(key)) }
        return self
    }

    @discardableResult
    func type(_ text: String) -> SignInDesk {
        for scalar in text.unicodeScalars { take(.key(.character(Character(scalar)))) }
        return self
    }

    @discardableResult
    func paste(_ text: String, dropped: Int = 0) -> SignInDesk {
        take(.paste(text, dropped: dropped))
        return self
    }

    func take(_ event: Event) {
        if let request = signIn.handle(event) { requests.append(request) }
    }

    /// What whoever carries out the requests answers.
    @discardableResult
    func answer(_ answer: (inout SignIn) -> Void) -> SignInDesk {
        answer(&signIn)
        return self
    }

    var frame: Frame { signIn.frame(glyphs: .unicode) }
    /// The words of the screen, in whatever lines they are.
    var text: String { SignInDesk.words(of: frame.lines[...]) }
    /// Those of the lines above the footer.
    var message: String {
        let parts = FrameParts(frame.size)
        return SignInDesk.words(of: frame.lines[parts.findingRow..<parts.footerRow])
    }
    var footer: String { frame.lines[frame.size.rows - 1] }

    private static func words(of lines: ArraySlice<String>) -> String {
        lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    }
}

/// Fictitious.
enum SignInSample {
    static let passphrase = "plum orbit candle"
    static let recoveryKey = Secret("QW3E-RT5Y-UIOP-ASDF-GH6J-KLZX-CV7B-NM2Q-WERT-YUIO-PASD-FGHJ-KLZX")
    static let factorKey = Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    /// As wide and as high as the code of an ordinary name.
    static let picture = (0..<23).map { row in
        String((0..<45).map { row > 1 && row < 21 && $0 > 3 && $0 < 41 ? ($0 + row) % 3 == 0 ? "▀" : "█" : " " })
    }
}
