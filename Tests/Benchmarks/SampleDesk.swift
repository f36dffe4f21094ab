import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit
import TextKit
import Workstation

/// A desk on the shipped code sets and policies, and claims to work on.
struct SampleDesk {
    private let books: CodeBooks
    private let policies: PolicyLibrary

    init() throws {
        books = try CodeBooks.shipped()
        policies = try PolicyLibrary()
    }

    var works: [Work] {
        validations + typing + searches + LongWorklist(books: books, policies: policies).works + [
            Work(name: "books") { _ in _ = try? CodeBooks.shipped() },
            Work(name: "policies") { _ in _ = try? PolicyLibrary() },
        ]
    }
}

extension SampleDesk {
    private var validations: [Work] {
        [("validate", ClaimExample.sample.draft), ("validate-50", SampleDesk.longClaim)].map { name, draft in
            let context = Context(books: books, policy: policies.policy(for: draft), today: ClaimExample.today)
            return Work(name: name) { _ in _ = validate(draft, in: context) }
        }
    }

    /// Twelve diagnoses and fifty lines, every fourth of them with a drug.
    private static var longClaim: ClaimDraft {
        var draft = ClaimExample.sample.draft
        func type(_ text: String, _ field: Field, _ row: Int) {
            draft.type(text, at: Place(field, row: row), in: ClaimExample.parsing)
        }
        let diagnoses = [
            "F33.2", "F41.1", "F43.10", "G47.00", "R45.851", "Z79.899", "E11.9", "I10", "M54.50", "F10.20", "K21.9",
            "E78.5",
        ]
        for (row, code) in diagnoses.enumerated() { type(code, .diagnosisCode, row) }
        let source = ClaimExample.sample.draft
        let fields = FieldGroup.serviceLine.fields + FieldGroup.drug.fields + FieldGroup.ndc.fields
        for row in 0..<50 {
            for field in fields { type(source.text(at: Place(field, row: row % source.lines.count)), field, row) }
            type("11/\(row / 4 + 10)/2026", .lineFrom, row)
        }
        return draft
    }
}

extension SampleDesk {
    /// Keys in fields of each screen, each with what the loop does for it.
    private var typing: [Work] {
        let screens: [(String, [Key])] = [
            ("key-claim", []), ("key-diagnosis", [.pageDown]), ("key-procedure", [.pageDown, .pageDown]),
            ("key-ndc", Array(repeating: .pageDown, count: 4)),
        ]
        return screens.map { name, way in
            let box = Box(station)
            for key in [.tab, .tab, .tab] + way { _ = box.station.handle(.event(.key(key))) }
            return Work(name: name) { time in
                let key: Key = time % 12 == 11 ? .tab : .character(Character(String(time % 10)))
                _ = box.station.handle(.event(.key(key)))
                box.station.settle()
                _ = box.station.frame(glyphs: .unicode)
            }
        } + [frames, burst, lookUp]
    }

    /// A key in the look-up of a diagnosis, to the drawn list.
    private var lookUp: Work {
        let box = Box(station)
        for key in [.pageDown, .down, .down, .down, .down, .function(2)] as [Key] {
            _ = box.station.handle(.event(.key(key)))
        }
        let words = Array("major depr rec sev")
        return Work(name: "look-up") { time in
            let place = time % (words.count + 1)
            let key: Key = place == words.count ? .control("u") : .character(words[place])
            _ = box.station.handle(.event(.key(key)))
            box.station.settle()
            _ = box.station.frame(glyphs: .unicode)
        }
    }

    private var frames: Work {
        let box = Box(station)
        return Work(name: "frame") { _ in _ = box.station.frame(glyphs: .unicode) }
    }

    /// Two hundred keys that wait together.
    private var burst: Work {
        let box = Box(station)
        return Work(name: "burst-200") { _ in
            for letter in String(repeating: "abcdefghij", count: 20) {
                _ = box.station.handle(.event(.key(.character(letter))))
            }
            box.station.settle()
        }
    }

    private var station: Workstation {
        let inputs = Inputs(
            books: books, policies: policies, today: ClaimExample.today, practice: ClaimDraft(id: "practice"),
            directory: [], signedIn: SignedInPerson(name: "A. Biller", isLead: true), refusals: { _ in [] })
        var station = Workstation(inputs: inputs, size: Size(columns: 80, rows: 24))
        let claim = OpenedClaim(draft: ClaimExample.sample.draft, status: .draft, history: [], isNew: false)
        _ = station.handle(.opened(claim))
        station.settle()
        return station
    }

    private final class Box {
        var station: Workstation

        init(_ station: Workstation) { self.station = station }
    }
}

extension SampleDesk {
    /// Every beginning of what billers type, as the keys come.
    private var searches: [Work] {
        let queries = [
            "f33.2", "major depr rec sev", "mdd", "trd", "crps", "si", "ptsd", "iv inf", "generalized anx",
            "opioid dep",
            "low back pain", "hypertension", "diabetes type 2", "ketamine 50", "depresion", "fracture left radius init",
            "0143-9508", "j3490", "96365", "suicidal",
        ]
        let beginnings = queries.flatMap { query in (1...query.count).map { String(query.prefix($0)) } }
        return [
            Work(name: "find") { time in _ = books.find(queries[time % queries.count]) },
            Work(name: "find-keys") { time in _ = books.find(beginnings[time % beginnings.count]) },
        ]
    }
}
