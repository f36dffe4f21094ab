public import ClaimStore

/// Some of the claims of a file, imported in one transaction: all of them for one sync, and others wait only moments.
public struct ImportBatch {
    public private(set) var steps: [ImportStep] = []
    /// Why the file could not be read on; what was read before is imported.
    public private(set) var interruption: (any Error)?
    /// Whether nothing comes after it.
    public private(set) var isLast = false

    private static let size = 200

    /// Imports the next claims.
    ///
    /// - Parameter isInterrupted: whether those so far are to be the last; asked after each claim.
    /// - Throws: why the store did not take them: none of them is imported, and `claims` counts none of them.
    public init(
        of claims: inout any ClaimImport, into office: Office, _ options: ImportOptions,
        until isInterrupted: () -> Bool = { false }
    ) throws(StoreFault) {
        var batch = ImportBatch()
        guard !options.isDryRun else {
            try batch.read(&claims, until: isInterrupted)
            self = batch
            return
        }
        let before = claims.counts
        do throws(StoreFault) {
            try office.store.together { () throws(StoreFault) in
                try claims.begin()
                try batch.read(&claims, until: isInterrupted)
                try claims.end()
                return true
            }
        } catch {
            claims.counts = before
            throw error
        }
        self = batch
    }

    private init() {}

    private mutating func read(
        _ claims: inout any ClaimImport, until isInterrupted: () -> Bool
    ) throws(StoreFault) {
        do {
            repeat {
                guard let step = try claims.next() else {
                    isLast = true
                    return
                }
                steps.append(step)
            } while steps.count < ImportBatch.size && !isInterrupted()
        } catch let fault as StoreFault {
            throw fault
        } catch {
            (interruption, isLast) = (error, true)
        }
    }
}
