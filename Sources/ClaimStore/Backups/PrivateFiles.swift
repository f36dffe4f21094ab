import Foundation

/// Files and folders that only their owner may look into.
extension StoreFolder {
    func makePrivate(_ folder: String) throws(StoreFault) {
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw StoreFault(errno: errno, path: folder) }
        try close(folder, to: 0o700)
    }

    /// Makes an empty file.
    func makeFile(_ path: String) throws(StoreFault) {
        let descriptor = Foundation.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreFault(errno: errno, path: path) }
        Foundation.close(descriptor)
    }

    func write(_ text: String, to path: String) throws(StoreFault) { try write(Data(text.utf8), to: path) }

    /// Writes a new file.
    func write(_ bytes: Data, to path: String) throws(StoreFault) {
        try makeFile(path)
        guard let file = FileHandle(forWritingAtPath: path) else { throw StoreFault(errno: errno, path: path) }
        do {
            try file.write(contentsOf: bytes)
            try file.synchronize()
            try file.close()
        } catch {
            unlink(path)
            throw (error as NSError).code == NSFileWriteOutOfSpaceError ? .full : StoreFault(errno: errno, path: path)
        }
    }

    /// Gives a finished file its name, in place of an earlier one; on the disk once it returns.
    static func place(_ draft: String, as path: String) throws(StoreFault) {
        let descriptor = Foundation.open(draft, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreFault(errno: errno, path: draft) }
        let isWritten = fsync(descriptor) == 0
        let fault = errno
        Foundation.close(descriptor)
        guard isWritten else { throw StoreFault(errno: fault, path: draft) }
        guard rename(draft, path) == 0 else { throw StoreFault(errno: errno, path: path) }
        FolderContents.syncName(of: path)
    }
}

enum PrivateFile {
    /// Overwrites a file with zeros and deletes it.
    static func overwrite(_ path: String) {
        if let file = FileHandle(forUpdatingAtPath: path), var rest = try? file.seekToEnd(),
            (try? file.seek(toOffset: 0)) != nil
        {
            let zeros = Data(count: 1 << 20)
            while rest > 0, (try? file.write(contentsOf: zeros.prefix(Int(min(rest, 1 << 20))))) != nil {
                rest -= min(rest, 1 << 20)
            }
            try? file.synchronize()
            try? file.close()
        }
        unlink(path)
    }
}
