public import ClaimModel
public import Foundation

/// A package of ketamine or esketamine, as its label or the FDA's listing describes it.
public struct DrugProduct: Hashable, Sendable {
    public enum Drug: String, Hashable, Sendable {
        case ketamine, esketamine
    }

    public enum Kind: String, Hashable, Sendable {
        /// A finished ketamine product for people.
        case human
        /// For animals only.
        case veterinary
        /// Powder from which a pharmacy compounds.
        case bulk
        /// Another drug than racemic ketamine: esketamine.
        case otherDrug = "other-drug"
    }

    public enum Container: String, Hashable, Sendable {
        case multiDose = "multi-dose"
        case singleDose = "single-dose"
        case unknown
    }

    public enum Role: String, Hashable, Sendable {
        /// The vial or device that the dose is drawn from.
        case inner
        /// The carton or kit that holds it.
        case outer
        case unknown
    }

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
    public let labeler: String
    public let product: String
    public let drug: Drug
    public let kind: Kind
    /// Milligrams in one milliliter; `nil` for powders.
    public let strength: Decimal?
    /// Milliliters in one container, for a kit in all its devices; `nil` for powders.
    public let volume: Decimal?
    public let container: Container
    /// Whether `container` was read in a source, and not taken from what such products usually are.
    public let isContainerSourced: Bool
    public let role: Role
    /// The carton of this vial or the vial in this carton, eleven digits.
    public let related: String?
    /// The last day of the FDA listing, where the source tells.
    public let listingExpires: Day?
    public let confidence: Confidence
    public let source: String
    /// The package in words: `10 multi-dose vials of 5 mL`.
    public let package: String

    init?(columns: [String]) {
        guard columns.count >= 16, let drug = Drug(rawValue: columns[4]), let kind = Kind(rawValue: columns[5])
        else { return nil }
        ndc11 = columns[0]
        label = columns[1]
        labeler = columns[2]
        product = columns[3]
        self.drug = drug
        self.kind = kind
        strength = Decimal(string: columns[6])
        volume = Decimal(string: columns[7])
        container = Container(rawValue: columns[8]) ?? .unknown
        isContainerSourced = columns[9] == "yes"
        role = Role(rawValue: columns[10]) ?? .unknown
        related = columns[11].isEmpty ? nil : columns[11]
        listingExpires = Day(iso: columns[12])
        confidence = Confidence(rawValue: columns[13]) ?? .unconfirmed
        source = columns[14]
        package = columns[15]
    }

    /// Whether a claim for a person may name it.
    public var isBillable: Bool { kind != .veterinary }

    /// The product in one line: `Ketamine HCl injection 50 mg/mL, 10 mL vial, Hikma`.
    public var summary: String {
        let strength = strength.map { " \($0) mg/mL" } ?? ""
        return "\(product)\(strength), \(package), \(labeler)"
    }
}
