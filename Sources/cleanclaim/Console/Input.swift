import Foundation
import Glibc

/// Why a file could not be read at all.
struct InputFault: Error {
    let words: String
}

/// The most bytes that a file of claims may have: some hundred thousand claims.
let largestInput = 1 << 30

/// All bytes of a file; `-` is standard input.
func inputBytes(of name: String) throws(InputFault) -> [UInt8] {
    let descriptor = name == "-" ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFault(words: "cannot be opened: \(String(cString: strerror(errno)))") }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
        let count = read(descriptor, &piece, piece.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw InputFault(words: "cannot be read: \(String(cString: strerror(errno)))") }
        guard count > 0 else { return bytes }
        bytes += piece.prefix(count)
        guard bytes.count <= largestInput else { throw InputFault(words: "is larger than 1 GB; split it") }
    }
}
