import Crypto
import Foundation

/// The second factor of a sign-in: codes of 6 digits that change every 30 seconds (TOTP, RFC 6238, HMAC-SHA1).
public struct OneTimeCode: Sendable {
    /// What the person's authenticator app holds, too: 20 bytes.
    public let secret: [UInt8]

    private static let issuer = "CleanClaim"
    private static let digits = 6
    private static let secretLength = 20
    private static let secondsPerStep = 30

    /// A new secret, from the system's random numbers.
    public init() {
        let size = SymmetricKeySize(bitCount: OneTimeCode.secretLength * 8)
        secret = SymmetricKey(size: size).withUnsafeBytes(Array.init)
    }

    /// The secret of somebody who has one already; `nil` where it is not 20 bytes.
    public init?(secret: [UInt8]) {
        guard secret.count == OneTimeCode.secretLength else { return nil }
        self.secret = secret
    }

    /// The secret as a person types it into an app: 32 characters of Base32.
    public var text: String { Base32.text(secret) }

    /// What an app reads from a QR code: `otpauth://totp/CleanClaim:NAME?secret=…`, as authenticator apps agreed on it
    /// (the key URI format of google-authenticator).
    ///
    /// - Parameter name: under which the person signs in.
    public func address(for name: String) -> String {
        let issuer = OneTimeCode.issuer
        return "otpauth://totp/\(issuer):\(name.percentEncoded)?secret=\(text)&issuer=\(issuer)"
    }

    /// The code of a moment, in seconds since 1970 (0 for one before it): 6 digits.
    public func code(at seconds: Int) -> String { code(of: OneTimeCode.step(at: seconds)) }

    /// Checks a code that was typed, which may be one step early or late: clocks differ, and typing takes time.
    ///
    /// - Parameters:
    ///   - seconds: the moment, in seconds since 1970.
    ///   - lastStep: the step of the code that was accepted last. No code is accepted twice, and none from before it.
    /// - Returns: the step to keep as the next `lastStep`; `nil` where the code is not accepted.
    public func accepts(_ code: String, at seconds: Int, after lastStep: Int?) -> Int? {
        let now = OneTimeCode.step(at: seconds)
        var accepted: Int?
        // Each step is compared, so that the time taken does not say which one matched.
        for step in max(0, now - 1)...(now + 1) {
            let isEqual = self.code(of: step).isEqualInConstantTime(to: code)
            if isEqual, step > lastStep ?? -1 { accepted = step }
        }
        return accepted
    }

    private static func step(at seconds: Int) -> Int { max(0, seconds) / secondsPerStep }

    /// RFC 4226, section 5.3: four bytes of the HMAC, chosen by its last one, as a number.
    private func code(of step: Int) -> String {
        let counter = withUnsafeBytes(of: UInt64(step).bigEndian) { Data($0) }
        let hash = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let start = Int(hash[hash.count - 1] & 15)
        let number = hash[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let text = String(number).suffix(OneTimeCode.digits)
        return String(repeating: "0", count: OneTimeCode.digits - text.count) + text
    }
}

/// Nobody reads the secret in a log or in the message of a failed test.
extension OneTimeCode: CustomStringConvertible, CustomReflectable {
    public var description: String { "OneTimeCode" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension String {
    fileprivate func isEqualInConstantTime(to other: String) -> Bool {
        let (bytes, others) = (Array(utf8), Array(other.utf8))
        guard bytes.count == others.count else { return false }
        return zip(bytes, others).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// RFC 3986, section 2.1: every byte that is not unreserved is escaped.
    fileprivate var percentEncoded: String {
        utf8.map { byte in
            if byte.isUnreserved { return String(Unicode.Scalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return byte < 16 ? "%0\(digits)" : "%\(digits)"
        }.joined()
    }
}

extension UInt8 {
    /// RFC 3986, section 2.3.
    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
