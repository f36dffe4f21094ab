import Foundation

/// Which claims are open, by lock files of this machine, with a file next to each for who asks for it.
struct FolderHolds: ClaimHolds {
    let folder: StoreFolder

    /// A window that runs keeps its lock: nobody takes it.
    func take(_ name: String, for holder: Data, isTakenOver: Bool) throws(StoreFault) -> ClaimLock {
        let lock = try FileLock(path: lock(name), companion: asking(name))
        lock.note(holder)
        return ClaimLock(lock)
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
