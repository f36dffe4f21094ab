public import Foundation
import Sealing

/// Who has a claim open.
public struct ClaimHolder: Hashable, Sendable {
    /// The name that they signed in with; `""` where it is not known.
    public let person: String
    public let desk: String
    /// To the millisecond.
    public let since: Date

    public init(person: String, desk: String, since: Date) {
        (self.person, self.desk, self.since) = (person, desk, since)
    }
}

extension ClaimStore {
    /// Who has a claim open; `nil` for nobody.
    public func holder(of id: String) throws(StoreFault) -> ClaimHolder? {
        guard let held = try holds.holder(try fileName(for: id)) else { return nil }
        guard let texts = try opened(held.bytes, "holder", ""), let holder = ClaimHolder(texts) else {
            return ClaimHolder(person: "", desk: "", since: held.since)
        }
        // The clock of that desk may be wrong; the server's says it for every desk.
        return presence == nil ? holder : ClaimHolder(person: holder.person, desk: holder.desk, since: held.since)
    }

    /// Whose files change as soon as somebody opens or closes a claim, or asks for one.
    public var holdFolder: String { folder.locks }

    /// Who is signed in here, as the holder of a claim.
    var ownHolder: ClaimHolder {
        ClaimHolder(
            person: keyring.signedIn?.name ?? "", desk: deskName,
            since: Date(timeIntervalSince1970: (Date().timeIntervalSince1970 * 1000).rounded() / 1000))
    }

    /// The same for every claim that is open here: several may have it in common.
    func sealedHolder() throws(StoreFault) -> Data {
        try engine.saying { try sealed(ownHolder.texts, "holder", "") }
    }
}

extension ClaimStore {
    /// Seals what lies next to a claim.
    func sealed(_ texts: [String], _ kind: String, _ id: String) throws -> Data {
        try seals.office().seal(PackedTexts.pack(texts), for: place(kind, id))
    }

    /// - Returns: `nil` for what is no such file, or of another claim.
    func opened(_ bytes: Data, _ kind: String, _ id: String) throws(StoreFault) -> [String]? {
        try seals.check()
        let content = try? seals.office().open(record: bytes, for: place(kind, id))
        return content.flatMap(PackedTexts.unpack)?.compactMap(\.self)
    }

    private func place(_ kind: String, _ id: String) -> SealedPlace {
        var place = SealedPlace(kind)
        place.add(id)
        return place
    }
}

extension ClaimHolder {
    var texts: [String] { [person, desk, String(Int64((since.timeIntervalSince1970 * 1000).rounded()))] }

    init?(_ texts: [String]) {
        guard texts.count >= 3, let time = Int64(texts[2]) else { return nil }
        self.init(person: texts[0], desk: texts[1], since: Date(timeIntervalSince1970: Double(time) / 1000))
    }
}

extension FileLock {
    /// What the holder of a lock has written into it; `nil` where nobody holds it.
    ///
    /// - Returns: also when the file was made or written.
    static func content(_ path: String) throws(StoreFault) -> (bytes: Data, since: Date)? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw StoreFault(errno: errno, path: path)
        }
        defer { close(descriptor) }
        var status = stat()
        // Nobody keeps it: what is written there is of somebody who was killed, or is gone by now.
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0, fstat(descriptor, &status) == 0, isStill(path, descriptor)
        else {
            return nil
        }
        var bytes = Data(count: 4096)
        let length = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        return (bytes.prefix(max(0, length)), Date(timeIntervalSince1970: Double(status.st_mtim.tv_sec)))
    }
}
