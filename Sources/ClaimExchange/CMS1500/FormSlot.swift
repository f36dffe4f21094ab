import TextKit

/// A place on the CMS-1500 (02/12): a line at six to the inch and the columns at ten to the inch that it holds.
///
/// Line 1 is the first of the sheet's 66; column 1 is 0.3 inches from the left edge of the pre-printed form.
public struct FormSlot: Hashable, Sendable {
    /// What is done with a text of another length.
    enum Fill: Hashable, Sendable {
        /// Cut where it is too long.
        case text
        /// Left out where it is too long: half a number is another number.
        case number
        /// The same, and it ends at the last column.
        case amount
    }

    let line: Int
    let column: Int
    let width: Int
    let fill: Fill

    init(_ line: Int, _ column: Int, _ width: Int, _ fill: Fill = .text) {
        self.line = line
        self.column = column
        self.width = width
        self.fill = fill
    }

    func down(_ lines: Int) -> FormSlot { FormSlot(line + lines, column, width, fill) }
    func across(_ columns: Int) -> FormSlot { FormSlot(line, column + columns, width, fill) }
}

/// A text in its place on the form.
struct FormPart: Hashable, Sendable {
    let slot: FormSlot
    /// What is put there, no wider than the place.
    let text: String
    /// What a list of the boxes says of it: what an X marks.
    let shown: String
    let isCut: Bool

    /// - Parameter isCut: whether the text is a part already.
    init(_ slot: FormSlot, _ text: String, shown: String? = nil, isCut isPart: Bool = false) {
        self.slot = slot
        isCut = isPart || text.columns > slot.width
        switch slot.fill {
        case .text: self.text = text.clipped(to: slot.width)
        case .number: self.text = isCut ? "" : text
        case .amount: self.text = isCut || text.isEmpty ? "" : text.aligned(to: slot.width)
        }
        self.shown = shown ?? self.text.trimmingBlanks
    }

    /// An X in one of the squares of a box.
    static func mark(_ slot: FormSlot, _ meaning: String) -> FormPart { FormPart(slot, "X", shown: "X \(meaning)") }
}

extension String {
    fileprivate var trimmingBlanks: String { String(drop { $0 == " " }).withoutBlanksAtEnd }
}
