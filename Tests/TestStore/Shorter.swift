public import ClaimModel
public import ClaimStore
import Foundation

/// Calls of the store as most tests need them.
extension ClaimStore {
    /// Deletes one claim, or says why it is kept.
    public func forget(_ id: String, under retention: Retention) throws(RetentionFault) {
        let kept: [String: RetentionFault]
        do throws(StoreFault) { kept = try forget([id], under: retention) } catch { throw .store(error) }
        if let fault = kept[id] { throw fault }
    }

    /// Keeps what was keyed today.
    public func rememberEverybody(in draft: ClaimDraft, since before: ClaimDraft? = nil) throws(StoreFault) {
        let today = Day(number: Int(Date().timeIntervalSince1970 / 86_400))
        try rememberEverybody(in: draft, since: before, asOf: today)
    }
}
