public import ClaimModel
import Crypto
import Foundation

extension ClaimDraft {
    /// The SHA-256 of the canonical JSON, in 64 small hexadecimal digits: the same for equal drafts only, so that paper and
    /// record can be matched.
    public var fingerprint: String {
        SHA256.hash(data: Data(canonicalJSON())).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
