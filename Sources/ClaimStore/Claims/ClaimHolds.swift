import Foundation

/// Where it is kept which claims are open: with files of this machine (`FolderHolds`), or on the server (`ServerHolds`).
///
/// A name says nothing of its claim; what lies under it is sealed.
protocol ClaimHolds: Sendable {
    /// - Parameters:
    ///   - holder: who takes it.
    ///   - isTakenOver: whether it is taken from whoever has it and has not answered.
    /// - Throws: `openElsewhere` where somebody else has it.
    func take(_ name: String, for holder: Data, isTakenOver: Bool) throws(StoreFault) -> ClaimLock
    /// Who has it and since when; `nil` for nobody.
    func holder(_ name: String) throws(StoreFault) -> (bytes: Data, since: Date)?
    /// What somebody asks who wants it.
    func request(_ name: String) throws(StoreFault) -> Data?
    /// - Parameter request: `nil` for none.
    func put(_ request: Data?, _ name: String) throws(StoreFault)
}
