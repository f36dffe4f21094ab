import Foundation
import Prerequisites
import Testing

@testable import Sealing

struct OneTimeCodeTests {
    private static let appendix = Array("12345678901234567890".utf8)

    private func sample() throws -> OneTimeCode { try #require(OneTimeCode(secret: OneTimeCodeTests.appendix)) }

    /// RFC 6238, appendix B, whose codes have 8 digits: ours are the last 6.
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `The vectors of RFC 6238`(seconds: Int, code: String) throws {
        #expect(try sample().code(at: seconds) == code.suffix(6))
    }

    @Test func `A code is accepted one step early and late, and no further`() throws {
        let factor = try sample()
        let now = 1_234_567_890
        let accepted = (-3...3).map { factor.accepts(factor.code(at: now + 30 * $0), at: now, after: nil) }
        #expect(accepted == [nil, nil, now / 30 - 1, now / 30, now / 30 + 1, nil, nil])
    }

    @Test func `A code is accepted once, and none from before it`() throws {
        let factor = try sample()
        let now = 1_234_567_890
        let step = try #require(factor.accepts(factor.code(at: now), at: now, after: nil))
        #expect(factor.accepts(factor.code(at: now), at: now, after: step) == nil)
        #expect(factor.accepts(factor.code(at: now - 30), at: now, after: step) == nil)
        #expect(factor.accepts(factor.code(at: now + 30), at: now, after: step) == step + 1)
    }

    @Test(arguments: ["", "0", "59240", "0059240", "00592４", "-05924", "005925"])
    func `Another text is no code`(text: String) throws {
        #expect(try sample().accepts(text, at: 1_234_567_890, after: nil) == nil)
        #expect(try sample().accepts("005924", at: 1_234_567_890, after: nil) != nil)
    }

    @Test func `The first moments of 1970 have codes`() throws {
        let factor = try sample()
        #expect(factor.accepts(factor.code(at: 0), at: 0, after: nil) == 0)
        #expect(factor.code(at: -1) == factor.code(at: 0))
    }

    @Test func `A new secret is 20 bytes, another one each time, and in no description`() {
        let (one, other) = (OneTimeCode(), OneTimeCode())
        #expect(one.secret.count == 20)
        #expect(one.secret != other.secret)
        #expect(OneTimeCode(secret: Array(one.secret.dropLast())) == nil)
        var dumped = ""
        dump(one, to: &dumped)
        let bytes = one.secret.map(String.init).joined(separator: ", ")
        for text in ["\(one)", String(reflecting: one), dumped] {
            #expect(!text.contains(one.text) && !text.contains(bytes))
        }
    }

    @Test func `The address names the issuer and the person, escaped`() throws {
        let address = try sample().address(for: "Renée O'Hara & Co")
        #expect(
            address == "otpauth://totp/CleanClaim:Ren%C3%A9e%20O%27Hara%20%26%20Co"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=CleanClaim")
        #expect(URLComponents(string: address)?.path == "/CleanClaim:Renée O'Hara & Co")
    }

    @Test(.enabled(if: runs(with: OATHTool.isAtHand))) func `oathtool makes the same codes`() throws {
        for _ in 0..<10 {
            let factor = OneTimeCode()
            let seconds = Int.random(in: 0...4_000_000_000)
            let code = try OATHTool.run(["--totp", "--base32", "--now=@\(seconds)", factor.text])
            #expect(code == factor.code(at: seconds))
        }
    }
}

/// Debian's implementation of RFC 6238.
private enum OATHTool {
    private static let program = SystemProgram("oathtool")

    static var isAtHand: Bool { (try? run(["--version"])) != nil }

    static func run(_ arguments: [String]) throws -> String { try program.output(arguments) }
}
