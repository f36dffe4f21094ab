import Crypto
import Foundation
import Sealing

/// What of a record is sealed: who did it, by the office's key, and what was changed, by the claim's. Each has a random salt in
/// it, so that the digest, which is in clear, says nothing of what was forgotten.
struct TrailContent {
    let who: Data
    let body: Data?

    init(who: Data, body: Data?) {
        self.who = who
        self.body = body
    }

    init(by person: TrailPerson, _ text: String?, _ changes: [TrailChange]) {
        who = PackedTexts.pack([TrailContent.salt, person.name, person.role])
        let texts = changes.flatMap { [$0.label, $0.before, $0.after] }
        body = text == nil && texts.isEmpty ? nil : PackedTexts.pack([TrailContent.salt, text] + texts)
    }

    private static var salt: String {
        [UInt64.random(in: .min ... .max), .random(in: .min ... .max)].map { String($0, radix: 36) }.joined()
    }

    /// SHA-256 of both.
    var digest: Data {
        var hash = SHA256()
        for part in [who, body ?? Data()] {
            withUnsafeBytes(of: UInt64(part.count).littleEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: part)
        }
        return Data(hash.finalize())
    }

    static func person(_ who: Data) -> TrailPerson? {
        guard let texts = PackedTexts.unpack(who), texts.count >= 3 else { return nil }
        return TrailPerson(name: texts[1] ?? "", role: texts[2] ?? "")
    }

    static func said(_ body: Data) -> (text: String?, changes: [TrailChange])? {
        guard let texts = PackedTexts.unpack(body), texts.count >= 2 else { return nil }
        let changes = stride(from: 2, to: texts.count - 2, by: 3).map { index in
            TrailChange(texts[index] ?? "", from: texts[index + 1] ?? "", to: texts[index + 2] ?? "")
        }
        return (texts[1], changes)
    }

    static func placeOfWho(_ desk: Int64, _ place: Int64) -> SealedPlace { SealedPlace("trailWho", desk, place) }
    static func placeOfBody(_ desk: Int64, _ place: Int64) -> SealedPlace { SealedPlace("trailBody", desk, place) }
}

/// Who was signed in.
public struct TrailPerson: Hashable, Sendable {
    public let name: String
    /// `lead`, or what opened the records in place of a person: `machine`, `service`.
    public let role: String
}

extension TrailPerson {
    init(_ holder: Holder) {
        self.init(
            name: holder.name, role: holder.kind == .person ? holder.role.rawValue : holder.kind.rawValue)
    }
}
