import Foundation
import Sealing

/// The folder of the keyring, next to the data folder and never within it: a copy of the data folder, and so of its backups,
/// opens nothing.
struct KeyFolder: Sendable {
    let folder: StoreFolder

    init(of data: StoreFolder) {
        folder =
            StoreFolder(path: data.path + "-keys", patience: data.patience, isTemporary: data.isTemporary)
    }

    var path: String { folder.path }
    var database: String { path + "/keyring.db" }
    /// What the keyring is opened from where it is damaged or gone.
    var copy: String { path + "/keyring-copy.db" }
    var machineKey: String { path + "/machine.key" }
}

/// A private key in a file that only its owner may read: a heading, the name that it signs in with, the key in Base32.
enum KeyFile {
    private static let heading = "cleanclaim key 1"

    static func write(_ pair: KeyPair, name: String, to path: String, in folder: StoreFolder) throws(StoreFault) {
        let draft = path + ".unfinished"
        unlink(draft)
        try folder.write("\(heading)\n\(name)\n\(Base32.text([UInt8](pair.privateBytes)))\n", to: draft)
        try StoreFolder.place(draft, as: path)
    }

    static func read(_ path: String) throws(KeyFault) -> (name: String, pair: KeyPair) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let text = try? String(contentsOfFile: path, encoding: .utf8)
        else { throw .noKeyFile(path: path) }
        guard status.st_mode & 0o077 == 0 else { throw .exposed(path: path) }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 3, lines[0] == heading, let bytes = Base32.bytes(lines[2]),
            let pair = KeyPair(privateBytes: Data(bytes))
        else { throw .noKeyFile(path: path) }
        return (lines[1], pair)
    }
}
