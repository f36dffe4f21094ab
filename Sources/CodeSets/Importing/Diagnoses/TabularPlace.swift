/// A chapter, a section or a code of the tabular list while it is read.
struct TabularPlace {
    /// `F33.2`, or `F30-F39` for a section or chapter.
    var owner = ""
    var description = ""
    var hasCodesBelow = false
    /// Its own seventh characters, or those of the nearest header that has some.
    var sevenths: [SeventhCharacter] = []
    var notes: [TabularNote] = []
    /// What else the code is called: its inclusion terms, and what it is said to include.
    var terms: [String] = []

    init(owner: String = "", sevenths: [SeventhCharacter]) {
        self.owner = owner
        self.sevenths = sevenths
    }

    /// The codes that the end of a chapter's title names: `A00-B99`.
    static func codes(ofChapter title: String) -> String {
        title.last == ")" ? String(title.dropLast().split(separator: "(").last ?? "") : ""
    }

    private var code: String { owner.filter { $0 != "." } }

    private var needsSeventh: Bool { !hasCodesBelow && !sevenths.isEmpty && code.count < 7 }

    /// The rows of the terms that lead to the code, numbered from `number` on.
    func termRows(from number: Int) -> [CodeRow] {
        terms.enumerated().map { index, term in
            CodeTerm.row(term, on: code, isBillable: !hasCodesBelow && !needsSeventh, number: number + index)
        }
    }

    /// The code itself, and those that its seventh characters make.
    var rows: [CodeRow] {
        let own = CodeRow(code: code, description: description, isBillable: !hasCodesBelow && !needsSeventh)
        guard needsSeventh else { return [own] }
        let stem = code + String(repeating: "X", count: 6 - code.count)
        return [own]
            + sevenths.filter { !isNever($0) }.map {
                CodeRow(code: stem + $0.character, description: "\(description), \($0.meaning)")
            }
    }

    /// Who died before regaining consciousness has no subsequent encounter and no sequela.
    private func isNever(_ seventh: SeventhCharacter) -> Bool {
        code.hasPrefix("S06") && code.count == 6 && ["7", "8"].contains(code.suffix(1))
            && ["D", "S"].contains(seventh.character)
    }

    /// The notes with what carries them; the one on the seventh character with the characters that it is about.
    var ownNotes: [TabularNote] {
        notes.map { note in
            var note = note
            note.owner = owner
            if note.element == .sevenChrNote {
                note.text += " " + sevenths.map { "\($0.character) \($0.meaning)" }.joined(separator: "; ")
            }
            return note
        }
    }
}

struct SeventhCharacter {
    let character: String
    let meaning: String
}

/// A note as the tabular list has it.
struct TabularNote {
    enum Element: String {
        case excludes1, excludes2, codeFirst, useAdditionalCode, codeAlso, includes, sevenChrNote
    }

    let element: Element
    var text: String
    var owner = ""

    func read(_ codes: CodesOfRelease) -> CodeNote {
        let words = text.dropFirst(prefixes.first { text.hasPrefix($0) }?.count ?? 0)
        let reading = element == .sevenChrNote ? nil : NoteReading(text, codes: codes)
        return CodeNote(
            kind: kind, text: PublisherText.tidied(String(words)), ranges: reading?.ranges ?? [],
            isWhole: reading?.isWhole ?? true, owner: owner)
    }

    /// What its kind says already.
    private var prefixes: [String] {
        switch element {
        case .codeFirst: ["Code first", "code first"]
        case .useAdditionalCode: ["Use additional", "use additional"]
        case .codeAlso: ["Code also", "code also"]
        case .excludes1, .excludes2, .includes, .sevenChrNote: []
        }
    }

    private var kind: CodeNote.Kind {
        switch element {
        case .excludes1: .excludes1
        case .excludes2: .excludes2
        case .codeFirst: .codeFirst
        case .useAdditionalCode: .useAdditional
        case .codeAlso: .codeAlso
        case .includes: .includes
        case .sevenChrNote: .seventhCharacter
        }
    }
}
