import Foundation

/// The user's folders, by the XDG Base Directory Specification.
struct Folders {
    let data: URL
    let configuration: URL

    /// Variables that are empty or no absolute path count as not set, as the specification says.
    init(environment: [String: String]) {
        let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory()
        func folder(_ variable: String, _ standard: String) -> URL {
            let named = environment[variable].flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
            return (named ?? URL(fileURLWithPath: home).appendingPathComponent(standard))
                .appendingPathComponent("cleanclaim", isDirectory: true)
        }
        data = folder("XDG_DATA_HOME", ".local/share")
        configuration = folder("XDG_CONFIG_HOME", ".config")
    }

    /// The office's own releases of code sets.
    var codes: URL { data.appendingPathComponent("codes", isDirectory: true) }
    var policies: URL { configuration.appendingPathComponent("policies", isDirectory: true) }
    var themes: URL { configuration.appendingPathComponent("themes", isDirectory: true) }
    var settings: URL { configuration.appendingPathComponent("config.yaml") }
}
