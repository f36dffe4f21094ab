public import ClaimModel

/// The SHA-256 of bytes, in 64 small hexadecimal digits.
public enum Fingerprint {
    public static func of(_ bytes: some Sequence<UInt8>) -> String {
        SHA256.digest(of: Array(bytes)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

extension ClaimDraft {
    /// The SHA-256 of the canonical JSON: the same for equal drafts only, so that paper and record can be matched.
    public var fingerprint: String { Fingerprint.of(canonicalJSON()) }
}
