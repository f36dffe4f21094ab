import Foundation

/// Which claims are open, by lock files of this machine, with a file next to each for who asks for it.
struct FolderHolds: ClaimHolds {
    let folder: StoreFolder

    /// A window that runs keeps its lock: nobody takes it.
    func take(_ names: [String], for holder: Data, isTakenOver: Bool) -> [Result<ClaimLock, StoreFault>] {
        var last: FileLock?
        return names.map { name in
            Result { () throws(StoreFault) in
                let held = try take(name, for: holder, after: last)
                last = held
                return ClaimLock(held)
            }
        }
    }

    private func take(_ name: String, for holder: Data, after last: FileLock?) throws(StoreFault) -> FileLock {
        let (path, companion) = (lock(name), asking(name))
        if let lock = last?.alsoNamed(path: path, companion: companion) { return lock }
        let own = try FileLock(path: path, companion: companion)
        own.note(holder)
        return own
    }

    func holder(_ name: String) throws(StoreFault) -> (bytes: Data, since: Date)? { try FileLock.content(lock(name)) }

    func request(_ name: String) throws(StoreFault) -> Data? { FileManager.default.contents(atPath: asking(name)) }

    /// Under its name at once, so that nobody reads half of it.
    func put(_ request: Data?, _ name: String) throws(StoreFault) {
        let path = asking(name)
        guard let request else {
            unlink(path)
            return
        }
        let draft = path + "-new"
        unlink(draft)
        try folder.write(request, to: draft)
        guard rename(draft, path) == 0 else { throw StoreFault(errno: errno, path: path) }
    }

    private func lock(_ name: String) -> String { "\(folder.locks)/\(name).lock" }
    private func asking(_ name: String) -> String { "\(folder.locks)/\(name).ask" }
}
