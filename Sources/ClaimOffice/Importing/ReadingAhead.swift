import Dispatch
import Synchronization

/// Makes the next elements on another core while those before are used.
final class ReadingAhead<Element: Sendable>: @unchecked Sendable {
    /// Called on `queue` alone, which never makes two at once.
    private let make: () throws -> [Element]?
    private let queue = DispatchQueue(label: "cleanclaim.reading-ahead", qos: .userInitiated)
    private let made = Mutex<Result<[Element]?, any Error>?>(nil)

    /// - Parameter make: the next elements, `nil` at the end; nobody else touches what it reads.
    init(_ make: @escaping () throws -> [Element]?) {
        self.make = make
        start()
    }

    /// The next elements, once they are made; `nil` at the end.
    ///
    /// - Throws: what `make` throws, after which there is nothing more.
    func next() throws -> [Element]? {
        let result = queue.sync { made.withLock { $0.take() } }
        guard let elements = try result?.get() else { return nil }
        start()
        return elements
    }

    private func start() {
        queue.async { [self] in
            let result = Result { try make() }
            made.withLock { $0 = result }
        }
    }
}
