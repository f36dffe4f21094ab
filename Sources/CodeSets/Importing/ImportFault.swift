/// Why a publisher's file can't be imported: where it is, what is wrong and what to do.
public struct ImportFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's name without its folder.
    public let file: String
    /// Counted from 1; `nil` where it is the whole file.
    public let line: Int?
    /// What is wrong and what to do, in sentences, the first one without a capital letter.
    public let reason: String

    /// - Parameter file: the name without its folder.
    public init(_ file: String, line: Int? = nil, _ reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    public var description: String { "\(file)\(line.map { ", line \($0)" } ?? ""): \(reason)" }
}

/// Tells how far an import has come: the file's name, and how much of it is read, from 0 to 1.
public typealias ImportProgress = (_ file: String, _ fraction: Double) -> Void

extension TableBuilder {
    mutating func add(_ row: CodeRow, of file: PublisherFile, line: Int) throws(ImportFault) {
        do throws(UnreadableRow) { try add(row) } catch { throw file.fault(line: line, "\(error).") }
    }
}
