import ClaimModel
package import CodeSets
package import TextKit

/// The releases of code sets that are loaded.
package enum ReleaseReport {
    /// `{"releases": [{"set", "release", "from", "to", "rows", "source", "published", "checksum", "shipped"}],
    /// "damaged": [{"file", "reason"}]}`; dates as `2026-10-01`, `null` where there is no limit.
    package static func json(_ releases: [CodeRelease], damaged: [UnreadableTable]) -> String {
        let loaded = releases.map { release in
            JSONValue.object([
                "set": .text(release.set.rawValue), "release": .text(release.name),
                "from": iso(release.from), "to": iso(release.to), "rows": .number(release.rows),
                "source": .text(release.source), "published": iso(release.published),
                "checksum": .text(release.checksum), "shipped": .bool(release.isShipped),
            ])
        }
        let broken = damaged.map { JSONValue.object(["file": .text($0.path), "reason": .text($0.reason)]) }
        return "{\"releases\": \(list(loaded)), \"damaged\": \(list(broken))}\n"
    }

    /// A release a paragraph, at most 80 columns wide.
    package static func text(_ releases: [CodeRelease], glyphs: Glyphs = .unicode) -> String {
        releases.map { release in
            let head = "\(release.name), \(release.isShipped ? "shipped" : "your office")"
            let days = Day.span(from: release.from, to: release.to)
            let rows = "\(days.isEmpty ? "any service date" : "service dates \(days)"), \(counted(release.rows, "row"))"
            let published = release.published.map { ", published \($0)" } ?? ""
            let lines = [
                (release.set.rawValue, head), ("", rows), ("", "\(release.source)\(published)"),
                ("", "checksum \(release.checksum)"),
            ]
            return lines.flatMap {
                Paper.hanging(
                    $0.onPaper(glyphs), $1.onPaper(glyphs), indent: 0, column: 27)
            }
            .map { $0 + "\n" }.joined()
        }.joined()
    }

    private static func iso(_ day: Day?) -> JSONValue { JSONValue(day?.iso) }

    private static func list(_ items: [JSONValue]) -> String {
        items.isEmpty ? "[]" : "[\n\(items.map(\.json).joined(separator: ",\n"))\n]"
    }
}
