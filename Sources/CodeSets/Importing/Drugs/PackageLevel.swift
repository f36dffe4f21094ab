import Foundation

/// One level of a package in the FDA's words: `10 mL in 1 VIAL, MULTI-DOSE (0143-9508-01)`.
struct PackageLevel {
    /// In small letters, without the number: `10 mL in 1 vial, multi-dose`.
    let words: String
    let ndc: String?
    let container: DrugProduct.Container?
    /// What one container holds, where that is a volume.
    let milliliters: Decimal?

    /// From the outer to the inner one.
    static func levels(of packaging: String) -> [PackageLevel] {
        packaging.replacing(" > ", with: " / ").split(separator: " / ").map { PackageLevel($0) }
            .filter { !$0.words.isEmpty }
    }

    private init(_ text: Substring) {
        let open = text.lastIndex(of: "(")
        let number = open.map { text[text.index(after: $0)...].prefix { $0 != ")" } }
        let isNumber = number?.allSatisfy { $0.isNumber || $0 == "-" } ?? false
        ndc = isNumber ? number.map(String.init) : nil
        let plain = PublisherText.tidied(String(isNumber ? open.map { text[..<$0] } ?? text : text))
        words = plain.lowercased().replacing(" ml", with: " mL")
        container =
            plain.contains("MULTI-DOSE") || plain.contains("MULTI-USE")
            ? .multiDose : plain.contains("SINGLE-DOSE") || plain.contains("SINGLE-USE") ? .singleDose : nil
        let parts = words.split(separator: " ")
        milliliters = parts.count > 2 && parts[1] == "mL" ? Decimal(string: String(parts[0])) : nil
    }
}
