import Crypto
import CryptoExtras
public import Foundation

/// What seals a private key by a passphrase: scrypt (RFC 7914) gives the key that AES-256-GCM seals it with.
///
/// Takes about a tenth of a second and 32 mebibytes on purpose, so it is never done on the loop.
public enum Passphrase {
    /// The fewest characters: NIST SP 800-63B asks for 8 where guesses can be counted; whoever has the disk guesses uncounted.
    public static let shortest = 12

    /// N = 2^15, r = 8, p = 1.
    private static let cost: UInt8 = 15
    private static let saltLength = 16

    /// - Returns: log2 N, the salt, and what AES-GCM gives.
    public static func seal(_ content: Data, by passphrase: String, for place: SealedPlace) -> Data {
        let salt = Data((0..<saltLength).map { _ in UInt8.random(in: .min ... .max) })
        guard let key = key(passphrase, salt, cost) else { preconditionFailure("scrypt has no memory") }
        return [cost] + salt + key.seal(content, for: place)
    }

    /// - Throws: for a wrong passphrase, and for bytes that were changed.
    public static func open(_ sealed: Data, by passphrase: String, for place: SealedPlace) throws(SealFault) -> Data {
        let sealed = Data(sealed)
        guard sealed.count > 1 + saltLength, (10...20).contains(sealed[0]),
            let key = key(passphrase, sealed[1...saltLength], sealed[0])
        else { throw SealFault() }
        return try key.open(sealed.dropFirst(1 + saltLength), for: place)
    }

    /// A passphrase is the same however its letters are composed (Unicode NFC).
    private static func key(_ passphrase: String, _ salt: Data, _ cost: UInt8) -> SealingKey? {
        let text = Data(passphrase.precomposedStringWithCanonicalMapping.utf8)
        let key = try? KDF.Scrypt.deriveKey(
            from: text, salt: salt, outputByteCount: 32, rounds: 1 << Int(cost), blockSize: 8, parallelism: 1)
        return key.map { SealingKey($0) }
    }
}
