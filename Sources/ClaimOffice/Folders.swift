public import Foundation

/// The user's folders, by the XDG Base Directory Specification.
public struct Folders: Sendable {
    private let home: String
    public let data: URL
    public let configuration: URL

    /// A variable that is empty or not an absolute path counts as not set, as the specification says.
    public init(environment: [String: String]) {
        let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory()
        self.home = home
        func folder(_ variable: String, _ standard: String) -> URL {
            let named = environment[variable].flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
            return (named ?? URL(fileURLWithPath: home).appendingPathComponent(standard))
                .appendingPathComponent("cleanclaim", isDirectory: true)
        }
        data = folder("XDG_DATA_HOME", ".local/share")
        configuration = folder("XDG_CONFIG_HOME", ".config")
    }

    /// A path as a person types it: `~` at its beginning is the home folder.
    public func path(_ typed: String) -> String {
        typed == "~" || typed.hasPrefix("~/") ? home + typed.dropFirst() : typed
    }

    /// The office's own releases of code sets.
    public var codes: URL { data.appendingPathComponent("codes", isDirectory: true) }
    /// The maps of CSV files.
    public var imports: URL { configuration.appendingPathComponent("imports", isDirectory: true) }
    public var policies: URL { configuration.appendingPathComponent("policies", isDirectory: true) }
    public var themes: URL { configuration.appendingPathComponent("themes", isDirectory: true) }
    /// What the payers are expected to allow.
    public var fees: URL { configuration.appendingPathComponent("fees.csv") }
    public var settings: URL { configuration.appendingPathComponent("config.yaml") }
}
