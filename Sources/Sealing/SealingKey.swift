import Crypto
public import Foundation

/// A key of 256 bits that seals records: AES-256-GCM with a random nonce (NIST SP 800-38D).
///
/// A key seals at most a few thousand records of one claim, far below the 2^32 for which random nonces are safe.
public struct SealingKey: Sendable {
    private let key: SymmetricKey

    /// A new random key.
    public init() { key = SymmetricKey(size: .bits256) }

    init(_ key: SymmetricKey) { self.key = key }

    /// `nil` unless it has 32 bytes.
    public init?(bytes: some ContiguousBytes) {
        let key = SymmetricKey(data: bytes)
        guard key.bitCount == 256 else { return nil }
        self.key = key
    }

    /// To be sealed by another key, or for a key file; nothing else gets it.
    package var bytes: Data { key.withUnsafeBytes { Data($0) } }

    /// Seals content for one place: anywhere else it does not open.
    ///
    /// - Returns: nonce (12 bytes), ciphertext, tag (16 bytes). The same content never gives the same bytes twice.
    public func seal(_ content: some DataProtocol, for place: SealedPlace) -> Data {
        // Fails only for more than 64 gibibytes.
        guard let sealed = try? AES.GCM.seal(content, using: key, authenticating: place.bytes).combined else {
            preconditionFailure("content too long to be sealed")
        }
        return sealed
    }

    /// - Throws: where the bytes were changed, belong to another place or were sealed by another key.
    public func open(_ sealed: Data, for place: SealedPlace) throws(SealFault) -> Data {
        do {
            return try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: place.bytes)
        } catch {
            throw SealFault()
        }
    }

    /// A key for one purpose, from which this one cannot be found (HKDF-Expand with SHA-256, RFC 5869).
    ///
    /// Of its blocks only the first is needed, which is a code; a list asks for one a row, and the general way takes twice
    /// the time.
    public func derived(for purpose: String, salt: Data = Data()) -> SealingKey {
        let block = Array(purpose.utf8) + [0] + salt + [1]
        return SealingKey(SymmetricKey(data: code(of: block)))
    }

    /// HMAC-SHA256 of a text (RFC 2104): equal for equal texts, and nothing without the key.
    public func code(of text: some DataProtocol) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: text, using: key))
    }

    /// Compares in a time that does not depend on the content.
    public func isCode(_ code: Data, of text: some DataProtocol) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: text, using: key)
    }
}

/// Sealed bytes were changed, moved or put back, or another key sealed them.
public struct SealFault: Error, Hashable, Sendable {
    public init() {}
}
