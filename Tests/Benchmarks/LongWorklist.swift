import ClaimModel
import ClaimRules
import CodeSets
import Randomness
import TerminalKit
import TextKit
import Workstation

/// The worklist with 100,000 claims of invented people: from the store's rows to the drawn frame.
struct LongWorklist {
    private static let count = 100_000

    let books: CodeBooks
    let policies: PolicyLibrary

    var works: [Work] {
        let rows = Listed()
        return [
            Work(name: "list-open") { _ in
                var station = empty
                _ = station.handle(.listed(ListedRows(rows.all)))
                show(&station)
            },
            key("list-key") { time in
                let word = Array("rivera nd-0")
                return time % (word.count + 1) == word.count ? .control("u") : .character(word[time % (word.count + 1)])
            },
            key("list-term") { time in
                let words = Array("status:denied|payer:medical|amount>500|biller:lee|patient:riv|")
                let sign = words[time % words.count]
                return sign == "|" ? .control("u") : .character(sign)
            },
            key("list-group") { _ in .function(3) }, key("list-fold", after: [.function(3)]) { _ in .enter },
            key("list-sort") { _ in .function(4) },
            key("list-sort-all", columns: 240) { _ in .function(4) }, key("list-reverse") { _ in .alt("z") },
            key("list-down") { _ in .down },
            key("list-terms") { time in time % 2 == 0 ? .function(2) : .escape },
            key("list-flagged", after: "is:held".map { .character($0) }) { _ in .function(6) },
            key("list-mark-all") { time in time % 2 == 0 ? .alt("m") : .enter },
            change(grouped: false), change(grouped: true),
        ]
    }

    /// A key on the whole list, with the frame after it.
    ///
    /// - Parameter first: keys before all others.
    private func key(
        _ name: String, after first: [Key] = [], columns: Int = 80, _ key: @escaping (Int) -> Key
    ) -> Work {
        let box = Box()
        return Work(name: name) { time in
            var station = box.station ?? full(first, columns: columns)
            // Let go of, so that it is changed in place as in the loop.
            box.station = nil
            _ = station.handle(.event(.key(key(time))))
            show(&station)
            box.station = station
        }
    }

    /// A claim that another desk has changed.
    private func change(grouped isGrouped: Bool) -> Work {
        let box = Box()
        return Work(name: isGrouped ? "list-change-group" : "list-change") { time in
            var station = box.station ?? full(isGrouped ? [.function(3)] : [])
            box.station = nil
            _ = station.handle(.listChanged([LongWorklist.row(time % 100, seed: UInt64(time))]))
            show(&station)
            box.station = station
        }
    }

    private func show(_ station: inout Workstation) {
        station.settle()
        _ = station.frame(glyphs: .unicode)
    }

    private var empty: Workstation {
        let inputs = Inputs(
            books: books, policies: policies, today: ClaimExample.today, practice: ClaimDraft(id: "practice"),
            directory: [], signedIn: SignedInPerson(name: "A. Biller", isLead: true), refusals: { _ in [] })
        return Workstation(inputs: inputs, size: Size(columns: 80, rows: 24))
    }

    private func full(_ keys: [Key], columns: Int = 80) -> Workstation {
        var station = empty
        _ = station.handle(.event(.resized(Size(columns: columns, rows: 24))))
        _ = station.handle(.listed(ListedRows(Listed().all)))
        for key in keys { _ = station.handle(.event(.key(key))) }
        show(&station)
        return station
    }

    private final class Box {
        var station: Workstation?
    }

    /// The rows, made when somebody asks for them.
    private final class Listed {
        private(set) lazy var all = (0..<LongWorklist.count).map { LongWorklist.row($0, seed: UInt64($0)) }
    }

    private static func row(_ number: Int, seed: UInt64) -> WorklistRow {
        var random = Seeded(seed)
        let names = ["Rivera", "Quillfeather", "Okafor", "Lindqvist", "Tanaka", "Moreau", "Haddad", "Novak"]
        let rules = ["ND-004", "DX-006", "PV-001", "TM-003", "RX-007", "MD-009", "PA-001", "RS-020"]
        var row = WorklistRow(
            id: "claim-\(number)", status: random.pick(ClaimStatus.allCases.filter { $0 != .deleted }),
            patient: "\(random.pick(names)), \(random.pick(["Dana", "Sam", "Li", "Ana"])) \(number % 977)",
            serviceDay: ClaimExample.today + -Int.random(in: 0..<700, using: &random),
            payer: random.pick(["Medical Mutual", "Medicare", "Example Health Plan"]), account: "R-\(number)",
            errors: Int.random(in: 0..<3, using: &random), warnings: 1, daysLeft: number % 365, heldBy: "", comment: "",
            changedOn: ClaimExample.today + -Int.random(in: 0..<90, using: &random),
            rules: rules.filter { _ in Int.random(in: 0..<9, using: &random) < 4 })
        row.charge = Int.random(in: 50..<900, using: &random) * 100
        row.procedures = ["J3490", "96365", "99213", "99214", "G2083"].filter { _ in Bool.random(using: &random) }
        row.assignee = random.pick(["", "LEE", "KIM", "ADA"])
        row.tags = random.pick([[], [], ["call"], ["chart", "call"]])
        return row
    }
}
