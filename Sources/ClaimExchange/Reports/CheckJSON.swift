import ClaimModel
import ClaimRules
import TextKit

/// A claim of a report in JSON, written as it goes: a batch makes thousands of them.
extension CheckedClaim {
    /// One object on one line.
    var json: String {
        var writer = JSONWriter(.line, escapesInvisible: true)
        writer.beginObject()
        writer.member("id", id)
        writer.member("status", status.rawValue)
        writer.list("findings", of: findings) { $0.write(key: origin.key(of: $0), to: &$1) }
        writer.list("more_notes", of: moreNotes) { $1.text($0) }
        writer.list("forecast", of: forecast) { $0.write(to: &$1) }
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension ReportedFinding {
    fileprivate func write(key: String, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("key", key)
        writer.member("rule", rule)
        writer.member("severity", severity.rawValue)
        writer.member("message", message)
        writer.member("fix", remedy)
        writer.member("field", field)
        writer.member("line", line)
        writer.member("box", box)
        writer.member("element", element)
        writer.member("source", source)
        writer.list("prevents", of: prevents) { $1.text($0) }
        writer.endObject()
    }
}

extension ForecastLine {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("stage", stage.rawValue)
        writer.member("likelihood", likelihood.rawValue)
        writer.list("codes", of: codes) { $1.text($0) }
        writer.list("rules", of: rules) { $1.text($0) }
        writer.list("fields", of: fields) { $1.text($0) }
        writer.name("overridden")
        writer.flag(isOverridden)
        writer.endObject()
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ text: String?) {
        self.name(name)
        if let text { self.text(text) } else { null() }
    }

    fileprivate mutating func member(_ name: String, _ number: Int?) {
        self.name(name)
        if let number { self.number(number) } else { null() }
    }

    fileprivate mutating func list<Item>(
        _ name: String, of items: [Item], _ write: (Item, inout JSONWriter) -> Void
    ) {
        self.name(name)
        beginList()
        for item in items {
            separate()
            write(item, &self)
        }
        endList()
    }
}
