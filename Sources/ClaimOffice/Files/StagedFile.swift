import ClaimStore
import Foundation
import Glibc

/// Why a file could not be written, in a sentence with its name.
public struct OutputFault: Error, Sendable {
    public let message: String

    init(_ message: String) { self.message = message }
}

/// Writes a file that only its owner may read, all of it or nothing.
///
/// - Parameters:
///   - replaces: whether a file that has the name already is replaced, in one step; without it, it stays.
///   - keepsMode: whether those may read it who could read the one that is replaced.
public func writeFile(
    _ bytes: [UInt8], to path: String, replaces: Bool = false, keepsMode: Bool = false
) throws(OutputFault) {
    guard replaces, access(path, F_OK) == 0 else { return try StagedFile(bytes, for: path).place() }
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var kind = stat()
    guard stat(real, &kind) == 0, kind.st_mode & S_IFMT == S_IFREG else {
        throw OutputFault("\(path) is not a file that can be replaced. Use another name.")
    }
    let staged = "\(real).new-\(getpid())"
    guard access(real, W_OK) == 0 else { throw StagedFile.fault(errno, path) }
    try StagedFile(bytes, for: staged).place()
    if keepsMode { chmod(staged, kind.st_mode & 0o7777) }
    guard rename(staged, real) == 0 else {
        let fault = errno
        unlink(staged)
        throw StagedFile.fault(fault, path)
    }
    FolderContents.syncName(of: real)
}

/// Writes a new file piece by piece, all of it or nothing, which only its owner may read.
///
/// - Parameter make: is given what adds the next bytes; what it throws leaves no file.
public func writeFile(
    to path: String, making make: (_ add: @escaping ([UInt8]) throws -> Void) throws -> Void
) throws {
    let file = try StagedFile(for: path)
    do {
        try make { try file.append($0) }
    } catch {
        if !(error is OutputFault) { file.discard() }
        throw error
    }
    try file.seal()
    try file.place()
}

/// Whether a file that is written to this name would take the place of another.
public func isTaken(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// A new file that is complete on the disk, and gets its name in one step, which fails if somebody else has taken it.
///
/// Until then it has no name, so that nothing is left of it if the program is killed; a submission, which has to be found
/// again, and file systems that know no files without names have a temporary one.
struct StagedFile {
    let path: String
    private let draft: Draft
    private let descriptor: Int32

    private enum Draft {
        case unnamed
        case named(String)
    }

    /// A file that is complete with these bytes.
    ///
    /// - Parameter name: the temporary name, if it has to have one.
    init(_ bytes: [UInt8], for path: String, under name: String? = nil) throws(OutputFault) {
        try self.init(for: path, under: name)
        try append(bytes)
        try seal()
    }

    /// A file without bytes; an existing file is not overwritten, and only the owner may read the new one.
    init(for path: String, under name: String? = nil) throws(OutputFault) {
        self.path = path
        if access(path, F_OK) == 0 { throw StagedFile.fault(EEXIST, path) }
        let unnamed = name == nil ? StagedFile.openUnnamed(besides: path) : -1
        let name = name ?? "\(path).new-\(getpid())"
        descriptor = unnamed >= 0 ? unnamed : open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StagedFile.fault(errno, path) }
        draft = unnamed >= 0 ? .unnamed : .named(name)
    }

    /// Adds bytes at its end; if that fails, nothing is left of it.
    func append(_ bytes: [UInt8]) throws(OutputFault) { try check(sendBytes(bytes, to: descriptor)) }

    /// Waits until all of it is on the disk; if that fails, nothing is left of it.
    func seal() throws(OutputFault) {
        try check(fsync(descriptor) != 0 && errno != EINVAL ? errno : nil)
    }

    private func check(_ fault: Int32?) throws(OutputFault) {
        guard let fault else { return }
        discard()
        throw StagedFile.fault(fault, path)
    }

    /// Gives the file its name; if that fails, nothing is left of it.
    func place() throws(OutputFault) {
        let fault = link()
        discard()
        if let fault { throw StagedFile.fault(fault, path) }
        FolderContents.syncName(of: path)
    }

    /// Removes the temporary name, if it has one, and lets go of the file.
    func discard() {
        close(descriptor)
        if case .named(let name) = draft { unlink(name) }
    }

    /// - Returns: the error number if the file could not have its name.
    private func link() -> Int32? {
        switch draft {
        case .unnamed:
            let own = "/proc/self/fd/\(descriptor)"
            return linkat(AT_FDCWD, own, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 ? nil : errno
        case .named(let name):
            if Glibc.link(name, path) == 0 { return nil }
            guard errno != EEXIST else { return EEXIST }
            // A file system without links: the name is taken first, and then given to the file.
            let taken = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard taken >= 0 else { return errno }
            close(taken)
            if rename(name, path) == 0 { return nil }
            defer { unlink(path) }
            return errno
        }
    }

    /// - Returns: a descriptor; -1 where the file system, or the system, has no files without names.
    private static func openUnnamed(besides path: String) -> Int32 {
        guard access("/proc/self/fd", X_OK) == 0 else { return -1 }
        // __O_TMPFILE of <fcntl.h>, a macro that Swift does not see.
        return open(folder(of: path), 0o20000000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC, 0o600)
    }

    private static func folder(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }

    static func fault(_ number: Int32, _ path: String) -> OutputFault {
        number == EEXIST
            ? OutputFault("\(path) already exists. Use another name.")
            : OutputFault("\(path) cannot be written: \(String(cString: strerror(number))).")
    }
}

/// Writes all bytes.
///
/// - Returns: the error number if not everything could be written.
public func sendBytes(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EAGAIN {
            var writable = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            poll(&writable, 1, -1)
        } else if count < 0, errno != EINTR {
            return errno
        } else {
            rest = rest.dropFirst(max(0, count))
        }
    }
    return nil
}
