public import CodeSets
import TextKit

/// Reads the professional claims of an X12 stream (837P, 005010X222A1), with memory for one claim.
///
/// What is wrong with a file, an envelope or a claim is given out at its place, and what follows is read on. Claims of other
/// kinds and of version 4010 are refused with words.
public struct ProfessionalReader {
    private var reader: AssemblyReader<ClaimAssembly>
    /// Whether nothing was said of the file so far.
    private var isBlank = true
    private var isOver = false

    /// - Parameter chunk: gives the next bytes of the file, of any count; `nil` or none at its end.
    public init(chunks chunk: @escaping () throws -> [UInt8]?) {
        reader = AssemblyReader(TransactionReader(chunks: chunk))
    }

    /// - Parameter bytes: the whole file.
    public init(_ bytes: [UInt8]) { reader = AssemblyReader(TransactionReader(bytes)) }

    /// The next claim, or what is wrong outside of a claim, in the order of the file; `nil` at its end.
    ///
    /// - Throws: what the source of the bytes throws.
    public mutating func next() throws -> Reading<ProfessionalClaim, X12Fault>? {
        let item = try reader.next()
        if case .some = item { isBlank = false }
        guard case nil = item, !isOver else { return item }
        isOver = true
        return reader.hasTransaction || reader.receipt == nil && !isBlank ? nil : .fault(nothing)
    }

    /// What a file is whose envelopes are whole and hold no transaction.
    private var nothing: X12Fault {
        guard let receipt = reader.receipt else {
            return X12Fault(
                .missingSegment, segment: 1, offset: 0,
                "The interchange has no transaction (ST): ask the sender for the claims")
        }
        return X12Fault(
            .version, at: receipt,
            "TA1 (the receiver's acknowledgment of an interchange), not claims. TA104 is \(receipt[4].printable): A accepted, "
                + "E accepted with errors, R rejected. After R, correct the header element that TA105 names and submit again"
        )
    }

    /// Checks that the table of the guide, by which every 837P is read and written, came with the program.
    public static func findGuide() throws(MissingResource) { try GuideTable.find() }

    /// Reads the table, so that its file is not needed any more.
    public static func keepGuide() { _ = GuideTable.professional }

    /// Whether a file that begins with these bytes is X12, as far as they tell.
    public static func mayRead(_ beginning: some Sequence<UInt8>) -> Bool {
        let text = beginning.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(3)
        return text.elementsEqual("ISA".utf8)
    }
}

extension ClaimAssembly: TransactionAssembly {}

extension X12Transaction {
    /// Why the transaction holds no professional claim of version 5010, in words; `nil` where it does.
    var refusal: String? {
        guard kind == "837" else {
            return "Transaction \(header[1].printable)\(name.map { " (\($0))" } ?? ""), not claims (837)"
        }
        let version = guide.isEmpty ? "(none)" : String(guide.prefix(20))
        if version.hasPrefix("005010X222") { return nil }
        if version.hasPrefix("005010X223") {
            return "These are institutional claims (837I, the UB-04); this program reads professional ones (837P)"
        }
        if version.hasPrefix("005010X224") {
            return "These are dental claims (837D); this program reads professional ones (837P)"
        }
        if version.hasPrefix("004010") {
            return
                "These claims are version 4010, which payers stopped accepting in 2012: have the sender write 005010X222A1"
        }
        return "These claims follow the guide \(X12Element.printable(version)); this program reads 005010X222A1"
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
