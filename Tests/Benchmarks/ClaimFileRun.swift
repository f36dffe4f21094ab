import ClaimExchange
import ClaimModel
import ClaimRules
import CodeSets
import Glibc

/// Reads a file of claims once, in pieces, as far as it is asked for.
struct ClaimFileRun {
    /// How far each claim is taken.
    enum Depth: String, CaseIterable {
        /// Its segments with their loops.
        case claims
        /// Its fields, as a check needs them.
        case drafts
        /// Its fields, judged by every rule.
        case checked
        /// Its fields and everything that no field holds, as an import needs them.
        case carried
    }

    let path: String
    let depth: Depth

    /// Claims, claims a second of the processor, and the most memory, in words.
    func run() throws -> String {
        let (books, policies) = (try CodeBooks.shipped(), try PolicyLibrary())
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return "\(path) cannot be opened." }
        defer { close(file) }
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var reader = ProfessionalReader {
            let count = read(file, &piece, piece.count)
            return count > 0 ? Array(piece.prefix(count)) : nil
        }
        var (claims, faults, fields, findings) = (0, 0, 0, 0)
        while let item = try reader.next() {
            switch item {
            case .fault: faults += 1
            case .value(let claim):
                claims += 1
                faults += claim.faults.count
                guard depth != .claims else { continue }
                let draft = claim.draft(id: "claim", in: ClaimExample.parsing, carrying: depth == .carried)
                fields += draft.lines.count
                guard depth == .checked else { continue }
                let context = Context(books: books, policy: policies.policy(for: draft), today: ClaimExample.today)
                findings += validate(draft, in: context).count
            }
        }
        return report(claims, faults, lines: fields, findings)
    }

    private func report(_ claims: Int, _ faults: Int, lines: Int, _ findings: Int) -> String {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let time = usage.ru_utime.tv_sec * 1_000_000 + usage.ru_utime.tv_usec
        let rate = claims * 1_000_000 / max(1, time)
        return
            "\(depth.rawValue): \(claims) claims, \(lines) lines, \(faults) faults, \(findings) findings; "
            + "\(rate) claims/s of the processor, \(usage.ru_maxrss / 1024) MB at most"
    }
}
