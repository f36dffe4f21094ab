import ClaimModel

/// What a free text says about a drug and how it was given: amounts, strengths, volumes, routes, minutes, names.
///
/// The one reader of free texts. What it is not sure of it leaves out: negations, earlier doses, waste, the sizes of
/// containers, Roman numerals.
struct DrugText: Hashable, Sendable {
    /// Amounts that were given, in micrograms: the 35 of `KETAMINE HCL 50MG/ML 35MG IV`.
    private(set) var doses: [Int] = []
    /// Amounts in a volume, for a kilogram or for an hour, in micrograms: the 50 of the same.
    private(set) var rates: [Int] = []
    /// Those of the rates that are in a milliliter.
    private(set) var strengths: [Int] = []
    /// Volumes that were given, in thousandths of a milliliter.
    private(set) var volumes: [Int] = []
    /// How the drug went in; empty where the text says nothing, or two things.
    private(set) var routes: Set<TextRoute> = []
    /// How long it was infused.
    private(set) var minutes: Set<Int> = []
    /// The words that are neither amount, unit, route nor filling.
    private(set) var names: [String] = []

    init(_ texts: String...) { self.init(texts) }

    init(_ texts: [String]) {
        for text in texts where !text.isEmpty { read(TextToken.all(of: text)) }
    }

    private mutating func read(_ tokens: [TextToken]) {
        let text = TextContext(tokens)
        var index = 0
        while index < tokens.count {
            if let amount = text.amount(at: index) {
                take(amount, text)
                index = amount.end
            } else {
                if let word = tokens[index].word, word.count >= 4, !DrugText.filling.contains(word) {
                    names.append(word)
                }
                index += 1
            }
        }
        routes.formUnion(text.routes)
    }

    private mutating func take(_ amount: TextAmount, _ text: TextContext) {
        switch amount.unit {
        case .mass:
            let micrograms = amount.value
            if let divisor = amount.divisor {
                rates.append(micrograms)
                if case .volume(let milliliters) = divisor, milliliters > 0 {
                    strengths.append(micrograms * 1000 / milliliters)
                }
            } else if text.isGiven(amount) {
                doses.append(micrograms)
            }
        case .volume:
            if amount.divisor == nil, text.isGiven(amount), !text.isDiluent(amount) { volumes.append(amount.value) }
        case .time:
            if amount.divisor == nil, text.isInfusionTime(amount) { minutes.insert(amount.value) }
        }
    }

    private static let filling: Set<String> = [
        "INFUSED", "INFUSION", "INJECTION", "INTRAVENOUS", "INTRAMUSCULAR", "GIVEN", "DOSE", "TOTAL", "VIAL", "VIALS",
        "DRUG", "UNCLASSIFIED", "UNLISTED", "STRENGTH", "OVER", "MINUTES", "WITH", "INVOICE", "WASTED", "DISCARDED",
    ]
}

/// The routes that a code can be wrong for.
enum TextRoute: Hashable, Sendable {
    case vein, muscleOrSkin
}

extension Route {
    /// The same, where it is one of those.
    var asInText: TextRoute? {
        if isIntravenous { return .vein }
        return self == .intramuscular || self == .subcutaneous ? .muscleOrSkin : nil
    }
}
