public import ClaimModel
public import Foundation

/// A package of a drug, as its label or the FDA's listing describes it.
public struct DrugProduct: Hashable, Sendable {
    /// The active ingredient, as far as rules ask for it.
    public enum Drug: String, Hashable, Sendable {
        case ketamine, esketamine
        case other
    }

    /// Who the product is for, or what else it is.
    public enum Kind: String, Hashable, Sendable {
        /// A finished ketamine product for people.
        case human
        /// For animals only.
        case veterinary
        /// Powder from which a pharmacy compounds.
        case bulk
        /// Another drug than racemic ketamine.
        case otherDrug = "other-drug"
    }

    /// How many doses one container is made for (JW and JZ depend on it).
    public enum Container: String, Hashable, Sendable {
        case multiDose = "multi-dose"
        case singleDose = "single-dose"
        case unknown
    }

    /// Which of its packages the NDC names.
    public enum Role: String, Hashable, Sendable {
        /// The vial or device that the dose is drawn from.
        case inner
        /// The carton or kit that holds it.
        case outer
        case unknown
    }

    /// How well the row is known: what rests on an unconfirmed strength is a warning at most.
    public enum Confidence: String, Hashable, Sendable {
        /// NDC and strength were read in a named source.
        case confirmed
        /// The NDC was read in a source, the strength was not: confirm it from the vial.
        case strengthUnconfirmed = "strength-unconfirmed"
        /// Neither was read in a trustworthy source.
        case unconfirmed
    }

    /// Eleven digits, the billing form.
    public let ndc11: String
    /// As printed on the label, with dashes.
    public let label: String
    /// The company on the label.
    public let labeler: String
    /// The drug and its form: `Ketamine HCl injection`.
    public let product: String
    /// Which drug, by the label's active ingredient.
    public let drug: Drug
    /// Only a product for people may be on a claim.
    public let kind: Kind
    /// Milligrams in one milliliter; `nil` for powders.
    public var strength: Decimal? { Decimal(string: strengthText) }
    /// Milliliters in one container, for a kit in all its devices; `nil` for powders.
    public var volume: Decimal? { Decimal(string: volumeText) }
    /// `.unknown` for powders.
    public let container: Container
    /// Whether `container` was read in a source, and not taken from what such products usually are.
    public let isContainerSourced: Bool
    /// The NDC of the inner package is what most payers ask for.
    public let role: Role
    /// The carton of this vial or the vial in this carton, eleven digits.
    public let related: String?
    /// The first day on which it is marketed, where the source tells.
    public let marketedFrom: Day?
    /// The last day of the FDA listing, where the source tells.
    public let listingExpires: Day?
    /// How well NDC and strength are known.
    public let confidence: Confidence
    /// Where the row was read, with its date.
    public let source: String
    /// The package in words: `10 multi-dose vials of 5 mL`.
    public let package: String
    /// The product in one line: `Ketamine HCl injection 50 mg/mL, 10 mL vial, Hikma`.
    public let summary: String
    private let strengthText: String
    private let volumeText: String

    init?(_ row: TableRow) {
        let columns = row.details
        guard columns.count >= 14, let drug = Drug(rawValue: columns[3]), let kind = Kind(rawValue: columns[4])
        else { return nil }
        ndc11 = row.code
        label = columns[0]
        labeler = columns[1]
        product = columns[2]
        self.drug = drug
        self.kind = kind
        strengthText = columns[5]
        volumeText = columns[6]
        container = Container(rawValue: columns[7]) ?? .unknown
        isContainerSourced = columns[8] == "yes"
        role = Role(rawValue: columns[9]) ?? .unknown
        related = columns[10].isEmpty ? nil : columns[10]
        marketedFrom = row.firstDay
        listingExpires = row.lastDay
        confidence = Confidence(rawValue: columns[11]) ?? .unconfirmed
        source = columns[12]
        package = columns[13]
        summary = row.description
    }

    /// The strength in micrograms for each milliliter; `nil` where the table tells none.
    public var microgramsPerMilliliter: Int? { DrugProduct.thousandths(strengthText) }

    /// What one container holds, in thousandths of a milliliter; `nil` where the table tells none.
    public var volumeThousandths: Int? { DrugProduct.thousandths(volumeText) }

    /// The nearest whole number of thousandths; `nil` where that is not above zero or has more than fifteen digits.
    private static func thousandths(_ number: String) -> Int? {
        let parts = number.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, whole.count <= 12 else { return nil }
        let fraction = parts.count == 2 ? Array(parts[1].prefix(4)) : []
        let digits = whole + fraction + Array(repeating: UInt8(ascii: "0"), count: 4 - fraction.count)
        let tenths = digits.reduce(Optional(0)) { sum, digit in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) ? sum.map { $0 * 10 + Int(digit) - 48 } : nil
        }
        return tenths.map { ($0 + 5) / 10 }.flatMap { $0 > 0 ? $0 : nil }
    }

    /// Whether a claim for a person may name it.
    public var isBillable: Bool { kind != .veterinary }

    /// A row of the NDC table with the words that its columns make.
    ///
    /// - Parameter substances: what the drug is found by, where that is more than its name.
    static func completed(_ row: CodeRow, substances: String? = nil) -> CodeRow {
        guard row.details.count >= 14 else { return row }
        let strength = row.details[5].isEmpty ? "" : " \(row.details[5]) mg/mL"
        var row = row
        row.description = "\(row.details[2])\(strength), \(row.details[13]), \(row.details[1])"
        row.isBillable = row.details[4] != Kind.veterinary.rawValue
        row.keywords = "\(substances ?? row.details[3]) \(row.details[0])"
        return row
    }
}
