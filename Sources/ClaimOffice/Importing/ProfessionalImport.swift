import ClaimExchange
import ClaimModel
public import ClaimStore

/// Imports the claims of an 837P file one by one.
public struct ProfessionalImport: ClaimImport {
    private let name: String
    private let parsing: ParsingContext
    private var reader: ProfessionalReader
    private var intake: ClaimIntake
    private var left = 0
    private var faults = 0

    /// - Parameter name: the file's name as the person gave it.
    public init(
        _ chunks: FileChunks, named name: String, into office: Office, _ options: ImportOptions
    ) throws(StoreFault) {
        self.name = name
        parsing = office.parsing
        reader = ProfessionalReader(chunks: chunks.next)
        intake = try ClaimIntake(office, options)
    }

    public mutating func next() throws -> ImportStep? {
        guard let item = try nextItem() else { return nil }
        switch item {
        case .fault(let fault): return ImportStep(messages: [message(of: fault)])
        case .value(let claim):
            var messages: [String] = []
            for fault in claim.faults { messages.append(message(of: fault)) }
            let arrival = claim.arrival(id: "837P", in: parsing)
            for fault in arrival.faults { messages.append("\(name): \(fault).") }
            guard claim.isWhole else {
                left += 1
                return ImportStep(messages: messages)
            }
            let preview = try intake.take(
                ClaimIntake.Arrival(draft: arrival.draft, title: "\(name), segment \(claim.segment)"))
            return ImportStep(preview: preview, messages: messages)
        }
    }

    /// Where the file ends, or cannot be read on, the people of what was read are remembered.
    private mutating func nextItem() throws -> Reading<ProfessionalClaim, X12Fault>? {
        do {
            if let item = try reader.next() { return item }
        } catch {
            try intake.remember()
            throw error
        }
        try intake.remember()
        return nil
    }

    private mutating func message(of fault: X12Fault) -> String {
        faults += 1
        return "\(name): \(fault)."
    }

    public var summary: [String] {
        intake.summary(of: name) + (left > 0 ? ["\(counted(left, "claim")) skipped: incomplete."] : [])
            + (faults > 0 ? ["\(counted(faults, "error")) listed above."] : [])
    }

    public var isWhole: Bool { left == 0 && faults == 0 }
}
