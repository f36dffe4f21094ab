import ClaimModel
import Foundation
import Glibc

/// What stands in files of claims: drafts, and everything that could not be read.
struct ClaimFiles {
    struct Read {
        /// As the person named it; `-` is standard input.
        let file: String
        let draft: ClaimDraft
    }

    struct Unreadable {
        let file: String
        /// In bytes from the start of the file, where a place is known.
        let offset: Int?
        let message: String
    }

    private(set) var claims: [Read] = []
    private(set) var unreadable: [Unreadable] = []

    /// Reads every file; a bad one does not stop the others.
    init(_ names: [String], in context: ParsingContext) {
        let reader = DraftReader(in: context)
        for name in names {
            do throws(FileFault) {
                read(try ClaimFiles.bytes(of: name), named: name, with: reader)
            } catch {
                unreadable.append(Unreadable(file: name, offset: nil, message: error.words))
            }
        }
    }

    private mutating func read(_ bytes: Data, named name: String, with reader: DraftReader) {
        for document in reader.documents(in: bytes) {
            switch document.result {
            case .success(let draft): claims.append(Read(file: name, draft: draft))
            case .failure(let fault):
                unreadable.append(
                    Unreadable(file: name, offset: fault.offset ?? document.offset, message: fault.description))
            }
        }
    }

    /// Why a file could not be read at all.
    struct FileFault: Error {
        let words: String
    }

    /// The most bytes that a file of claims may have: some hundred thousand claims.
    static let largest = 1 << 30

    static func bytes(of name: String) throws(FileFault) -> Data {
        let handle: FileHandle
        if name == "-" {
            handle = .standardInput
        } else {
            let descriptor = open(name, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else {
                throw FileFault(words: "cannot be opened: \(String(cString: strerror(errno)))")
            }
            handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        }
        do {
            let bytes = try handle.read(upToCount: largest + 1) ?? Data()
            guard bytes.count <= largest else { throw FileFault(words: "is larger than 1 GB; split it") }
            return bytes
        } catch let fault as FileFault {
            throw fault
        } catch {
            throw FileFault(words: "cannot be read: it is a folder, or the disk failed")
        }
    }
}
