import ClaimModel
import CodeSets

/// What the texts of a line say about its drug: amounts, strengths, and names.
struct DrugText: Hashable, Sendable {
    /// Amounts that are not strengths, in micrograms: the 35 of `KETAMINE HCL 50MG/ML 35MG IV`.
    private(set) var doses: [Int] = []
    /// Amounts in a volume, for a kilogram or for an hour, in micrograms: the 50 of the same.
    private(set) var rates: [Int] = []
    /// The words that are neither amount, unit, route nor filling.
    private(set) var names: [String] = []

    init(_ texts: String...) {
        for text in texts { read(text.utf8.map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }[...]) }
    }

    private mutating func read(_ text: ArraySlice<UInt8>) {
        var rest = text
        while let first = rest.first {
            if first.isDigit || (first == UInt8(ascii: ".") && rest.dropFirst().first?.isDigit == true) {
                readAmount(&rest)
            } else if first.isLetter {
                readWord(&rest)
            } else {
                rest = rest.dropFirst()
            }
        }
    }

    private mutating func readWord(_ rest: inout ArraySlice<UInt8>) {
        let word = rest.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        rest = rest.dropFirst(word.count)
        let text = String(decoding: word, as: UTF8.self)
        if word.count >= 4, !DrugText.filling.contains(text) { names.append(text) }
    }

    private mutating func readAmount(_ rest: inout ArraySlice<UInt8>) {
        let number = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
        rest = rest.dropFirst(number.count)
        let unit = rest.drop { $0 == UInt8(ascii: " ") }.prefix(while: \.isLetter)
        guard let factor = DrugText.units[String(decoding: unit, as: UTF8.self)],
            let micrograms = DrugText.micrograms(number, factor: factor)
        else { return }
        rest = rest[unit.endIndex...]
        let following = rest.drop { $0 == UInt8(ascii: " ") }
        if DrugText.isRate(following) { rates.append(micrograms) } else { doses.append(micrograms) }
    }

    /// Whether what follows an amount makes it one of each millilitre, kilogram or hour: `/ML`, `/5 ML`, `PER ML`, `/KG`.
    private static func isRate(_ text: ArraySlice<UInt8>) -> Bool {
        let isPer = text.starts(with: "PER ".utf8)
        guard text.first == UInt8(ascii: "/") || isPer else { return false }
        let unit = text.dropFirst(isPer ? 4 : 1)
            .drop { $0.isDigit || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ".") }.prefix(while: \.isLetter)
        return rateUnits.contains(String(decoding: unit, as: UTF8.self))
    }

    private static let rateUnits: Set<String> = [
        "ML", "MILLILITER", "CC", "L", "KG", "H", "HR", "HOUR", "MIN", "VIAL",
    ]

    /// A number of at most nine digits before its point, as millionths of a gram; what lies below a microgram is dropped.
    private static func micrograms(_ number: ArraySlice<UInt8>, factor: Int) -> Int? {
        let parts = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, whole.count <= 9 else { return nil }
        let digits = String(decoding: whole, as: UTF8.self)
        var micrograms = (digits.isEmpty ? 0 : Int(digits) ?? 0) * factor
        var step = factor
        for digit in parts.count == 2 ? parts[1] : [] {
            step /= 10
            micrograms += Int(digit - UInt8(ascii: "0")) * step
        }
        return micrograms
    }

    private static let units = [
        "MG": 1000, "MGS": 1000, "MILLIGRAMS": 1000, "MCG": 1, "UG": 1, "G": 1_000_000, "GM": 1_000_000,
        "GRAM": 1_000_000,
    ]

    private static let filling: Set<String> = [
        "INFUSED", "INFUSION", "INJECTION", "INTRAVENOUS", "INTRAMUSCULAR", "GIVEN", "DOSE", "TOTAL", "VIAL", "VIALS",
        "DRUG", "UNCLASSIFIED", "UNLISTED", "STRENGTH", "OVER", "MINUTES", "WITH", "INVOICE", "WASTED", "DISCARDED",
    ]
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= 48 && self <= 57 }
    fileprivate var isLetter: Bool { (self >= 65 && self <= 90) || (self >= 97 && self <= 122) }
}

extension LineFacts {
    /// All that the line says to the payer about its drug, including box 19 of the claim.
    func drugText(in claim: ClaimFacts) -> DrugText {
        DrugText(
            line.drugName.text, line.narrative.text, line.description.text,
            claim.draft.identity.additionalInformation.text)
    }

    /// A code that does not identify its drug by itself, such as J3490.
    var isUnclassifiedDrug: Bool { kinds.contains(.unlistedDrug) }
}
