public import ClaimModel

/// A payer's rules as data: what it covers, which codes it accepts, what it requires.
///
/// Read from YAML, on top of the policy that it inherits; a setting that neither has is one the payer is not known to
/// have.
public struct Policy: Hashable, Sendable, Identifiable {
    private var shared: Shared<Content>

    struct Content: Hashable, Sendable {
        let id: String
        let name: String
        let payerID: String?
        let policyID: String?
        let payerType: PayerType
        let contact: String?
        let provenance: Provenance
        var effective: EffectiveDays
        let reviewDays: Int
        let origin: Origin
        var settings: PolicySettings { didSet { lines = knownLines } }
        var adjustments: [String: RuleAdjustment] { didSet { lines = knownLines } }
        var requirements: [Requirement] { didSet { lines = knownLines } }
        let examples: [PolicyExample]
        /// How well each line is known; kept, for every claim and every key asks for it.
        private(set) var lines: [LineStanding] = []
    }

    init(_ content: Content) { shared = Shared(content.knowingItsLines()) }

    /// What claims are filed as, and which general rules hold.
    public enum PayerType: String, CaseIterable, Hashable, Sendable {
        case medicare, medicaid, va, blue, commercial
    }

    /// Where a policy comes from.
    public struct Origin: Hashable, Sendable {
        /// The name of its file.
        public let file: String
        /// Whether the file came with the program, and not from the office.
        public let isShipped: Bool
        /// The policies that it builds on, the nearest first: `medmutual (shipped)`.
        public let parents: [String]
    }

    var content: Content { _read { yield shared.address.pointee } }

    public var id: String { content.id }
    public var name: String { content.name }
    public var payerID: String? { content.payerID }
    /// The payer's own number of the policy document.
    public var policyID: String? { content.policyID }
    public var payerType: PayerType { content.payerType }
    public var contact: String? { content.contact }
    /// Where a setting comes from that does not say so itself.
    public var provenance: Provenance { content.provenance }
    public var date: SourceDate { content.provenance.date }
    public var source: String { content.provenance.source }
    public var standing: Standing { content.provenance.standing }
    /// After how many days a setting counts as old.
    public var reviewDays: Int { content.reviewDays }
    public var origin: Origin { content.origin }
    /// The claims that prove the policy.
    public var examples: [PolicyExample] { content.examples }

    /// The service days that this version judges.
    public internal(set) var effective: EffectiveDays {
        _read { yield shared.address.pointee.effective }
        _modify { yield &shared.ownAddress.pointee.effective }
    }

    public internal(set) var settings: PolicySettings {
        _read { yield shared.address.pointee.settings }
        _modify { yield &shared.ownAddress.pointee.settings }
    }

    /// The rules that the payer's policy turns off or regrades, by id.
    public internal(set) var adjustments: [String: RuleAdjustment] {
        _read { yield shared.address.pointee.adjustments }
        _modify { yield &shared.ownAddress.pointee.adjustments }
    }

    /// The fields that the payer's policy wants filled.
    public internal(set) var requirements: [Requirement] {
        _read { yield shared.address.pointee.requirements }
        _modify { yield &shared.ownAddress.pointee.requirements }
    }
}

extension Policy.Content {
    private var knownLines: [LineStanding] {
        SettingKey.all.compactMap { key in
            key.provenance(in: settings).map { LineStanding($0, isPathway: key.isPathway) }
        } + otherRows.map { LineStanding($0.provenance, isPathway: $0.isPathway) }
    }

    fileprivate func knowingItsLines() -> Policy.Content {
        var copy = self
        copy.lines = knownLines
        return copy
    }
}

extension Policy {
    /// How well a setting is known; one that the policy does not have as well as the policy as a whole.
    @inline(__always)
    public func standing<Value>(of setting: KeyPath<PolicySettings, Setting<Value>?>) -> Standing {
        settings[keyPath: setting]?.standing ?? standing
    }

    @inline(__always)
    public func value<Value>(of setting: KeyPath<PolicySettings, Setting<Value>?>) -> Value? {
        settings[keyPath: setting]?.value
    }

    /// The severity of a finding that depends on this setting: an unverified one raises at most a warning.
    @inline(__always)
    public func limit<Value>(
        _ severity: Severity, by setting: KeyPath<PolicySettings, Setting<Value>?>
    ) -> Severity {
        standing(of: setting) == .unverified ? min(severity, .warning) : severity
    }

    /// The setting's own source, else the policy's.
    @inline(__always)
    public func source<Value>(of setting: KeyPath<PolicySettings, Setting<Value>?>) -> String {
        (settings[keyPath: setting]?.provenance ?? provenance).text
    }

    /// The setting's own source, else the policy's, with how well that is known.
    func citation<Value>(of setting: KeyPath<PolicySettings, Setting<Value>?>) -> Citation {
        (settings[keyPath: setting]?.provenance ?? provenance).citation
    }
}

/// The service dates that a version of a policy applies to; without limits, all.
public struct EffectiveDays: Hashable, Sendable {
    public let from: Day?
    public let to: Day?

    public static let always = EffectiveDays(from: nil, to: nil)

    public func contains(_ day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }

    func overlaps(_ other: EffectiveDays) -> Bool {
        (from.flatMap { start in other.to.map { start <= $0 } } ?? true)
            && (to.flatMap { end in other.from.map { $0 <= end } } ?? true)
    }

    /// `01/01/2026 to 12/31/2026`; empty where there is no limit.
    public var words: String { Day.words(from: from, to: to) }
}
