import Foundation
import Glibc

/// Notices that releases of code sets were loaded or removed while the workstation is open.
///
/// It looks when a key is handled and never otherwise: a release is a file that is renamed into the folder of its set,
/// which changes the folder's time of change.
struct CodeWatch {
    private let folder: URL
    /// The folder of the releases and those of the sets in it.
    private var folders: [String]
    private var seen: [Stamp?]

    private struct Stamp: Equatable {
        let file: UInt
        let seconds: Int
        let nanoseconds: Int
    }

    init(_ folder: URL) {
        self.folder = folder
        folders = CodeWatch.folders(in: folder)
        seen = folders.map(CodeWatch.stamp(of:))
    }

    /// Whether something has changed since this was asked last.
    mutating func notices() -> Bool {
        guard folders.map(CodeWatch.stamp(of:)) != seen else { return false }
        folders = CodeWatch.folders(in: folder)
        seen = folders.map(CodeWatch.stamp(of:))
        return true
    }

    private static func folders(in folder: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return [folder.path] + names.sorted().map { folder.appendingPathComponent($0).path }
    }

    private static func stamp(of path: String) -> Stamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Stamp(file: status.st_ino, seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }
}
