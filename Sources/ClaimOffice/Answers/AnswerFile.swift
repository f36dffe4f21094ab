public import ClaimExchange

/// A file of payers' answers, read to its end before anything of it is stored.
public struct AnswerFile {
    public private(set) var answers: [AnswerReader.Answer] = []
    /// What is wrong with the file, each at its place; a file with any is not taken in.
    public private(set) var faults: [X12Fault] = []
    /// What is wrong with the file and was read all the same.
    public private(set) var notices: [X12Fault] = []

    /// - Parameter name: a path; `-` is standard input.
    /// - Throws: `InputFault` for a file that cannot be read.
    public init(_ name: String) throws { try self.init(chunks: try FileChunks(name).next) }

    /// - Parameter chunk: gives the next bytes of the file; `nil` at its end.
    init(chunks chunk: @escaping () throws -> [UInt8]?) throws {
        var reader = AnswerReader(chunks: chunk)
        while let item = try reader.next() {
            switch item {
            case .value(let answer): answers.append(answer)
            case .fault(let fault):
                if fault.kind == .compositeSign { notices.append(fault) } else { faults.append(fault) }
            }
        }
    }
}
