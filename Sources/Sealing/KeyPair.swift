import Crypto
public import Foundation

/// The key pair of somebody who may open the records: what is sealed for its public half, only the private half opens.
///
/// A data key is sealed for everybody (HPKE, RFC 9180: X25519, HKDF-SHA256, AES-256-GCM), so a new one can be given to all of
/// them without asking for a passphrase.
public struct KeyPair: Sendable {
    private let privateKey: Curve25519.KeyAgreement.PrivateKey

    /// A new random pair.
    public init() { privateKey = Curve25519.KeyAgreement.PrivateKey() }

    /// - Parameter bytes: 32 of the private half; `nil` if they are not.
    public init?(privateBytes bytes: Data) {
        guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes) else { return nil }
        privateKey = key
    }

    public var privateBytes: Data { privateKey.rawRepresentation }
    public var publicBytes: Data { privateKey.publicKey.rawRepresentation }

    private static let suite = HPKE.Ciphersuite(
        kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)
    /// Bytes of the encapsulated key, which come first.
    private static let encapsulated = 32

    /// Seals a key for the holder of a public half.
    public static func seal(_ key: SealingKey, for publicBytes: Data, of place: SealedPlace) throws(SealFault) -> Data {
        do {
            let recipient = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicBytes)
            var sender = try HPKE.Sender(recipientKey: recipient, ciphersuite: suite, info: Data(place.bytes))
            let sealed = try sender.seal(key.bytes)
            return sender.encapsulatedKey + sealed
        } catch {
            throw SealFault()
        }
    }

    public func open(_ sealed: Data, of place: SealedPlace) throws(SealFault) -> SealingKey {
        do {
            var recipient = try HPKE.Recipient(
                privateKey: privateKey, ciphersuite: KeyPair.suite, info: Data(place.bytes),
                encapsulatedKey: sealed.prefix(KeyPair.encapsulated))
            let bytes = try recipient.open(sealed.dropFirst(KeyPair.encapsulated))
            guard let key = SealingKey(bytes: bytes) else { throw SealFault() }
            return key
        } catch {
            throw SealFault()
        }
    }
}
