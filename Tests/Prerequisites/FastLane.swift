import Foundation
public import Testing

extension Trait where Self == ConditionTrait {
    /// Keeps a suite or a test that takes seconds out of the fast lane, `CLEANCLAIM_FAST=1 swift test`.
    public static var slow: Self {
        .disabled(if: ProcessInfo.processInfo.environment["CLEANCLAIM_FAST"] == "1", "left out of the fast lane")
    }
}
