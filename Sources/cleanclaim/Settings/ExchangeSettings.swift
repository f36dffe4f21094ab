import Yams

/// The settings of the folders that files come in from and go out to.
extension Configuration {
    static func folder(_ name: String, _ value: Node) throws -> String {
        guard let text = value.scalar?.string, text.hasPrefix("/") || text == "~" || text.hasPrefix("~/") else {
            throw Fault("\(name): write the whole path of a folder, such as ~/clearinghouse/\(name)")
        }
        return text
    }

    static func takesByItself(_ value: Node) throws -> Bool {
        switch value.scalar?.string {
        case "by_itself": true
        case "by_key": false
        default: throw Fault("inbox_takes: write by_key or by_itself")
        }
    }

    static func days(_ name: String, _ value: Node) throws -> Int {
        try number(name, value, 1...10_000, "days, such as 365")
    }
}
