import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Synchronization

/// What was found in a file that came in, without any of it being taken.
struct Examination: Sendable {
    var kind = IncomingKind.unreadable
    var mark: FileMark?
    /// What it says or would do, one sentence.
    var message = ""
    /// Why it cannot be used, as the second half of a sentence that begins with its name.
    var fault: String?
    /// Whether an X12 file ends with its interchange; others cannot tell.
    var isWhole = true

    /// Larger files are only read through: what they say is read when they are taken. In bytes.
    private static let largestRead = 16 << 20

    init(_ file: IncomingFile, _ keyring: Keyring?) {
        do {
            guard file.stamp.size <= largestInput else { throw InputFault("is larger than 1 GB; split it") }
            let chunks = try file.chunks(sealedBy: keyring)
            let beginning = chunks.first
            guard !beginning.isEmpty else { throw InputFault("is empty") }
            var survey = FileSurvey()
            while let piece = try chunks.next() { survey.take(piece) }
            try file.checkUnchanged()
            kind = IncomingKind(survey, name: file.name, beginning: beginning)
            mark = FileMark(checksum: survey.checksum, interchanges: survey.interchanges)
            isWhole = !survey.isX12 || survey.isWhole
            guard isWhole else { return }
            try describe(file, survey, beginning, keyring)
        } catch {
            fault = (error as? InputFault)?.message ?? "\(error)"
        }
        if fault != nil { kind = .unreadable }
    }

    private mutating func describe(
        _ file: IncomingFile, _ survey: FileSurvey, _ beginning: [UInt8], _ keyring: Keyring?
    ) throws {
        switch kind {
        case .claims: message = counted(survey.claims, "claim")
        case .rows, .drafts: message = "claims"
        case .eligibility: message = "eligibility answer"
        case .remittance, .status, .acknowledgment, .receipt:
            guard file.stamp.size <= Examination.largestRead else { return message = "large file" }
            let answers = try AnswerFile(chunks: try file.chunks(sealedBy: keyring).next)
            if let first = answers.faults.first {
                let more = answers.faults.count - 1
                fault = "\(first)" + (more > 0 ? "; \(counted(more, "more error"))" : "")
            } else {
                message = answers.headline
            }
        case .unreadable:
            let kinds = survey.kinds.joined(separator: ", ")
            fault =
                survey.isX12
                ? "has nothing that is taken: \(kinds.isEmpty ? "no transaction" : "transaction \(kinds)")"
                : ForeignFile.reason(beginning) ?? "is none of 835, 277CA, 999, TA1, 271, 837P, CSV, JSON"
        }
    }
}

extension AnswerFile {
    /// `4 claims: 3 paid, 1 denied; EFT-1 $450.00`
    fileprivate var headline: String {
        var (claims, others) = (NameCounts(), [String]())
        for answer in answers {
            switch answer {
            case .claim(let claim): claims.add(claim.status?.rawValue ?? "information")
            case .payment(let payment):
                let amount = payment.amount.map { " " + Money(cents: $0).currency } ?? ""
                others.append(payment.number + amount)
            case .file(let file): others.append(file.message)
            case .interchange(let receipt): others.append("interchange \(receipt.text)")
            }
        }
        let first = claims.total > 0 ? ["\(counted(claims.total, "claim")): \(claims.text)"] : []
        return (first + others.prefix(2)).joined(separator: "; ") + (others.count > 2 ? "; …" : "")
    }
}

/// What was found in files, so that none is read again while it stays as it is.
final class Examinations: Sendable {
    private let known = Mutex<[FileStamp: Examination]>([:])
    /// Why a file was not taken when it was tried.
    private let refusals = Mutex<[FileStamp: String]>([:])

    func of(_ file: IncomingFile, _ keyring: Keyring?) -> Examination {
        if let found = known.withLock({ $0[file.stamp] }) { return found }
        let found = Examination(file, keyring)
        // A file that changed while it was read is read again.
        if (try? file.checkUnchanged()) != nil { known.withLock { $0[file.stamp] = found } }
        return found
    }

    func refusal(of stamp: FileStamp) -> String? { refusals.withLock { $0[stamp] } }

    func refuse(_ stamp: FileStamp, _ message: String?) { refusals.withLock { $0[stamp] = message } }

    /// Forgets the files that are gone.
    func keep(_ stamps: Set<FileStamp>) {
        known.withLock { $0 = $0.filter { stamps.contains($0.key) } }
        refusals.withLock { $0 = $0.filter { stamps.contains($0.key) } }
    }
}
