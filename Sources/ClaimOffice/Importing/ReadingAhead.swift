import Dispatch
import Synchronization

/// Makes the next elements on another core while those before are used, some pieces ahead: whoever uses them may be slow
/// at times.
final class ReadingAhead<Element: Sendable>: @unchecked Sendable {
    private typealias Piece = Result<[Element]?, any Error>

    private struct State {
        /// What was made and not taken yet, the earliest first.
        var waiting: [Piece] = []
        var isMaking = true
        /// Whether the end was made, or an error.
        var isOver = false
    }

    /// How many pieces wait at most.
    private static var most: Int { 8 }

    /// Called on `queue` alone, which never makes two at once.
    private let make: () throws -> [Element]?
    private let queue = DispatchQueue(label: "cleanclaim.reading-ahead", qos: .userInitiated)
    private let state = Mutex(State())
    private let made = DispatchSemaphore(value: 0)

    /// - Parameter make: the next elements, `nil` at the end; nobody else touches what it reads.
    init(_ make: @escaping () throws -> [Element]?) {
        self.make = make
        start()
    }

    /// The next elements, once they are made; `nil` at the end.
    ///
    /// - Throws: what `make` throws, after which there is nothing more.
    func next() throws -> [Element]? {
        if state.withLock({ $0.isOver && $0.waiting.isEmpty }) { return nil }
        made.wait()
        let (piece, isRoom) = state.withLock { state in
            let isRoom = !state.isMaking && !state.isOver
            state.isMaking = state.isMaking || isRoom
            return (state.waiting.removeFirst(), isRoom)
        }
        if isRoom { start() }
        return try piece.get()
    }

    private func start() {
        queue.async { [self] in
            let piece = Result { try make() }
            let goesOn = state.withLock { state in
                if case .success(.some) = piece {} else { state.isOver = true }
                state.waiting.append(piece)
                state.isMaking = !state.isOver && state.waiting.count < ReadingAhead.most
                return state.isMaking
            }
            made.signal()
            if goesOn { start() }
        }
    }
}
