import ClaimExchange
import ClaimModel
import Foundation

/// The claims of files one by one, and everything that could not be read; a bad file or claim does not stop the others.
struct ClaimFiles: Sequence, IteratorProtocol {
    enum Item {
        /// A draft and the file as the person named it.
        case claim(ClaimDraft, file: String)
        case unreadable(UnreadableFile)
    }

    private var names: ArraySlice<String>
    private var current: (file: String, documents: DraftDocuments)?
    private let reader: DraftReader

    /// - Parameter names: paths; `-` is standard input.
    init(_ names: [String], in context: ParsingContext) {
        self.names = names[...]
        reader = DraftReader(in: context)
    }

    mutating func next() -> Item? {
        while true {
            if let document = current?.documents.next(), let file = current?.file {
                return ClaimFiles.item(document, in: file)
            }
            guard let name = names.popFirst() else { return nil }
            do throws(InputFault) {
                current = (name, reader.documents(in: try inputBytes(of: name)))
            } catch {
                current = nil
                return .unreadable(UnreadableFile(file: name, offset: nil, message: error.words))
            }
        }
    }

    private static func item(_ document: DraftDocument, in file: String) -> Item {
        switch document.result {
        case .success(let draft): .claim(draft, file: file)
        case .failure(let fault):
            .unreadable(
                UnreadableFile(file: file, offset: fault.offset ?? document.offset, message: fault.description))
        }
    }
}
