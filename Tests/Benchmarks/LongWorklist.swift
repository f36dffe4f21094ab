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
            key("list-group") { _ in .function(3) }, key("list-sort") { _ in .function(4) },
            key("list-down") { _ in .down }, change,
        ]
    }

    /// A key on the whole list, with the frame after it.
    private func key(_ name: String, _ key: @escaping (Int) -> Key) -> Work {
        let box = Box()
        return Work(name: name) { time in
            var station = box.station ?? full
            // Let go of, so that it is changed in place as in the loop.
            box.station = nil
            _ = station.handle(.event(.key(key(time))))
            show(&station)
            box.station = station
        }
    }

    /// A claim that another desk has changed.
    private var change: Work {
        let box = Box()
        return Work(name: "list-change") { time in
            var station = box.station ?? full
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

    private var full: Workstation {
        var station = empty
        _ = station.handle(.listed(ListedRows(Listed().all)))
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
        return WorklistRow(
            id: "claim-\(number)", status: random.pick(ClaimStatus.allCases.filter { $0 != .deleted }),
            patient: "\(random.pick(names)), \(random.pick(["Dana", "Sam", "Li", "Ana"])) \(number % 977)",
            serviceDay: ClaimExample.today + -Int.random(in: 0..<700, using: &random),
            payer: random.pick(["Medical Mutual", "Medicare", "Example Health Plan"]), account: "R-\(number)",
            errors: Int.random(in: 0..<3, using: &random), warnings: 1, daysLeft: number % 365, heldBy: "", comment: "",
            changedOn: ClaimExample.today + -Int.random(in: 0..<90, using: &random),
            rules: rules.filter { _ in Int.random(in: 0..<9, using: &random) < 4 })
    }
}
