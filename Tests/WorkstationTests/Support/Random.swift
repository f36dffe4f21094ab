import ClaimModel
import ClaimRules
import Randomness
import TerminalKit

@testable import Workstation

/// What people, pastes and broken keyboards type.
enum RandomText {
    static let whole = [
        "", "F33", "F33.2", "96365", "99214", "J3490", "1/1/20", "t-1", "+1w", "11102026", "210", "2.1.0", "IVI", "Y",
        "7",
        "0143-9508-01", "José Ñandú", "李小龙", "🧑🏽‍⚕️", "e\u{301}\u{300}", "\u{202E}abc", "a\u{200D}b", "  ", "-", "é́",
        "x\u{85}y",
        "9999999999999999999999", "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ",
    ]
    static let characters: [Character] =
        Array("0123456789AaFfJ.-/ :ty") + [
            "é", "李", "\u{301}", "\u{200D}", "👩", "🏽", "\u{1F1FA}", "\u{1F1F8}", "\u{202E}",
        ]
}

extension ClaimDraft {
    /// A sample claim, or a blank one, with a few fields of it garbled.
    static func random(using random: inout Seeded) -> ClaimDraft {
        var draft = random.pick([ClaimExample.sample, .incompleteCodes, .officeVisit, .noHistory, .painInfusion]).draft
        if Int.random(in: 0..<5, using: &random) == 0 { draft = ClaimDraft(id: "blank") }
        for _ in 0..<Int.random(in: 0..<8, using: &random) {
            let field = random.pick(Field.all)
            let row = field.part == .claim ? 0 : Int.random(in: 0..<min(4, field.part.limit), using: &random)
            draft.type(random.pick(RandomText.whole), at: Place(field, row: row), in: ClaimExample.parsing)
        }
        return draft
    }
}

extension ClaimAnswer {
    /// None, or what a payer may have said of a sample claim.
    static func random(using random: inout Seeded) -> [ClaimAnswer] {
        (0..<Int.random(in: 0..<3, using: &random)).map { _ in
            var answer = ClaimAnswer(random.pick([.remittance, .status]), account: "C-1001")
            answer.status = random.pick([.denied, .rejected, .partlyPaid, .accepted, nil])
            answer.payerControlNumber = random.pick(["", "26314000551"])
            answer.codes = [.status(random.pick(["562", "218", "999"]))]
            var line = AnsweredLine(procedure: random.pick(["96365", "J3490", "99214", ""]), charge: 4500, paid: 0)
            line.codes = [
                .denial(.carc(random.pick(["16", "45", "197"]))), .denial(.rarc(random.pick(["M119", "X1"]))),
            ]
            answer.lines = [line]
            return answer
        }
    }
}

/// Keys by what they are for.
enum Keys {
    static let moving: [Key] = [
        .enter, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .function(6),
        .function(6, shift: true), .escape,
    ]
    /// Keys that never change what a claim says.
    static let reading: [Key] =
        moving.filter { $0 != .escape && $0 != .enter } + [
            .function(1), .control("t"), .control("p"), .control("s"), .control("w"), .function(3),
        ]
    static let editing: [Key] = [
        .backspace, .delete, .function(4), .function(5), .function(7), .function(8), .function(9), .control("b"),
        .control("k"),
    ]

    /// Every key that a terminal sends, and some text.
    static let all: [Key] =
        moving + reading + editing + Binding.all.flatMap(\.keys) + "aZ9 é".map { .character($0) }

    /// A screen by its number: the digit follows.
    static func screen(_ number: Int) -> [Key] { [.control("o"), .character(Character(String(number)))] }

    /// What heavy hands do to a form: mostly text, many moves, some commands.
    static func random(using random: inout Seeded) -> [Key] {
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<9: [.character(random.pick(RandomText.characters))]
        case 9..<15: [random.pick(moving.filter { $0 != .escape })]
        case 15: screen(Int.random(in: 1...6, using: &random))
        case 16..<19: [random.pick(editing)]
        default: [random.pick([.control("z"), .control("y")])]
        }
    }
}
