import Foundation

/// Which file a name represents: another one has taken its place once this differs.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt
    private let inode: UInt

    /// `nil` where the name represents no file.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (device, inode) = (UInt(status.st_dev), UInt(status.st_ino))
    }
}
