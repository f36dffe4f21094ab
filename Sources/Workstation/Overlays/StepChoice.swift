import ClaimModel
import ClaimRules
import TerminalKit

/// What can be done with a claim now, one of which the person takes.
struct StepChoice: Overlay {
    private let offer: StepOffer
    private var selection = 0

    /// `nil` where nothing can be done.
    init?(_ offer: StepOffer) {
        guard !offer.steps.isEmpty else { return nil }
        self.offer = offer
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        guard command == .confirm else { return choose(command, &selection, of: offer.steps.count) }
        return .request(.step(id: offer.id, offer.steps[selection]))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        frame.drawChoices(
            offer.steps.map(\.label), selection: selection,
            title: "Next step for \(offer.account) (\(offer.status.rawValue))", text: offer.steps[selection].reason,
            message: message, view)
    }
}

/// The queues with how many claims are in each, one of which the worklist then shows; and the daily close.
struct QueueChoice: Overlay {
    private let counts: [Int]
    /// The denied claims of which it is not known how long they can be appealed.
    private let unknown: Int
    private var selection = 0

    init(_ rows: [WorklistRow]) {
        unknown = rows.count { $0.appeal == .unknown && !$0.isPutAway }
        var counts = Array(repeating: 0, count: ClaimQueue.allCases.count)
        for row in rows where !row.queues.isEmpty && row.status != .deleted {
            for (index, queue) in ClaimQueue.allCases.enumerated() where row.queues.contains(queue) {
                counts[index] += 1
            }
        }
        self.counts = counts
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        guard command == .confirm else { return choose(command, &selection, of: counts.count + 1) }
        guard selection < counts.count else { return .request(.showClose) }
        let queue = ClaimQueue.allCases[selection]
        guard counts[selection] > 0 else {
            return .stay(
                queue == .appeal && unknown > 0
                    ? "The time is unknown. status:denied lists the denied claims." : "No claim is in this queue.")
        }
        return .request(.showQueue(queue))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let labels = zip(ClaimQueue.allCases, counts).map { queue, count in
            "\(queue.title): \(count)" + (queue == .appeal && unknown > 0 ? ", unknown: \(unknown)" : "")
        }
        let isUnknown = unknown > 0 && labels.indices.contains(selection) && ClaimQueue.allCases[selection] == .appeal
        let text =
            isUnknown
            ? "No policy states how long these payers take appeals: appeal_days in the payer's policy, as the denial letter says."
            : "Enter filters the worklist; Esc there clears the filter."
        frame.drawChoices(
            labels + ["Daily close: the payments of today"], selection: selection, title: "Due",
            text: text, message: message, view)
    }
}
