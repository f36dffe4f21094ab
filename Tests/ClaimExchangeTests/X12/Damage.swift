import Foundation
import Randomness

/// What happens to files on their way.
enum Damage {
    /// How many damaged files each reader is given; a long run sets `CLEANCLAIM_DAMAGED`.
    static let runs = UInt64(ProcessInfo.processInfo.environment["CLEANCLAIM_DAMAGED"] ?? "") ?? 300

    /// Some bytes changed, lost, doubled or cut off.
    static func random(_ bytes: [UInt8], using random: inout Seeded) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            guard !bytes.isEmpty else { return bytes }
            let at = Int.random(in: bytes.indices, using: &random)
            let end = min(at + Int.random(in: 1...60, using: &random), bytes.count)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(at..<end)
            case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
            case 3: bytes.insert(random.pick(Array("~*:^\n ISA".utf8)), at: at)
            case 4: bytes.removeSubrange(at...)
            default: bytes.swapAt(at, end - 1)
            }
        }
        return bytes
    }
}
