import ClaimModel
import Foundation
import TextKit

/// A package of a drug as the FDA lists it, on its way into the NDC table.
struct DrugListing {
    var label: String
    var labeler: String
    /// The proprietary name, else the nonproprietary one.
    var product: String
    /// Nonproprietary name and substances, by which the drug is known.
    var substances: String
    /// `50 mg/mL`; empty where there are several ingredients.
    var strength: String
    /// The FDA's words: `10 VIAL, MULTI-DOSE in 1 CARTON (0143-9508-10)  / 10 mL in 1 VIAL, MULTI-DOSE (0143-9508-01)`.
    var packaging: String
    var isBulk: Bool
    var from: Day?
    var to: Day?
    /// `FDA NDC directory` or `openFDA NDC record`, with its day where one is known.
    var source: String

    /// The package itself and the inner one that its words name; none where the label is no NDC.
    var rows: [CodeRow] {
        let levels = PackageLevel.levels(of: packaging)
        let inner = levels.last?.ndc.flatMap { $0 == label ? nil : $0 }
        let isNested = levels.count > 1
        var rows = [row(label, levels, isNested ? .outer : .inner, related: inner)]
        if let inner { rows.append(row(inner, levels.suffix(1), .inner, related: label)) }
        return rows.compactMap(\.self)
    }

    private func row(
        _ label: String, _ levels: [PackageLevel], _ role: DrugProduct.Role, related: String?
    ) -> CodeRow? {
        guard let code = DrugListing.ndc11(label) else { return nil }
        let container = levels.lazy.compactMap(\.container).first
        let details = [
            label, labeler, product, drug.rawValue, kind.rawValue, Strength(strength)?.text ?? "",
            levels.last?.milliliters.map { "\($0)" } ?? "", (container ?? .unknown).rawValue,
            container == nil ? "no" : "yes", role.rawValue, related.flatMap(DrugListing.ndc11) ?? "",
            DrugProduct.Confidence.confirmed.rawValue, source, levels.map(\.words).joined(separator: ", each "),
        ]
        let row = CodeRow(code: code, description: "", from: from, to: to, details: details)
        return DrugProduct.completed(row, substances: substances)
    }

    private var drug: DrugProduct.Drug { DrugProduct.Drug(names: substances) }

    private var kind: DrugProduct.Kind { drug != .ketamine ? .otherDrug : isBulk ? .bulk : .human }

    /// The billing form of a label's number in three parts; `nil` for what is none.
    static func ndc11(_ label: String) -> String? {
        let parts = label.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }),
            zip(parts, [5, 4, 2]).allSatisfy({ $0.utf8.count <= $1 })
        else { return nil }
        return zip(parts, [5, 4, 2]).map { $0.aligned(to: $1, with: "0") }.joined()
    }
}

extension DrugProduct.Drug {
    /// - Parameter names: what the product or its substances are called.
    init(names: String) {
        let names = names.lowercased()
        self = names.contains("esketamine") ? .esketamine : names.contains("ketamine") ? .ketamine : .other
    }
}

/// Milligrams in a milliliter, of words such as `50 mg/mL`, `28 mg/.2mL`, `1 g/10mL`.
struct Strength {
    let text: String

    init?(_ words: String) {
        let words = words.lowercased().filter { $0 != " " }
        let parts = words.split(separator: "/")
        guard parts.count == 2, parts[1].hasSuffix("ml"), let amount = Strength.number(parts[0]),
            let weight = Strength.milligrams[String(parts[0].drop { $0.isNumber || $0 == "." })]
        else { return nil }
        let volume = parts[1].dropLast(2)
        let milliliters = volume.isEmpty ? 1 : Strength.number(volume) ?? 0
        guard milliliters > 0 else { return nil }
        text = "\(amount * weight / milliliters)"
    }

    private static let milligrams: [String: Decimal] = [
        "mg": 1, "g": 1000, "ug": Decimal(1) / 1000, "mcg": Decimal(1) / 1000,
    ]

    private static func number(_ text: Substring) -> Decimal? {
        let digits = text.prefix { $0.isNumber || $0 == "." }
        return Decimal(string: digits.hasPrefix(".") ? "0" + digits : String(digits))
    }
}
