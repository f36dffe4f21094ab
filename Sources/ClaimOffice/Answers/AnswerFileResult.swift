public import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
public import TextKit

/// What came of one file of responses, in the order of the file and in the same words at every door.
public struct AnswerFileResult: Sendable {
    public enum Item: Sendable {
        case report(AnswerReport, isMatched: Bool)
        case payment(RemittancePayment)
        /// A sentence that names the file.
        case message(String)
    }

    public private(set) var items: [Item] = []
    /// Whether the store has it now, or had it before.
    public private(set) var isStored = true
    /// Whether a claim or a file was rejected or denied.
    public private(set) var hasRefusals = false
    /// The first sentence about what could not be read, matched or stored; `nil` where nothing went wrong.
    public private(set) var failure: String?
    /// Whether the store did not take it for a reason that may pass.
    private(set) var isToBeTriedAgain = false
    private let name: String

    private static let shownFaults = 20
    private static let nothingStored = "Nothing from this file was stored."

    init(_ name: String) { self.name = name }

    /// The claims that were answered, by what they are now: `3 paid, 1 denied, 1 not matched`.
    public var summary: String {
        var counts = NameCounts()
        for case .report(let report, let isMatched) in items {
            counts.add(isMatched ? report.status?.rawValue ?? "answered" : "not matched")
        }
        return counts.text
    }

    /// All of it, to read on a screen.
    public func lines(_ glyphs: Glyphs) -> [String] {
        items.flatMap { item -> [String] in
            switch item {
            case .report(let report, _):
                report.text(glyphs).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            case .payment(let payment): ["\(name): \(payment.text)."]
            case .message(let message): [message]
            }
        }
    }

    /// Whether something could not be read, matched or stored.
    public var hasFailures: Bool { failure != nil }
}

extension AnswerIntake {
    /// Takes in a file of responses, all of it or nothing.
    ///
    /// - Parameter path: `-` is standard input.
    public func takeFile(_ path: String) -> AnswerFileResult {
        do {
            return take(try AnswerFile(path), named: path)
        } catch {
            return .unreadable(path, error)
        }
    }

    /// - Parameter note: is carried out in the same transaction, once every answer is stored.
    func take(
        _ file: AnswerFile, named name: String,
        noting note: (AnswerFileResult) throws(StoreFault) -> Void = { _ in }
    ) -> AnswerFileResult {
        var result = AnswerFileResult(name)
        guard result.accepts(file) else { return result }
        let before = result
        let outcomes = take(file.answers) { outcomes throws(StoreFault) in
            var result = before
            outcomes.forEach { result.take($0) }
            try note(result)
        }
        outcomes.forEach { result.take($0) }
        result.noteHolders(in: office)
        return result
    }

    /// What came of a response that a person has matched to its claim.
    public func result(_ outcomes: [Outcome], of name: String) -> AnswerFileResult {
        var result = AnswerFileResult(name)
        outcomes.forEach { result.take($0) }
        return result
    }
}

extension AnswerFileResult {
    static func unreadable(_ name: String, _ error: any Error) -> AnswerFileResult {
        var result = AnswerFileResult(name)
        result.refuse("\(name) \((error as? InputFault)?.message ?? "cannot be read")")
        return result
    }

    /// Says what is wrong with a file.
    ///
    /// - Returns: whether its answers can be taken.
    fileprivate mutating func accepts(_ file: AnswerFile) -> Bool {
        guard file.faults.isEmpty else {
            for fault in file.faults.prefix(Self.shownFaults) { refuse("\(name): \(fault).") }
            let more = file.faults.count - Self.shownFaults
            let rest = more > 0 ? "\(counted(more, "more error")). " : ""
            refuse("\(name): \(rest)\(Self.nothingStored)")
            return false
        }
        guard !file.answers.isEmpty else {
            refuse("\(name): there is no response in it (835, 277CA, 999, TA1). \(Self.nothingStored)")
            return false
        }
        for notice in file.notices.prefix(Self.shownFaults) { items.append(.message("\(name): \(notice).")) }
        return true
    }

    /// Nothing of the file is stored.
    mutating func refuse(_ message: String) {
        isStored = false
        fail(message)
    }

    private mutating func fail(_ message: String) {
        failure = failure ?? message
        items.append(.message(message))
    }

    fileprivate mutating func take(_ outcome: AnswerIntake.Outcome) {
        switch outcome {
        case .answer(let report, let isMatched, let isRefusal):
            if isRefusal { hasRefusals = true }
            items.append(.report(report, isMatched: isMatched))
        case .file(let file):
            if !file.isAccepted { hasRefusals = true }
            items.append(.message("\(name): \(file.message)"))
        case .payment(let payment): items.append(.payment(payment))
        case .known(let message), .notice(let message): items.append(.message("\(name): \(message)"))
        case .failure(let message): fail("\(name): \(message)")
        case .notStored(let message):
            isToBeTriedAgain = true
            refuse("\(name): \(message) \(Self.nothingStored)")
        }
    }

    /// The most claims that are looked at for who has them open.
    private static let mostHolders = 200

    /// Names the claims that somebody has open: they hear of the response there, and lose nothing that is keyed.
    fileprivate mutating func noteHolders(in office: Office) {
        guard isStored else { return }
        var seen: Set<String> = []
        for case .report(let report, true) in items.prefix(Self.mostHolders) {
            guard let id = report.claimID, seen.insert(id).inserted,
                let holder = try? office.store.holder(of: id)
            else { continue }
            let who = [holder.person, holder.desk].filter { !$0.isEmpty }.joined(separator: ", ")
            items.append(
                .message(
                    "\(name): claim \(report.name) is open\(who.isEmpty ? "" : " (\(who))"): the response is stored, and "
                        + "what is keyed there is kept."))
        }
    }
}
