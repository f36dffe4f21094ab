import Foundation
import Synchronization
import TextKit

/// The right to change one claim, held by one open window at a time; it ends with its holder, however that ends.
public final class ClaimLock: Sendable {
    private let held: Mutex<(any HeldLock)?>

    init(_ held: (any HeldLock)?) { self.held = Mutex(held) }

    /// The lock of a claim that is only read, which everybody has.
    public static var none: ClaimLock { ClaimLock(nil) }

    /// Whether somebody else has the claim now, though it was not released here.
    public var isLost: Bool { held.withLock { $0?.isLost ?? false } }

    deinit { release() }

    /// Gives the claim back; a second call does nothing.
    public func release() {
        held.withLock { held in
            held?.release()
            held = nil
        }
    }
}

/// What is held: a file of this machine, or a row of a server.
protocol HeldLock: Sendable {
    var isLost: Bool { get }
    func release()
}

extension ClaimStore {
    /// Takes a claim for editing; hold on to the result as long as it is open.
    ///
    /// - Throws: `openElsewhere` where another window has it, of this process or another.
    public func lock(_ id: String) throws(StoreFault) -> ClaimLock { try lock(id, isTakenOver: false) }

    func lock(_ id: String, isTakenOver: Bool) throws(StoreFault) -> ClaimLock {
        let name = try fileName(for: id)
        return isReadOnly ? .none : try holds.take(name, for: try sealedHolder(), isTakenOver: isTakenOver)
    }

    /// Takes several claims for editing, as `lock(_:)` takes one, at a small part of what that costs for each.
    ///
    /// - Returns: the lock of each, in their order, or why it has none: `openElsewhere` where another window has it.
    public func lock(_ ids: [String]) throws(StoreFault) -> [Result<ClaimLock, StoreFault>] {
        if isReadOnly { return ids.map { _ in .success(.none) } }
        var names: [String] = []
        for id in ids { names.append(try fileName(for: id)) }
        return try holds.take(names, for: try sealedHolder(), isTakenOver: false)
    }
}

extension ClaimStore {
    /// An id as a file's name, which says nothing of it.
    func fileName(for id: String) throws(StoreFault) -> String {
        guard (1...64).contains(id.utf8.count) else { throw .notStorable }
        do {
            return try seals.code("file", id).prefix(12).hexadecimal
        } catch {
            throw StoreFault(error, path: folder.path)
        }
    }
}
