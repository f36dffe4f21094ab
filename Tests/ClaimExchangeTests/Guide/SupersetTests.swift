import ClaimModel
import ClaimRules
import Foundation
import Prerequisites
import Randomness
import Testing

@testable import ClaimExchange

/// Whatever pyx12 or linuxforhealth-x12 reports of a damaged file, we report, too.
@Suite(.slow, .enabled(if: runs(with: Validators.obstacle == nil), "\(Validators.obstacle ?? "")"))
struct SupersetTests {
    private static let mutants: UInt64 = 600

    /// What the others report and we do not, each with the reason.
    static let exceptions: [(says: String, reason: String)] = [
        ("is not a valid code for Claim Payment Remark Code", "pyx12's list of remark codes is an old one"),
        ("is not a valid code for Country Code", "pyx12's list of countries is an old one; a rule has a newer one"),
    ]

    @Test func `what others find, we find`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = try Fixture.all.map { try Mutant(whole: Fixture.bytes($0)) }
        let mutants = (0..<Self.mutants).map { whole[Int($0) % whole.count].damaged(seed: $0) }
        let files = try (whole + mutants).enumerated().map { index, mutant in
            let file = folder.appendingPathComponent("\(index).837")
            try Data(mutant.bytes).write(to: file)
            return file
        }
        let reports = try Validators.peers(of: files)
        try #require(reports.count == files.count)
        for (index, mutant) in mutants.enumerated() {
            let base = index % whole.count
            let news = news(in: reports[whole.count + index], since: reports[base])
            guard let first = news.first else { continue }
            let isSaid = try isReported(mutant, besides: whole[base])
            #expect(isSaid, "seed \(index), \(mutant.change): \(first.prefix(300))")
        }
    }

    /// What is said of a damaged file and not of the whole one. linuxforhealth-x12 stops at the first fault, so that it says
    /// nothing of a file that it does not read anyway.
    private func news(in report: PeerReport, since whole: PeerReport) -> [String] {
        let known = Set(whole.pyx12)
        return (report.pyx12 + (whole.linuxforhealth.isEmpty ? report.linuxforhealth : [])).filter { text in
            !known.contains(text) && !Self.exceptions.contains { text.contains($0.says) }
        }
    }

    /// Whether we report the change: as a fault of the file or of a claim, else by a rule.
    private func isReported(_ mutant: Mutant, besides whole: Mutant) throws -> Bool {
        let (before, now) = (try ReadFile(whole.bytes), try ReadFile(mutant.bytes))
        if !faults(of: now).isSubset(of: faults(of: before)) { return true }
        return try !findings(on: now).isSubset(of: findings(on: before))
    }

    private func faults(of read: ReadFile) -> Set<String> {
        let claims = read.claims.flatMap { claim in
            claim.faults.map(\.message) + claim.guideFaults.map { "\($0.name) \($0.problem) \($0.text)" }
        }
        return Set(read.faults.map(\.message) + claims)
    }

    private func findings(on read: ReadFile) throws -> Set<String> {
        var found: Set<String> = []
        for (index, claim) in read.claims.enumerated() {
            let draft = claim.draft(id: "mutant", in: Writers.context)
            for finding in validate(draft, in: try Desk.context()) where finding.severity > .note {
                found.insert("\(index) \(finding.id) \(finding.message)")
            }
        }
        return found
    }
}

/// A file with one change somewhere between ST and SE, whose count is right all the same.
private struct Mutant {
    let segments: [String]
    let change: String

    var bytes: [UInt8] { Array(segments.map { $0 + "~" }.joined().utf8) }

    init(whole bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        segments = text.split(whereSeparator: { $0 == "~" || $0.isNewline }).map(String.init)
        change = "none"
    }

    private init(_ segments: [String], _ change: String) {
        let start = segments.firstIndex { $0.hasPrefix("ST*") } ?? 0
        self.segments = segments.enumerated().map { index, segment in
            let parts = segment.split(separator: "*")
            return segment.hasPrefix("SE*") ? "SE*\(index - start + 1)*\(parts[2])" : segment
        }
        self.change = change
    }

    private static let texts = [
        "", "X", "ZZZ", "12.5", "$1", String(repeating: "A", count: 90), "20261399", "111111111111", "0", "-5",
        "ABCDEF",
        "ABK:F332", " X", "X ", "19",
    ]

    func damaged(seed: UInt64) -> Mutant {
        var random = Seeded(seed)
        var segments = segments
        let place = Int.random(in: 3..<segments.count - 4, using: &random)
        var elements = segments[place].components(separatedBy: "*")
        let element = Int.random(in: 1..<max(2, elements.count), using: &random)
        let text = random.pick(Self.texts)
        switch Int.random(in: 0..<9, using: &random) {
        case 0: segments.remove(at: place)
        case 1: segments.insert(segments[place], at: place)
        case 2: segments.swapAt(place, place + 1)
        case 3: elements[0] = random.pick(["ZZ1", "REF", "DTP", "NM1"])
        case 4: elements.append(text.isEmpty ? "X" : text)
        case 5: elements[elements.count - 1] += ":X"
        default: if elements.count > 1 { elements[element] = text }
        }
        while elements.last?.isEmpty == true { elements.removeLast() }
        if segments.count == self.segments.count, segments[place] == self.segments[place] {
            segments[place] = elements.joined(separator: "*")
        }
        return Mutant(segments, "\(self.segments[place]) → \(segments[place])")
    }
}
