import ClaimModel
public import ClaimRules

/// Reads what payers and clearinghouses answer, an X12 stream of 835, 277 (277CA) and 999, with memory for one claim.
///
/// What is wrong with the file is given out at its place and what follows is read on. Other transactions are refused with
/// words.
public struct AnswerReader {
    public enum Item: Hashable, Sendable {
        case claim(ClaimAnswer)
        case file(FileAnswer)
        /// Behind the claims that it pays.
        case payment(RemittancePayment)
        case fault(X12Fault)
    }

    private var transactions: TransactionReader
    private var open: (any AnswerAssembly)?
    private var sign = CompositeSign()
    private var waiting: [Item] = []

    /// - Parameter chunk: gives the next bytes of the file, of any count; `nil` or none at its end.
    public init(chunks chunk: @escaping () throws -> [UInt8]?) {
        transactions = TransactionReader(chunks: chunk)
    }

    public init(_ bytes: [UInt8]) { transactions = TransactionReader(bytes) }

    /// The next answer or fault in the order of the file; `nil` at its end.
    ///
    /// - Throws: what the source of the bytes throws.
    public mutating func next() throws -> Item? {
        while true {
            if !waiting.isEmpty { return waiting.removeFirst() }
            guard let event = try transactions.next() else { return nil }
            switch event {
            case .begin(let transaction): begin(transaction)
            case .segment(let segment):
                let read = sign.read(segment)
                if let fault = read.fault { waiting.append(.fault(fault)) }
                open?.take(read.segment, &waiting)
            case .end:
                open?.finish(&waiting)
                open = nil
            case .fault(let fault): waiting.append(.fault(fault))
            }
        }
    }

    private mutating func begin(_ transaction: X12Transaction) {
        sign = CompositeSign()
        switch (transaction.kind, transaction.guide.hasPrefix("004010")) {
        case ("835", false): open = RemittanceAssembly()
        case ("277", false): open = StatusAssembly()
        case ("999", false): open = AcknowledgmentAssembly(transaction)
        default:
            open = nil
            let version = transaction.guide.hasPrefix("004010") ? " of version 4010" : ""
            waiting.append(
                .fault(
                    X12Fault(
                        .version, at: transaction.header,
                        "This is a transaction \(transaction.header[1].printable)\(version), no answer of version 5010 "
                            + "(835, 277CA, 999)")))
        }
    }
}

/// Gathers the segments of one transaction into answers.
protocol AnswerAssembly {
    mutating func take(_ segment: X12Segment, _ items: inout [AnswerReader.Item])
    mutating func finish(_ items: inout [AnswerReader.Item])
}

extension X12Element {
    /// A date as CCYYMMDD; `nil` for anything else.
    var day: Day? {
        guard bytes.count == 8, let number else { return nil }
        return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}
