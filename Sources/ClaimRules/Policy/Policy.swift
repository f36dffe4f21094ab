public import ClaimModel

/// A payer's rules as data: what it covers, which codes it accepts, what it requires.
///
/// Read from YAML, on top of the policy that it inherits; a setting that neither has is one the payer is not known to
/// have. What it holds are the members of `Content`; copies share them.
@dynamicMemberLookup
public struct Policy: Hashable, Sendable, Identifiable {
    @usableFromInline var boxed: Boxed<Content>

    /// All that a policy says.
    public struct Content: Equatable, Sendable {
        /// The name of its file without `.yaml`: `medmutual`.
        public let id: String
        /// The payer's name, as findings say it.
        public let name: String
        /// The payer's electronic ID; `nil` where it is not known.
        public let payerID: String?
        /// The payer's own number of the policy document.
        public let policyID: String?
        /// Which general rules hold, whatever the settings.
        public let payerType: PayerType
        /// The person or department to ask; `nil` where it is not known.
        public let contact: String?
        /// Where a setting comes from that does not say so itself.
        public let provenance: Provenance
        /// The service days that this version judges.
        public internal(set) var effective: EffectiveDays
        /// After how many days a setting counts as old.
        public let reviewDays: Int
        /// The file, and what it inherits.
        public let origin: Origin
        /// What the payer is known to require; with those of the policies that it inherits.
        public internal(set) var settings: PolicySettings
        /// The rules that the payer's policy turns off or regrades, by id.
        public internal(set) var adjustments: [String: RuleAdjustment]
        /// The fields that the payer's policy wants filled.
        public internal(set) var requirements: [Requirement]
        /// The claims that prove the policy.
        public let examples: [PolicyExample]
        /// How well each line is known; kept, for every claim and every key asks for it.
        fileprivate(set) var lines: [LineConfidence] = []
        fileprivate(set) var rowTexts = RowTexts()
    }

    init(_ content: Content) { boxed = Boxed(content.knowingItsLines()) }

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

    /// One member of `Content`: `policy.name`, `policy.settings`.
    @inlinable
    public subscript<Member>(dynamicMember path: KeyPath<Content, Member>) -> Member {
        @inline(__always) _read { yield boxed.contents[keyPath: path] }
    }

    subscript<Member>(dynamicMember path: WritableKeyPath<Content, Member>) -> Member {
        @inline(__always) _read { yield boxed.contents[keyPath: path] }
        _modify {
            yield &boxed.contents[keyPath: path]
            boxed.contents = boxed.contents.knowingItsLines()
        }
    }

    /// The name of its file without `.yaml`: `medmutual`.
    public var id: String { boxed.contents.id }
    /// The day of the source of the policy as a whole.
    public var date: SourceDate { boxed.contents.provenance.date }
    /// The source of the policy as a whole; a setting may have its own.
    public var source: String { boxed.contents.provenance.source }
    /// How well the policy as a whole is known; a setting may be known better or worse.
    public var confidence: Confidence { boxed.contents.provenance.confidence }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Policy.Content {
    private var knownLines: [LineConfidence] {
        SettingKey.all.compactMap { key in
            key.provenance(in: settings).map { LineConfidence($0, isPathway: key.isPathway) }
        } + otherRows.map { LineConfidence($0.provenance, isPathway: $0.isPathway) }
    }

    fileprivate func knowingItsLines() -> Policy.Content {
        var copy = self
        copy.lines = knownLines
        copy.rowTexts = RowTexts()
        return copy
    }
}

extension Policy {
    /// How well a setting is known; one that the policy does not have as well as the policy as a whole.
    @inline(__always)
    public func confidence<Value>(of setting: KeyPath<PolicySettings, Setting<Value>?>) -> Confidence {
        boxed.contents.settings[keyPath: setting]?.confidence ?? confidence
    }

    /// The value of a setting, however well it is known; `nil` where the policy does not have it.
    @inline(__always)
    public func value<Value>(of setting: KeyPath<PolicySettings, Setting<Value>?>) -> Value? {
        boxed.contents.settings[keyPath: setting]?.value
    }

    /// The severity of a finding that depends on this setting: an unverified one raises at most a warning.
    @inline(__always)
    public func limit<Value>(
        _ severity: Severity, by setting: KeyPath<PolicySettings, Setting<Value>?>
    ) -> Severity {
        confidence(of: setting) == .unverified ? min(severity, .warning) : severity
    }

    /// The setting's own source, else the policy's.
    @inline(__always)
    public func source<Value>(of setting: KeyPath<PolicySettings, Setting<Value>?>) -> String {
        (boxed.contents.settings[keyPath: setting]?.provenance ?? boxed.contents.provenance).text
    }

    /// The setting's own source, else the policy's, with how well that is known.
    func citation<Value>(of setting: KeyPath<PolicySettings, Setting<Value>?>) -> Citation {
        (boxed.contents.settings[keyPath: setting]?.provenance ?? boxed.contents.provenance).citation
    }
}

/// The service dates that a version of a policy applies to; without limits, all.
public struct EffectiveDays: Hashable, Sendable {
    /// The first service day, included; `nil` for no limit.
    public let from: Day?
    /// The last service day, included; `nil` for no limit.
    public let to: Day?

    /// Every day.
    public static let always = EffectiveDays(from: nil, to: nil)

    /// Whether the version judges this service day.
    public func contains(_ day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }

    func overlaps(_ other: EffectiveDays) -> Bool {
        (from.flatMap { start in other.to.map { start <= $0 } } ?? true)
            && (to.flatMap { end in other.from.map { $0 <= end } } ?? true)
    }

    /// `01/01/2026 to 12/31/2026`; empty where there is no limit.
    public var text: String { Day.span(from: from, to: to) }
}
