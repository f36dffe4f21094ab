import Foundation

/// Which claims are open, by lock files of this machine, with a file next to each for who asks for it.
struct FolderHolds: ClaimHolds {
    let folder: StoreFolder

    /// A window that runs keeps its lock: nobody takes it.
    func take(_ names: [String], for holder: Data, isTakenOver: Bool) throws(StoreFault) -> [ClaimLock?] {
        var last: FileLock?
        var locks: [ClaimLock?] = []
        for name in names {
            let held = try take(name, for: holder, after: last)
            locks.append(held.map(ClaimLock.init))
            last = held ?? last
        }
        return locks
    }

    /// - Returns: `nil` where somebody else has it.
    private func take(_ name: String, for holder: Data, after last: FileLock?) throws(StoreFault) -> FileLock? {
        if let lock = last?.alsoNamed(path: lock(name), companion: asking(name)) { return lock }
        do throws(StoreFault) {
            let lock = try FileLock(path: lock(name), companion: asking(name))
            lock.note(holder)
            return lock
        } catch {
            guard error == .openElsewhere else { throw error }
            return nil
        }
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
