import TextKit

/// Reads the professional claims of an X12 stream (837P, 005010X222A1), with memory for one claim.
///
/// What is wrong with a file, an envelope or a claim is given out at its place, and what follows is read on. Claims of other
/// kinds and of version 4010 are refused with words.
public struct ProfessionalReader {
    public enum Item: Sendable {
        case claim(ProfessionalClaim)
        /// What is wrong outside of a claim.
        case fault(X12Fault)
    }

    private var transactions: TransactionReader
    private var assembly: ClaimAssembly?
    private var sign = CompositeSign()
    private var waiting: [Item] = []

    /// - Parameter chunk: gives the next bytes of the file, of any count; `nil` or none at its end.
    public init(chunks chunk: @escaping () throws -> [UInt8]?) {
        transactions = TransactionReader(chunks: chunk)
    }

    public init(_ bytes: [UInt8]) {
        transactions = TransactionReader(bytes)
    }

    /// The next claim or fault in the order of the file; `nil` at its end.
    ///
    /// - Throws: what the source of the bytes throws.
    public mutating func next() throws -> Item? {
        while true {
            if !waiting.isEmpty { return waiting.removeFirst() }
            guard let event = try transactions.next() else { return nil }
            switch event {
            case .begin(let transaction): begin(transaction)
            case .segment(let segment):
                guard assembly != nil else { continue }
                let read = sign.read(segment)
                if let fault = read.fault { waiting.append(.fault(fault)) }
                assembly?.take(read.segment, &waiting)
            case .end:
                assembly?.finish(&waiting)
                assembly = nil
            case .fault(let fault): waiting.append(.fault(fault))
            }
        }
    }

    private mutating func begin(_ transaction: X12Transaction) {
        sign = CompositeSign()
        if let words = transaction.refusal {
            assembly = nil
            waiting.append(.fault(X12Fault(.version, at: transaction.header, words)))
        } else {
            assembly = ClaimAssembly()
        }
    }

    /// Whether a file that begins with these bytes is X12, as far as they tell.
    public static func mayRead(_ beginning: some Sequence<UInt8>) -> Bool {
        let text = beginning.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(3)
        return text.elementsEqual("ISA".utf8)
    }
}

extension X12Transaction {
    /// Why the transaction holds no professional claim of version 5010, in words; `nil` where it does.
    fileprivate var refusal: String? {
        guard kind == "837" else {
            return "This is a transaction \(header[1].printable)\(name.map { " (\($0))" } ?? ""), no claim (837)"
        }
        let version = guide.isEmpty ? "(none)" : String(guide.prefix(20))
        if version.hasPrefix("005010X222") { return nil }
        if version.hasPrefix("005010X223") {
            return "These are institutional claims (837I, the UB-04); this program takes professional ones (837P)"
        }
        if version.hasPrefix("005010X224") {
            return "These are dental claims (837D); this program takes professional ones (837P)"
        }
        if version.hasPrefix("004010") {
            return
                "These claims are of version 4010, which no payer has taken since 2012: have the sender write 005010X222A1"
        }
        return "These claims follow the guide \(X12Element.printable(version)); this program takes 005010X222A1"
    }

    private var name: String? {
        switch kind {
        case "835": "a payer's remittance"
        case "999", "997": "an acknowledgment of a file"
        case "277": "a claim status"
        case "270", "271": "eligibility"
        case "278": "an authorization"
        default: nil
        }
    }
}
