@testable import ClaimExchange

/// Builds small interchanges by hand.
enum Interchange {
    static let header =
        "ISA*00*          *00*          *ZZ*CLEANCLAIM     *ZZ*CLEARINGHOUSE  *261110*0930*^*00501*000000001*0*T*:~"
    static let group = "GS*HC*CLEANCLAIM*CLEARINGHOUSE*20261110*0930*1*X*005010X222A1~"

    /// Whole interchanges, one transaction with these segments in each.
    static func text(_ segments: [String], count: Int = 1) -> String {
        let body = segments.map { $0 + "~" }.joined()
        let transaction = "ST*837*0001*005010X222A1~\(body)SE*\(segments.count + 2)*0001~"
        return String(repeating: "\(header)\(group)\(transaction)GE*1*1~IEA*1*000000001~", count: count)
    }

    static func events(_ text: String, chunk: Int? = nil) throws -> [TransactionReader.Event] {
        try events(Array(text.utf8), chunk: chunk)
    }

    static func events(_ bytes: [UInt8], chunk: Int? = nil) throws -> [TransactionReader.Event] {
        var reader = chunk.map { TransactionReader(chunks: chunks(of: bytes, $0)) } ?? TransactionReader(bytes)
        var events: [TransactionReader.Event] = []
        while let event = try reader.next() { events.append(event) }
        return events
    }

    static func chunks(of bytes: [UInt8], _ size: Int) -> () -> [UInt8]? {
        var at = 0
        return {
            guard at < bytes.count else { return nil }
            defer { at += size }
            return Array(bytes[at..<min(at + size, bytes.count)])
        }
    }
}

extension [TransactionReader.Event] {
    var faults: [X12Fault] {
        compactMap { if case .fault(let fault) = $0 { fault } else { nil } }
    }

    /// The segments' texts with the usual delimiters.
    var segments: [String] {
        compactMap { event in
            guard case .value(.segment(let segment)) = event else { return nil }
            return segment.elements.map(\.text).joined(separator: "*")
        }
    }
}
