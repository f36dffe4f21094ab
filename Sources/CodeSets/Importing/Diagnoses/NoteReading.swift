/// What codes a note of the tabular list is about.
///
/// Read are lists in parentheses of their own (`(F30.-)`, `(C44.500, C44.510)`, `(E08-E13 with .41)`), lists behind `from`,
/// `categories` or `classified to`, and a code that ends the note. What names codes in another way (`with fifth or sixth
/// character 5`, `code to injury`, `unless …`) is not guessed at: the note has no ranges then and is shown as it is.
struct NoteReading {
    let ranges: [CodeRange]
    /// Whether every code that the text names is in `ranges`.
    let isWhole: Bool

    init(_ text: String, codes: CodesOfRelease) {
        let parts = NoteReading.parts(of: NoteReading.joined(text))
        var (ranges, isWhole): ([CodeRange], Bool) = ([], !NoteReading.isConditional(text))
        let endsWithCodes = parts.last.map { $0.isInParentheses && NoteCodes($0.words, codes)?.ranges.isEmpty == false }
        for part in parts {
            if part.isInParentheses, let list = NoteCodes(part.words, codes) {
                ranges += list.ranges
            } else if part.isInParentheses || endsWithCodes != true {
                guard let named = NoteReading.named(in: part.words, codes) else {
                    isWhole = false
                    continue
                }
                ranges += named
            }
        }
        self.isWhole = isWhole && !ranges.isEmpty
        self.ranges = self.isWhole ? ranges : []
    }

    private static func isConditional(_ text: String) -> Bool {
        [" unless ", "(Chapter ", ") with fifth or sixth character"].contains { text.contains($0) }
    }

    /// The text with stretches as one word: `I01.0 -I01.9`, `S00 - S09`, `F10.- -F19.-` as `I01.0-I01.9`, `S00-S09`, `F10.-F19.-`.
    private static func joined(_ text: String) -> String {
        text.replacing(#/([0-9A-Z.])-? ?- ?([A-Z][0-9])/#) { "\($0.output.1)-\($0.output.2)" }
    }

    private struct Part {
        let words: [Substring]
        let isInParentheses: Bool
    }

    /// The stretches of the text within innermost parentheses and between them.
    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var (start, isOpen) = (text.startIndex, false)
        func add(_ end: String.Index, _ isInParentheses: Bool) {
            let words = text[start..<end].split { " ,;".contains($0) }
            if !words.isEmpty { parts.append(Part(words: words, isInParentheses: isInParentheses)) }
        }
        for index in text.indices where text[index] == "(" || text[index] == ")" {
            add(index, isOpen && text[index] == ")")
            (start, isOpen) = (text.index(after: index), text[index] == "(")
        }
        add(text.endIndex, false)
        return parts
    }

    /// The codes that words in running text name; `nil` where they name some in a way that is not read.
    private static func named(in words: [Substring], _ codes: CodesOfRelease) -> [CodeRange]? {
        var list: [Substring] = []
        var isOpen = false
        for (index, word) in words.enumerated() {
            if codes.range(of: word) != nil {
                let isLast = index + 1 == words.count && list.isEmpty
                guard isOpen || (isLast && !prepositions.contains(words[max(0, index - 1)])) else { return nil }
                isOpen = true
                list.append(word)
            } else if isOpen, !list.isEmpty, connectives.contains(word) {
                list.append(word)
            } else {
                if isOpen, word == "with" { return nil }
                isOpen = introduces(words, index)
            }
        }
        while list.last == "and" || list.last == "or" { list.removeLast() }
        return NoteCodes(list, codes)?.ranges
    }

    private static let connectives: Set<Substring> = ["and", "or", "to"]
    private static let prepositions: Set<Substring> = ["in", "with", "to", "of", "those"]

    /// Whether the word at the index says that codes follow: `from`, `categories`, `classified to`.
    private static func introduces(_ words: [Substring], _ index: Int) -> Bool {
        ["from", "category", "categories", "subcategory", "subcategories"].contains(words[index])
            || (index > 0 && words[index - 1].hasPrefix("classif") && ["in", "to"].contains(words[index]))
    }
}
