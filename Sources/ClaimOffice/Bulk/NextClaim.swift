public import ClaimStore

extension Office {
    /// Opens the first of these claims that nobody else has open, holds or works on, and assigns it to who is signed in: two
    /// people never get one claim.
    ///
    /// - Returns: `nil` where none of them is free.
    public func openNext(among ids: [String]) throws(StoreFault) -> OpenClaim? {
        for id in ids {
            guard let lock = try free(id) else { continue }
            do throws(StoreFault) {
                guard try store.assignIfFree(id, to: signedIn) else {
                    lock.release()
                    continue
                }
                return OpenClaim(record: try store.claim(id, in: parsing), lock: lock)
            } catch {
                lock.release()
                guard error.isOfOneClaim else { throw error }
            }
        }
        return nil
    }

    /// The lock of a claim; `nil` where it is open elsewhere.
    private func free(_ id: String) throws(StoreFault) -> ClaimLock? {
        do throws(StoreFault) {
            return try store.lock(id)
        } catch {
            guard error.isOfOneClaim else { throw error }
            return nil
        }
    }
}
