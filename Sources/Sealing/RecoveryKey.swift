import Crypto
import Foundation

/// The key that opens the records when no passphrase does: printed once, kept nowhere.
///
/// 160 random bits in eight groups of four letters and digits: `7KQ2-…`.
public struct RecoveryKey: Sendable {
    private let bytes: [UInt8]

    /// A new random key.
    public init() { bytes = (0..<20).map { _ in UInt8.random(in: .min ... .max) } }

    /// As a person types it: small letters, spaces and missing hyphens are fine; `nil` where it cannot be one.
    public init?(typed text: String) {
        guard let bytes = Base32.bytes(text), bytes.count == 20 else { return nil }
        self.bytes = bytes
    }

    /// To be written down.
    public var text: String {
        let letters = Array(Base32.text(bytes))
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    public var pair: KeyPair {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: bytes), info: Data("recovery".utf8), outputByteCount: 32)
        guard let pair = key.withUnsafeBytes({ KeyPair(privateBytes: Data($0)) }) else {
            preconditionFailure("32 bytes are a private key")
        }
        return pair
    }
}
