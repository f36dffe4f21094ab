import ClaimStore
import Foundation
import Glibc

/// The folder of files that were taken.
struct FileArchive {
    let folder: String

    /// The most files of one name.
    private static let mostNames = 10_000

    /// Moves a file there, under its own name or one with a number; nothing there is written over.
    ///
    /// - Returns: the name that it has there.
    func take(_ file: IncomingFile) throws(OutputFault) -> String {
        guard !file.isReplaced else { throw OutputFault("\(file.name) was replaced by another file.") }
        try prepare()
        for number in 1...FileArchive.mostNames {
            let name = FileArchive.name(file.name, number)
            let target = "\(folder)/\(name)"
            switch FileArchive.move(file, target) {
            case nil:
                FolderContents.syncName(of: target)
                FolderContents.syncName(of: file.path)
                return name
            case EEXIST?: continue
            case ESTALE?: throw OutputFault("\(file.name) was replaced by another file.")
            case EXDEV?, EPERM?, EOPNOTSUPP?:
                guard try copy(file, target) else { continue }
                return name
            case let fault?: throw StagedFile.fault(fault, target)
            }
        }
        throw OutputFault("\(folder) has too many files named \(file.name).")
    }

    private func prepare() throws(OutputFault) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw OutputFault("\(folder) cannot be made.")
        }
    }

    /// `era.835`, `era-2.835`
    private static func name(_ name: String, _ number: Int) -> String {
        guard number > 1 else { return name }
        let url = URL(fileURLWithPath: name)
        let ending = url.pathExtension.isEmpty ? "" : "." + url.pathExtension
        return String(name.dropLast(ending.count)) + "-\(number)" + ending
    }

    /// Gives the file a second name, which fails where the name is taken; then the first one goes.
    ///
    /// - Returns: the error number if it could not be moved: `EEXIST` where the name is taken, `ESTALE` where another file has
    ///   come into its place.
    private static func move(_ file: IncomingFile, _ target: String) -> Int32? {
        guard link(file.path, target) == 0 else { return errno }
        guard FileStamp(at: target)?.isSameFile(as: file.stamp) == true, !file.isReplaced else {
            unlink(target)
            return ESTALE
        }
        guard unlink(file.path) == 0 else {
            let fault = errno
            unlink(target)
            return fault
        }
        return nil
    }

    /// Copies a file where it cannot be linked, as to another file system, and removes it once the copy is on the disk.
    ///
    /// - Returns: whether the name was free.
    private func copy(_ file: IncomingFile, _ target: String) throws(OutputFault) -> Bool {
        guard !isTaken(target) else { return false }
        let staged = try StagedFile(for: target)
        do {
            let chunks = try file.chunks(sealedBy: nil)
            while let piece = try chunks.next() { try staged.append(piece) }
            try file.checkUnchanged()
        } catch let fault as OutputFault {
            throw fault
        } catch {
            staged.discard()
            throw OutputFault("\(file.name) \((error as? InputFault)?.message ?? "cannot be read").")
        }
        try staged.seal()
        try staged.place()
        guard unlink(file.path) == 0 else { throw StagedFile.fault(errno, file.path) }
        return true
    }
}
