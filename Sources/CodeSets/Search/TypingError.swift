extension SearchIndex {
    /// The words that begin with what was meant, where `word` has one letter wrong, too many, too few, or two swapped.
    func words(nearly word: [UInt8]) -> [Range<Int>] {
        guard word.count >= 4 else { return [] }
        var found: [Range<Int>] = []
        for index in 0..<wordCount {
            let candidate = self.word(index)
            guard SearchIndex.mayBegin(candidate, nearlyWith: word), SearchIndex.begins(candidate, nearlyWith: word)
            else { continue }
            if let last = found.last, last.upperBound == index {
                found[found.count - 1] = last.lowerBound..<(index + 1)
            } else {
                found.append(index..<(index + 1))
            }
        }
        return found
    }

    /// Whether one of the first two letters is where one edit may leave it; most words are passed by with this.
    @inline(__always)
    private static func mayBegin(_ word: UnsafeRawBufferPointer, nearlyWith text: [UInt8]) -> Bool {
        guard word.count >= 2 else { return false }
        return word[0] == text[0] || word[0] == text[1] || word[1] == text[1] || word[1] == text[0]
    }

    /// Whether `word` begins with `text` after one edit of it.
    static func begins(_ word: UnsafeRawBufferPointer, nearlyWith text: [UInt8]) -> Bool {
        guard word.count + 1 >= text.count else { return false }
        var same = 0
        while same < text.count, same < word.count, word[same] == text[same] { same += 1 }
        if same == text.count { return true }
        let rest = text.count - same
        func agrees(word from: Int, text after: Int) -> Bool {
            let length = text.count - after
            guard word.count - from >= length else { return false }
            return (0..<length).allSatisfy { word[from + $0] == text[after + $0] }
        }
        let isSwapped =
            rest >= 2 && word.count >= same + 2 && word[same] == text[same + 1] && word[same + 1] == text[same]
        return agrees(word: same + 1, text: same + 1) || agrees(word: same + 1, text: same)
            || agrees(word: same, text: same + 1) || isSwapped && agrees(word: same + 2, text: same + 2)
    }
}
