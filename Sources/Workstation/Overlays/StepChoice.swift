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
    private var selection = 0

    init(_ rows: [WorklistRow]) {
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
        guard counts[selection] > 0 else { return .stay("No claim is in this queue.") }
        return .request(.showQueue(queue))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let labels = zip(ClaimQueue.allCases, counts).map { "\($0.title): \($1)" }
        frame.drawChoices(
            labels + ["Daily close: the payments of today"], selection: selection, title: "Due",
            text: "Enter filters the worklist; Esc there clears the filter.", message: message, view)
    }
}
