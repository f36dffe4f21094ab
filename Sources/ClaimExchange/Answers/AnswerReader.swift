import ClaimModel
public import ClaimRules

/// Reads what payers and clearinghouses answer, an X12 stream of 835, 277 (277CA), 999 and TA1, with memory for one claim.
///
/// What is wrong with the file is given out at its place and what follows is read on. Other transactions are refused with
/// words.
public struct AnswerReader {
    /// An answer, or what is wrong with the file at this place.
    public typealias Item = Reading<Answer, X12Fault>

    /// What one piece of the file answers to.
    public enum Answer: Hashable, Sendable {
        case claim(ClaimAnswer)
        case file(FileAnswer)
        case interchange(InterchangeReceipt)
        /// Behind the claims that it pays.
        case payment(RemittancePayment)
    }

    private var reader: AssemblyReader<AnswerTransaction>

    /// - Parameter chunk: gives the next bytes of the file, of any count; `nil` or none at its end.
    public init(chunks chunk: @escaping () throws -> [UInt8]?) {
        reader = AssemblyReader(TransactionReader(chunks: chunk))
    }

    /// - Parameter bytes: the whole file.
    public init(_ bytes: [UInt8]) { reader = AssemblyReader(TransactionReader(bytes)) }

    /// The next answer or fault in the order of the file; `nil` at its end.
    ///
    /// - Throws: what the source of the bytes throws.
    public mutating func next() throws -> Item? { try reader.next() }
}

/// One transaction of answers, of whichever kind.
struct AnswerTransaction: TransactionAssembly {
    private var assembly: any AnswerAssembly

    init(_ transaction: X12Transaction) throws(X12Fault) {
        let isOld = transaction.guide.hasPrefix("004010")
        switch (transaction.kind, isOld) {
        case ("835", false): assembly = RemittanceAssembly()
        case ("277", false): assembly = StatusAssembly(transaction)
        case ("999", false): assembly = AcknowledgmentAssembly(transaction)
        default:
            let hint =
                transaction.kind == "997"
                ? ": it says only whether a file could be read; ask the receiver for the 999 of version 5010" : ""
            throw X12Fault(
                .version, at: transaction.header,
                "Transaction \(transaction.header[1].printable)\(isOld ? " of version 4010" : ""), not a response of "
                    + "version 5010 (835, 277CA, 999, TA1)\(hint)")
        }
    }

    static func output(ofReceipt segment: X12Segment, in interchange: X12Segment?) -> AnswerReader.Answer? {
        .interchange(InterchangeReceipt(segment, in: interchange))
    }

    mutating func take(_ segment: X12Segment, _ items: inout [AnswerReader.Item]) { assembly.take(segment, &items) }
    mutating func finish(_ items: inout [AnswerReader.Item]) { assembly.finish(&items) }
}

/// Gathers the segments of one transaction into answers.
protocol AnswerAssembly {
    mutating func take(_ segment: X12Segment, _ items: inout [AnswerReader.Item])
    mutating func finish(_ items: inout [AnswerReader.Item])
}

extension X12Element {
    /// A date as CCYYMMDD; `nil` for anything else.
    var day: Day? { Day(compact: bytes) }
}
