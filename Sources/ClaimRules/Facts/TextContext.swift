/// An amount with its unit in a text.
struct TextAmount {
    enum Unit: Hashable { case mass, volume, time }

    /// What an amount is divided by.
    enum Divisor: Hashable {
        /// Thousandths of a milliliter.
        case volume(Int)
        /// A kilogram, an hour, a container.
        case other
    }

    let unit: Unit
    /// Micrograms, thousandths of a milliliter, or whole minutes.
    let value: Int
    let divisor: Divisor?
    /// The token that it begins with, and the one behind it.
    let start, end: Int
}

/// The words around an amount or a route, which decide whether it was given.
struct TextContext {
    private let tokens: [TextToken]

    init(_ tokens: [TextToken]) { self.tokens = tokens }

    /// The amount whose number is here; `nil` for anything else.
    func amount(at start: Int) -> TextAmount? {
        guard let number = tokens[start].number else { return nil }
        var index = start + 1
        if index < tokens.count, tokens[index].isSign("-") { index += 1 }
        guard let word = word(at: index), let (unit, factor) = TextContext.units[word] else { return nil }
        let (divisor, end) = divisor(at: index + 1)
        let value = unit == .volume ? number * factor : number * factor / 1000
        return TextAmount(unit: unit, value: value, divisor: divisor, start: start, end: end)
    }

    /// `/ML`, `/5 ML`, `PER KG`.
    private func divisor(at start: Int) -> (TextAmount.Divisor?, end: Int) {
        guard start < tokens.count, tokens[start].isSign("/") || word(at: start) == "PER" else { return (nil, start) }
        let number = start + 1 < tokens.count ? tokens[start + 1].number : nil
        let index = start + (number == nil ? 1 : 2)
        guard let unit = word(at: index) else { return (nil, start) }
        if ["ML", "MILLILITER", "CC"].contains(unit) { return (.volume(number ?? 1000), index + 1) }
        return TextContext.divisors.contains(unit) ? (.other, index + 1) : (nil, start)
    }

    func word(at index: Int) -> String? { tokens.indices.contains(index) ? tokens[index].word : nil }

    /// Whether an amount was given: no container's size, no waste, nothing that the text denies or tells of another day.
    func isGiven(_ amount: TextAmount) -> Bool {
        let before = words(before: amount.start, 2)
        if let next = word(at: amount.end) {
            if TextContext.containers.contains(next) { return false }
            // In `35 MG WASTED 15 MG` either may be what was given.
            if TextContext.waste.contains(next) { return isAmount(at: amount.end + 1) }
        }
        guard let last = before.first else { return true }
        if TextContext.waste.contains(last) { return before.last == "NO" || before.last == "MG" }
        return !TextContext.containers.contains(last) && !TextContext.otherDoses.contains(last)
            && before != ["TO", "UP"] && !before.contains(where: TextContext.negations.contains)
    }

    private func isAmount(at index: Int) -> Bool { tokens.indices.contains(index) && amount(at: index) != nil }

    /// The words directly before a token, the nearest first; a number or a sign ends them.
    private func words(before index: Int, _ most: Int) -> [String] {
        var words: [String] = []
        while words.count < most, let word = word(at: index - words.count - 1) { words.append(word) }
        return words
    }

    /// Whether a volume is that of the fluid: `IN 100 ML NS`, `250 ML D5W`.
    func isDiluent(_ amount: TextAmount) -> Bool {
        if word(at: amount.start - 1).map(["IN", "INTO", "WITH"].contains) == true { return true }
        return (0...2).contains { word(at: amount.end + $0).map(TextContext.fluids.contains) == true }
    }

    /// Whether a time is that of an infusion, not of watching, talking or waiting.
    func isInfusionTime(_ amount: TextAmount) -> Bool {
        let before = words(before: amount.start, 3)
        guard !before.contains(where: { TextContext.otherTimes.contains($0) || TextContext.negations.contains($0) })
        else { return false }
        return before.contains(where: TextContext.infusing.contains)
            || word(at: amount.end).map { TextContext.infusing.contains($0) && $0 != "OVER" } == true
    }

    /// How the drug went in; empty where the text names two ways, or no amount.
    var routes: Set<TextRoute> {
        guard tokens.indices.contains(where: { amount(at: $0) != nil }) else { return [] }
        let found = tokens.indices.compactMap { index in
            word(at: index).flatMap { TextContext.routes[$0] }.flatMap { isRoute(at: index) ? $0 : nil }
        }
        let all = Set(found)
        return all.count == 1 ? all : []
    }

    private func isRoute(at index: Int) -> Bool {
        let before = words(before: index, 3)
        if before.contains(where: TextContext.negations.contains) { return false }
        if let next = word(at: index + 1), TextContext.accesses.contains(next) { return false }
        guard word(at: index) == "IV" else { return true }
        if let last = before.first, TextContext.numbered.contains(last) { return false }
        // A range of numerals: III/IV, II-IV.
        let sign = index > 0 && (tokens[index - 1].isSign("/") || tokens[index - 1].isSign("-"))
        let end = word(at: index + 1).map(TextContext.numbered.contains) ?? false
        return !(sign && word(at: index - 2).map { $0.allSatisfy("IVX".contains) } == true) && !end
    }
}
