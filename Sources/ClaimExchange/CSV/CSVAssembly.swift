import ClaimModel
import TextKit

/// Builds claims from rows, row by row.
struct CSVAssembly {
    private let map: ColumnMap
    private let places: [String: Int]
    private let context: ParsingContext
    private var claims: [Gathered] = []
    private var numbers: [String: Int] = [:]
    private(set) var faults: [CSVFault] = []
    /// The claim of the row before; `nil` where that row could not be read.
    private var last: Int?
    private var isLastUnread = false

    /// A claim whose rows may still come.
    private struct Gathered {
        var draft: ClaimDraft
        var rows: [Int] = []
        var origins: [Place: String] = [:]
        /// As the rows have them, before a date is settled.
        var texts: [Place: String] = [:]
        var isHeld = false
    }

    init(_ map: ColumnMap, _ places: [String: Int], in context: ParsingContext) {
        self.map = map
        self.places = places
        self.context = context
    }

    mutating func take(_ row: CSVTable.Row) {
        do throws(CSVFault) {
            let values = try row.values.get()
            let number = try claim(of: row.number, values)
            // A row that could not be read may have belonged to this claim.
            if isLastUnread, map.groupBy != nil { hold(number, nextTo: row.number) }
            (last, isLastUnread) = (number, false)
            fill(number, from: row.number, values)
        } catch {
            faults.append(error)
            if map.groupBy == nil {
                claims.append(Gathered(draft: ClaimDraft(id: ""), rows: [row.number], isHeld: true))
            }
            if let last, map.groupBy != nil { hold(last, nextTo: row.number) }
            (last, isLastUnread) = (nil, true)
        }
    }

    func finished() -> (claims: [CSVClaim], held: Int) {
        let whole = claims.filter { !$0.isHeld }
        return (
            whole.map { CSVClaim(draft: $0.draft, rows: $0.rows, origins: $0.origins) }, claims.count - whole.count
        )
    }

    private mutating func hold(_ number: Int, nextTo row: Int) {
        guard !claims[number].isHeld else { return }
        claims[number].isHeld = true
        faults.append(
            CSVFault(
                row: row, "the claim next to an unreadable row is held, since that row may belong to it"))
    }

    /// The claim that a row belongs to.
    private mutating func claim(of row: Int, _ values: [String]) throws(CSVFault) -> Int {
        var key: String?
        if let column = map.groupBy, let place = places[column] {
            let text = trimmed(values[place])
            guard !text.isEmpty else {
                throw CSVFault(row: row, column: column, "it is blank, so the claim of this line is not known")
            }
            if let known = numbers[text] {
                claims[known].rows.append(row)
                return known
            }
            key = text
        }
        claims.append(Gathered(draft: ClaimDraft(id: "row \(row)"), rows: [row]))
        if let key { numbers[key] = claims.count - 1 }
        return claims.count - 1
    }
}

// MARK: Fields

extension CSVAssembly {
    private mutating func fill(_ number: Int, from row: Int, _ values: [String]) {
        let line = claims[number].draft.lines.count
        guard line < Part.line.limit else {
            if !claims[number].isHeld {
                faults.append(CSVFault(row: row, "at most \(Part.line.limit) lines on a claim: split it"))
            }
            return claims[number].isHeld = true
        }
        var typed: [(place: Place, text: String, column: String)] = []
        for column in map.columns {
            guard let place = places[column.name] else { continue }
            do throws(CSVFault) {
                typed += try texts(of: column, values[place], line: line, row: row)
            } catch {
                faults.append(error)
                claims[number].isHeld = true
            }
        }
        for (place, text, column) in typed { type(text, at: place, column, into: number, row: row) }
        addConstants(to: number, line: line)
    }

    /// What a value says in which fields.
    private func texts(
        of column: ColumnMap.Column, _ value: String, line: Int, row: Int
    ) throws(CSVFault) -> [(place: Place, text: String, column: String)] {
        let cell = CSVCell(column, row: row, context: context)
        return try cell.texts(of: value).map { target, text in
            (Place(target.field, row: target.row ?? line), text, column.name)
        }
    }

    private mutating func type(_ text: String, at place: Place, _ column: String, into number: Int, row: Int) {
        guard claims[number].texts.updateValue(text, forKey: place) ?? text == text else {
            faults.append(
                CSVFault(row: row, column: column, "it says something else than an earlier row of the same claim"))
            return claims[number].isHeld = true
        }
        claims[number].draft.type(text, at: place, in: context)
        claims[number].draft.settle(place, in: context)
        claims[number].origins[place] = column
    }

    /// The map's constants, of a line only where the row has brought one.
    private mutating func addConstants(to number: Int, line: Int) {
        for constant in map.constants {
            let rows = constant.target.row.map { $0..<$0 + 1 } ?? line..<claims[number].draft.lines.count
            for row in rows {
                claims[number].draft.type(constant.text, at: Place(constant.target.field, row: row), in: context)
            }
        }
    }
}
