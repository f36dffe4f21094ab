/// One thing in the version that both sides began with, in mine, and in theirs.
struct Versions<Content> {
    let base: Content
    let mine: Content
    let theirs: Content

    func map<Other>(_ transform: (Content) -> Other) -> Versions<Other> {
        Versions<Other>(base: transform(base), mine: transform(mine), theirs: transform(theirs))
    }

    subscript(side: MergeSide) -> Content {
        switch side {
        case .mine: mine
        case .theirs: theirs
        }
    }
}

/// Who changed a claim.
package enum MergeSide: Hashable, Sendable {
    case mine, theirs

    var other: MergeSide { self == .mine ? .theirs : .mine }
}

extension Versions: Sendable where Content: Sendable {}
extension Versions: Equatable where Content: Equatable {}
extension Versions: Hashable where Content: Hashable {}

extension Versions where Content: Equatable {
    /// Whose version says it all: the one that changed it, either where both say the same; `nil` where both changed it
    /// differently.
    var decided: MergeSide? {
        if mine == theirs || theirs == base { return .mine }
        return mine == base ? .theirs : nil
    }
}

extension Versions where Content == String {
    /// What a value of several texts is in each version, in words: the texts in which the two sides differ.
    init(differing texts: [(name: String, text: Versions<String>)]) {
        let differing = texts.filter { $0.text.mine != $0.text.theirs }
        func described(_ path: KeyPath<Versions<String>, String>) -> String {
            differing.map { item in
                let text = item.text[keyPath: path]
                return "\(item.name) \(text.isEmpty ? "blank" : text)"
            }.joined(separator: ", ")
        }
        self.init(base: described(\.base), mine: described(\.mine), theirs: described(\.theirs))
    }
}
