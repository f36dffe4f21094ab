import Foundation
import Glibc

/// Notices files that were added, removed or changed in a folder, or in a folder inside it, while the workstation is open.
///
/// It looks only when a key is handled. A release of a code set is a file that is renamed into the folder of its set, which
/// changes that folder's modification time; a policy is a single file.
struct FolderWatch {
    private let folder: URL
    /// The folder and its contents.
    private var paths: [String]
    private var seen: [Stamp?]

    private struct Stamp: Equatable {
        let file: UInt
        let seconds: Int
        let nanoseconds: Int
    }

    init(_ folder: URL) {
        self.folder = folder
        paths = FolderWatch.paths(in: folder)
        seen = paths.map(FolderWatch.stamp(of:))
    }

    /// Whether something has changed since the last call.
    mutating func notices() -> Bool {
        guard paths.map(FolderWatch.stamp(of:)) != seen else { return false }
        paths = FolderWatch.paths(in: folder)
        seen = paths.map(FolderWatch.stamp(of:))
        return true
    }

    private static func paths(in folder: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return [folder.path] + names.sorted().map { folder.appendingPathComponent($0).path }
    }

    private static func stamp(of path: String) -> Stamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Stamp(file: status.st_ino, seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }
}
