import Foundation

/// What lies in a folder that the program writes into.
package enum FolderContents {
    /// The names; none where the folder cannot be read.
    static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    /// Removes files that the program left when it was killed: those of this user, older than an hour, for what it has not
    /// finished it finishes within moments.
    package static func sweep(_ folder: String, where isLeft: (String) -> Bool) {
        for name in names(in: folder) where isLeft(name) {
            let file = "\(folder)/\(name)"
            var status = stat()
            guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
                time(nil) - status.st_mtim.tv_sec > 3600
            else { continue }
            unlink(file)
        }
    }

    /// Puts the name of a file on the disk, as far as the file system can: a name is on it once its folder is.
    package static func syncName(of path: String) {
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
