public import ClaimModel

/// One line of a policy as text: a setting, a rule that it adjusts, or a field that it requires.
public struct PolicyRow: Hashable, Sendable {
    /// Which part of the file the line is in.
    public enum Kind: Hashable, Sendable { case setting, rule, requirement }

    /// Which part of the file the line is in.
    public let kind: Kind
    /// The key in the file: `pa_required`, `DX-009`, `treatment.weight`.
    public let key: String
    /// What the line is about, in words: `prior authorization`.
    public let label: String
    /// As shown: `yes`, `45 days`, `off`.
    public let value: String
    /// The line's own source, else the policy's.
    public let provenance: Provenance
    /// Whether it is about ketamine treatment only, not about any claim to this payer.
    public let isPathway: Bool

    /// How well the line is known.
    public var confidence: Confidence { provenance.confidence }
    /// The source and its date.
    public var source: String { provenance.text }
}

extension Policy {
    /// Every setting that the policy has, in the order of the schema, then its rules and requirements.
    public var rows: [PolicyRow] {
        self.rowTexts.rows { settingRows + self.otherRows }
    }

    /// Whether it has a line that nobody has checked.
    ///
    /// - Parameter isPathway: whether lines about ketamine treatment only count too.
    func hasUnverified(pathway isPathway: Bool) -> Bool {
        self.lines.contains { (isPathway || !$0.isPathway) && $0.confidence == .unverified }
    }

    private var settingRows: [PolicyRow] {
        SettingKey.all.compactMap { key in
            guard let value = key.text(in: self.settings), let provenance = key.provenance(in: self.settings)
            else { return nil }
            return PolicyRow(
                kind: .setting, key: key.name, label: key.label, value: value, provenance: provenance,
                isPathway: key.isPathway)
        }
    }
}

extension Policy.Content {
    /// What the policy has in addition to its settings.
    var otherRows: [PolicyRow] {
        adjustments.values.sorted { $0.rule < $1.rule }.map(PolicyRow.init) + requirements.map(PolicyRow.init)
    }
}

extension PolicyRow {
    init(_ adjustment: RuleAdjustment) {
        let scope = Rule.named(adjustment.rule)?.scope
        self.init(
            kind: .rule, key: adjustment.rule, label: "rule \(adjustment.rule)", value: adjustment.word,
            provenance: adjustment.provenance, isPathway: scope != .anyClaim)
    }

    init(_ requirement: Requirement) {
        let claims = requirement.scope == .anyClaim ? "" : " on \(requirement.scope.rawValue) claims"
        self.init(
            kind: .requirement, key: requirement.field.id, label: "\(requirement.field.fullLabel) required",
            value: requirement.severity.rawValue + claims, provenance: requirement.provenance,
            isPathway: requirement.scope != .anyClaim)
    }
}

extension Policy {
    /// How reliable the policy is, in short: `Medica, 2014, verified, 1 setting old`.
    ///
    /// - Parameter day: the first service day, where there is one.
    public func reliance(on today: Day, for day: Day?) -> String {
        let old = self.lines.count { $0.isOld(on: today, after: self.reviewDays) }
        let isOutside = day.map { !self.effective.contains($0) } ?? false
        return [
            "\(self.name), \(date.text)", confidence.rawValue, old == 0 ? nil : counted(old, "setting") + " old",
            isOutside ? "for other service dates" : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }

    /// The lines that are old.
    public func oldRows(on today: Day) -> [PolicyRow] {
        rows.filter { LineConfidence($0.provenance, isPathway: $0.isPathway).isOld(on: today, after: self.reviewDays) }
    }

    /// Whether it has a line that is old.
    ///
    /// - Parameter isPathway: whether lines about ketamine treatment only count too.
    public func hasOld(on today: Day, pathway isPathway: Bool = true) -> Bool {
        self.lines.contains { (isPathway || !$0.isPathway) && $0.isOld(on: today, after: self.reviewDays) }
    }
}
