public import ClaimModel
public import TextKit

/// Two versions of a claim side by side, text by text: for people and for scripts.
public struct VersionReport: Sendable {
    /// One of the two versions.
    public struct Side: Sendable {
        /// `version 1`, `now`, or the name of a file.
        public let name: String
        /// Where the claim stood then; `nil` for a file.
        public let status: String?
        /// When it was kept, or sent; `nil` for the present state.
        public let keptOn: Day?
        /// The file that it was sent in, by its control number (ISA13).
        public let interchange: Int?

        /// One of the two versions, as the report names it.
        public init(_ name: String, status: String? = nil, keptOn: Day? = nil, interchange: Int? = nil) {
            self.name = name
            self.status = status
            self.keptOn = keptOn
            self.interchange = interchange
        }

        fileprivate var text: String {
            let file = interchange.map { "interchange \($0)" }
            let day = keptOn.map { interchange == nil ? "kept \($0)" : $0.description }
            return [name, status, day, file].compactMap(\.self).joined(separator: ", ")
        }

        fileprivate var json: JSONValue {
            .object([
                "name": .text(name), "status": JSONValue(status), "kept": JSONValue(keptOn?.iso),
                "interchange": JSONValue(interchange),
            ])
        }
    }

    /// In the order of the screens.
    public let differences: [DraftDifference]
    private let before: Side
    private let after: Side

    /// - Parameter earlier: the version that the other is compared with.
    public init(of later: ClaimDraft, _ after: Side, from earlier: ClaimDraft, _ before: Side) {
        differences = later.differences(from: earlier)
        self.before = before
        self.after = after
    }

    /// At most 80 columns wide: the field with its box and element, its text before and after.
    public func lines(_ glyphs: Glyphs) -> [String] {
        let head = ["\(before.text) -> \(after.text)"].flatMap { $0.wrapped(to: Paper.columns) }
        guard !differences.isEmpty else { return head + ["Nothing differs."] }
        var lines = head + ["", VersionReport.row(["", "Before", "After"]), Paper.rule()]
        var title: String?
        for difference in differences {
            if difference.rowTitle != title {
                title = difference.rowTitle
                if let title { lines.append(title) }
            }
            lines += difference.cells(glyphs)
        }
        let count = differences.count == 1 ? "1 field differs." : "\(differences.count) fields differ."
        return lines.map { $0.onPaper(glyphs) } + ["", count]
    }

    /// The lines as one text; each ends in a line feed.
    public func text(_ glyphs: Glyphs) -> String { lines(glyphs).map { $0 + "\n" }.joined() }

    /// As one JSON object.
    ///
    /// - Parameter claim: the claim's id or account number.
    public func json(claim: String) -> String {
        let members: JSONMembers = [
            "claim": .text(claim), "before": before.json, "after": after.json,
            "differences": .list(differences.map(\.json)),
        ]
        return JSONValue.object(members).json
    }

    fileprivate static let widths = [27, 26, 25]

    /// Three cells side by side.
    fileprivate static func row(_ cells: [String]) -> String {
        zip(cells, widths).map { $0.padded(to: $1 + 1) }.joined().withoutBlanksAtEnd
    }
}

extension DraftDifference {
    /// Where it goes.
    private var destination: String {
        switch subject {
        case .field(let field):
            [field.box.map { "box \($0)" }, field.element].compactMap(\.self).joined(separator: ", ")
        case .carried(let loop): loop
        case .override: ""
        }
    }

    fileprivate func cells(_ glyphs: Glyphs) -> [String] {
        let indent = part == .claim ? "" : "  "
        let columns = [
            ([label, destination].filter { !$0.isEmpty }).flatMap {
                $0.wrapped(to: VersionReport.widths[0] - indent.count).map { indent + $0 }
            },
            VersionReport.cell(before, VersionReport.widths[1], glyphs),
            VersionReport.cell(after, VersionReport.widths[2], glyphs),
        ]
        let height = columns.map(\.count).max() ?? 0
        return (0..<height).map { line in
            VersionReport.row(columns.map { $0.indices.contains(line) ? $0[line] : "" })
        }
    }

    fileprivate var json: JSONValue {
        var (field, name, box, element): (String?, String, String?, String?) = (nil, label, nil, nil)
        if case .field(let differing) = subject {
            (field, name, box, element) = (differing.id, differing.label, differing.box, differing.element)
        }
        return .object([
            "field": JSONValue(field), "label": .text(name), "box": JSONValue(box), "element": JSONValue(element),
            "part": .text(part.rawValue),
            "row_before": JSONValue(part == .claim ? nil : rows.before.map { $0 + 1 }),
            "row_after": JSONValue(part == .claim ? nil : rows.after.map { $0 + 1 }),
            "before": .text(before), "after": .text(after),
        ])
    }
}

extension VersionReport {
    fileprivate static func cell(_ text: String, _ width: Int, _ glyphs: Glyphs) -> [String] {
        text.isEmpty ? ["(blank)"] : text.onPaper(glyphs).wrapped(to: width)
    }
}
