public import ClaimModel
import Crypto
import TextKit

/// The SHA-256 of bytes, in 64 small hexadecimal digits.
public enum Fingerprint {
    /// Of the bytes in their order; of no bytes `e3b0c442…`.
    public static func of(_ bytes: some Sequence<UInt8>) -> String {
        SHA256.hash(data: Array(bytes)).hexadecimal
    }

    /// Its first 16 digits.
    static func short(of bytes: some Sequence<UInt8>) -> String {
        SHA256.hash(data: Array(bytes)).prefix(8).hexadecimal
    }

    /// The same of bytes that come piece by piece.
    public static func of<Fault>(chunks chunk: () throws(Fault) -> [UInt8]?) throws(Fault) -> String {
        var hash = SHA256()
        while let bytes = try chunk() { hash.update(data: bytes) }
        return hash.finalize().hexadecimal
    }
}

extension ClaimDraft {
    /// The SHA-256 of the canonical JSON: the same for equal drafts only, so that paper and record can be matched.
    public var fingerprint: String { Fingerprint.of(canonicalJSON()) }
}
