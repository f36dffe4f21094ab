/// Gathers the segments of one transaction into what it holds.
protocol TransactionAssembly {
    associatedtype Output

    /// - Throws: why a transaction of this kind is not read.
    init(_ transaction: X12Transaction) throws(X12Fault)

    /// What the receipt of an interchange (TA1) says; `nil` where such files are not read for it.
    static func output(ofReceipt segment: X12Segment, in interchange: X12Segment?) -> Output?

    mutating func take(_ segment: X12Segment, _ items: inout [Reading<Output, X12Fault>])
    /// The transaction has no SE: what comes last may not be whole.
    mutating func cutOff()
    mutating func finish(_ items: inout [Reading<Output, X12Fault>])
}

extension TransactionAssembly {
    static func output(ofReceipt segment: X12Segment, in interchange: X12Segment?) -> Output? { nil }

    mutating func cutOff() {}
}

/// Reads what the transactions of an X12 stream hold, with memory for one of them at a time.
///
/// What is wrong with the file comes out at its place, and what follows is read on.
struct AssemblyReader<Assembly: TransactionAssembly> {
    typealias Item = Reading<Assembly.Output, X12Fault>

    private var transactions: TransactionReader
    private var assembly: Assembly?
    private var sign = CompositeSign()
    private var waiting: [Item] = []

    /// Whether a transaction has begun, of whatever kind.
    private(set) var hasTransaction = false
    /// The receipt of an interchange (TA1), if one has come.
    var receipt: X12Segment? { transactions.receipt }

    init(_ transactions: TransactionReader) { self.transactions = transactions }

    /// The next item in the order of the file; `nil` at its end.
    ///
    /// - Throws: what the source of the bytes throws.
    mutating func next() throws -> Item? {
        while true {
            if !waiting.isEmpty { return waiting.removeFirst() }
            guard let event = try transactions.next() else { return nil }
            switch event {
            case .value(.begin(let transaction)): begin(transaction)
            case .value(.segment(let segment)): take(segment)
            case .value(.cutOff): assembly?.cutOff()
            case .value(.end):
                assembly?.finish(&waiting)
                assembly = nil
            case .value(.receipt(let segment, let interchange)):
                if let output = Assembly.output(ofReceipt: segment, in: interchange) { waiting.append(.value(output)) }
            case .fault(let fault): waiting.append(.fault(fault))
            }
        }
    }

    private mutating func begin(_ transaction: X12Transaction) {
        sign = CompositeSign()
        assembly = nil
        hasTransaction = true
        do throws(X12Fault) {
            assembly = try Assembly(transaction)
        } catch {
            waiting.append(.fault(error))
        }
    }

    private mutating func take(_ segment: X12Segment) {
        guard assembly != nil else { return }
        let read = sign.read(segment)
        if let fault = read.fault { waiting.append(.fault(fault)) }
        assembly?.take(read.segment, &waiting)
    }
}
