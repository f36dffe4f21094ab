import ClaimModel
import Yams

/// One setting of the schema: its name in a file, what it takes, and how it is read, inherited and shown.
///
/// A new setting is a property of `PolicySettings` and its line in `all`.
struct SettingKey: Sendable {
    /// The key in the file: `pa_required`.
    let name: String
    /// Its label in a list: `prior authorization`.
    let label: String
    /// What it means for a claim, one sentence.
    let help: String
    /// What a file must contain, with an example.
    let form: String
    /// Whether it is about ketamine treatment only, not about any claim to this payer.
    let isPathway: Bool
    private let access: any SettingAccess

    init<Value: SettingValue>(
        _ name: String, _ label: String, _ path: any WritableKeyPath<PolicySettings, Setting<Value>?> & Sendable,
        _ help: String, isPathway: Bool = true, check: @escaping @Sendable (Value) -> String? = { _ in nil },
        text: @escaping @Sendable (Value) -> String
    ) {
        self.name = name
        self.label = label
        self.help = help
        self.form = Value.form
        self.isPathway = isPathway
        access = PathAccess(path: path, check: check, text: text)
    }

    /// Reads the value into the settings.
    ///
    /// - Returns: what is wrong with it; `nil` where it is valid.
    func read(_ node: Node, _ provenance: Provenance, into settings: inout PolicySettings) -> String? {
        access.read(node, provenance, into: &settings) ? access.objection(in: settings) : "must be \(form)"
    }

    func inherit(from parent: PolicySettings, into settings: inout PolicySettings) {
        access.copy(from: parent, into: &settings, over: false)
    }

    func clear(in settings: inout PolicySettings) { access.copy(from: PolicySettings(), into: &settings, over: true) }

    func provenance(in settings: PolicySettings) -> Provenance? { access.provenance(in: settings) }

    /// The value as text; `nil` where the setting is not there.
    func text(in settings: PolicySettings) -> String? { access.text(in: settings) }

    /// The value as in a file.
    func yaml(in settings: PolicySettings) -> String? { access.yaml(in: settings) }

    static func named(_ name: String) -> SettingKey? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

/// The way from the settings to one of them, whatever it holds.
private protocol SettingAccess: Sendable {
    func read(_ node: Node, _ provenance: Provenance, into settings: inout PolicySettings) -> Bool
    func objection(in settings: PolicySettings) -> String?
    func copy(from source: PolicySettings, into settings: inout PolicySettings, over: Bool)
    func provenance(in settings: PolicySettings) -> Provenance?
    func text(in settings: PolicySettings) -> String?
    func yaml(in settings: PolicySettings) -> String?
}

private struct PathAccess<Value: SettingValue>: SettingAccess {
    let path: any WritableKeyPath<PolicySettings, Setting<Value>?> & Sendable
    let check: @Sendable (Value) -> String?
    let toText: @Sendable (Value) -> String

    init(
        path: any WritableKeyPath<PolicySettings, Setting<Value>?> & Sendable,
        check: @escaping @Sendable (Value) -> String?, text: @escaping @Sendable (Value) -> String
    ) {
        self.path = path
        self.check = check
        toText = text
    }

    func read(_ node: Node, _ provenance: Provenance, into settings: inout PolicySettings) -> Bool {
        guard let value = Value(node) else { return false }
        settings[keyPath: path] = Setting(value, provenance)
        return true
    }

    func objection(in settings: PolicySettings) -> String? { settings[keyPath: path].flatMap { check($0.value) } }

    func copy(from source: PolicySettings, into settings: inout PolicySettings, over: Bool) {
        if over || settings[keyPath: path] == nil { settings[keyPath: path] = source[keyPath: path] }
    }

    func provenance(in settings: PolicySettings) -> Provenance? { settings[keyPath: path]?.provenance }

    func text(in settings: PolicySettings) -> String? { settings[keyPath: path].map { toText($0.value) } }

    func yaml(in settings: PolicySettings) -> String? { settings[keyPath: path]?.value.yaml }
}
