import Foundation

/// Where it is kept which claims are open: with files of this machine (`FolderHolds`), or on the server (`ServerHolds`).
///
/// A name says nothing of its claim; what lies under it is sealed.
protocol ClaimHolds: Sendable {
    /// - Parameters:
    ///   - holder: who takes them.
    ///   - isTakenOver: whether they are taken from whoever has them and has not answered.
    /// - Returns: the lock of each, or why it has none: `openElsewhere` where somebody else has it.
    func take(
        _ names: [String], for holder: Data, isTakenOver: Bool
    ) throws(StoreFault) -> [Result<ClaimLock, StoreFault>]
    /// Who has it and since when; `nil` for nobody.
    func holder(_ name: String) throws(StoreFault) -> (bytes: Data, since: Date)?
    /// What somebody asks who wants it.
    func request(_ name: String) throws(StoreFault) -> Data?
    /// - Parameter request: `nil` for none.
    func put(_ request: Data?, _ name: String) throws(StoreFault)
}

extension ClaimHolds {
    /// Takes one.
    ///
    /// - Throws: `openElsewhere` where somebody else has it.
    func take(_ name: String, for holder: Data, isTakenOver: Bool) throws(StoreFault) -> ClaimLock {
        try take([name], for: holder, isTakenOver: isTakenOver)[0].get()
    }
}
