import ClaimModel
import ClaimStore
import Foundation
import Synchronization
import Workstation

/// What the writer has done, for the loop to fetch.
enum WriterResult: Sendable {
    case claim(UnsavedClaim, SaveResult)
    case practice(ClaimDraft, Result<Void, StoreFault>)
    case eob(id: String, UnsavedEOB, Result<Void, StoreFault>)
    case actions([Action])
    case reply(Result<Request.Reply, StoreFault>)
    /// What nobody has asked for.
    case then(Request.Reply)
    case turn(id: String, Result<SeenTurn, StoreFault>)
    /// What was handed over at one time has been tried.
    case end
}

/// The thread that everything is saved on, one job after the other, so that the loop never waits for the disk.
final class Writer: Sendable {
    private struct State {
        var jobs: [@Sendable () -> [WriterResult]] = []
        var isRunning = false
        var results: [WriterResult] = []
    }

    /// Signaled after each job.
    let wakeUp = WakeUp()

    private let state = Mutex(State())
    /// Entered by every job until its results are there.
    private let unfinished = DispatchGroup()

    /// Carries out a job after those before it. The thread ends with the last job: while nothing is saved there is none.
    func start(_ job: @escaping @Sendable () -> [WriterResult]) {
        unfinished.enter()
        let isFirst = state.withLock { state in
            defer { state.isRunning = true }
            state.jobs.append(job)
            return !state.isRunning
        }
        guard isFirst else { return }
        Thread.detachNewThread { [self] in
            while let job = next() {
                // Nothing of it is held here once somebody may know that it is done: a claim that was begun has its lock.
                do {
                    let results = job()
                    state.withLock { $0.results += results }
                }
                wakeUp.signal()
                unfinished.leave()
            }
        }
    }

    /// Waits until every job is finished.
    func finish() { unfinished.wait() }

    /// What was done since the last call.
    func takeResults() -> [WriterResult] {
        wakeUp.clear()
        return state.withLock { state in
            defer { state.results = [] }
            return state.results
        }
    }

    private func next() -> (@Sendable () -> [WriterResult])? {
        state.withLock { state in
            guard state.jobs.isEmpty else { return state.jobs.removeFirst() }
            state.isRunning = false
            return nil
        }
    }
}
