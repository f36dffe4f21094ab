import TerminalKit

extension Binding {
    /// Keys that move and edit. The palette leaves them out.
    static let moving: [Binding] = [
        Binding(
            .confirm, [.enter], "Next", "complete the field and go to the next; in a long text, a line break",
            in: .fields,
            Use("Next", "next field", in: .clearinghouse, footer: 0),
            Use("Open", "open the claim", in: .worklist, footer: 0),
            Use("Open", "list the claims of a file; open a claim", in: .submissions, footer: 0),
            Use("Take", "take the response; on a file that was taken, show what came of it", in: .inbox, footer: 0),
            Use("Edit", "edit the entry", in: .references, footer: 0),
            Use("Select", "go to the field, or run the line's action", in: .review, footer: 0),
            Use("Select", "select the line; list the codes below a header", in: .choices, footer: 0),
            Use("OK", "next question, or done", in: .prompt, footer: 0),
            Use("Next", "next field; in the last one, post the EOB", in: .posting, footer: 0)),
        Binding(
            .nextField, [.tab], "Next", "next field; after the last one, the next screen",
            in: [.fields, .clearinghouse],
            Use("Next", "next line", in: [.lists, .review, .choices]), Use("Next", "next field", in: .posting)),
        Binding(
            .previousField, [.backTab], "Previous", "previous field", in: [.fields, .clearinghouse],
            Use("Previous", "previous line", in: [.lists, .review, .choices]),
            Use("Previous", "previous field", in: .posting, footer: 3)),
        Binding(
            .up, [.up], "Up", "field above; in a grid, the same column", in: [.fields, .clearinghouse],
            Use("Previous", "line above", in: [.lists, .review, .text]),
            Use("Previous", "line above", in: .choices, footer: 2), Use("Up", "line above", in: .posting)),
        Binding(
            .down, [.down], "Down", "field below; in a grid, the same column", in: [.fields, .clearinghouse],
            Use("Next", "line below", in: [.lists, .review, .text]),
            Use("Next", "line below", in: .choices, footer: 1),
            Use("Down", "line below", in: .posting)),
        Binding(
            .left, [.left], "Left", "within the text, then the field before", in: [.fields, .clearinghouse],
            Use("Fold", "in a grouped list: to the group's title, then fold it", in: .worklist),
            Use("Back", "back from the codes below a header; a printer gets text; of two versions, mine", in: .choices),
            Use("Prev file", "the reference file before", in: .references)),
        Binding(
            .right, [.right], "Right", "within the text, then the field after", in: [.fields, .clearinghouse],
            Use("Unfold", "in a grouped list: show the claims of the group", in: .worklist),
            Use(
                "Open", "list the codes below a header; a printer gets drawn pages; of two versions, theirs",
                in: .choices),
            Use("Next file", "the next reference file", in: .references, footer: 3)),
        Binding(
            .home, [.home, .control("a")], "Start", "start of the text", in: [.fields, .clearinghouse],
            Use("First", "first line", in: [.lists, .review, .choices, .text])),
        Binding(
            .end, [.end, .control("e")], "End", "end of the text", in: [.fields, .clearinghouse],
            Use("Last", "last line", in: [.lists, .review, .choices, .text])),
        Binding(
            .backspace, [.backspace], "Delete left", "delete left of the cursor",
            in: [.fields, .clearinghouse, .lists, .choices, .posting]),
        Binding(.delete, [.delete, .control("d")], "Delete", "delete at the cursor", in: [.fields, .clearinghouse]),
        Binding(
            .clear, [.control("u")], "Clear", "clear the field; undo restores it", in: .fields,
            Use("Clear", "clear the field", in: .clearinghouse),
            Use("Clear", "clear the filter", in: .worklist),
            Use("Clear", "clear the filter", in: .submissions, footer: 2),
            Use("Clear", "clear the filter", in: .inbox),
            Use("Clear", "clear the filter", in: .references),
            Use("Clear", "clear the filter", in: .choices, footer: 4),
            Use("Clear", "clear the field", in: .posting, footer: 5)),
        Binding(
            .previousScreen, [.pageUp], "Prev page", "previous page, then the previous screen", in: [.fields, .review],
            Use("Practice", "the first page of the setup", in: .clearinghouse, footer: 2),
            Use("Prev page", "previous page", in: .text, footer: 0), Use("Up", "ten lines up", in: [.lists, .choices])),
        Binding(
            .nextScreen, [.pageDown], "Next page", "next page, then the next screen", in: [.fields, .review],
            Use("Next page", "next page", in: .text, footer: 0),
            Use("Down", "ten lines down", in: [.lists, .choices])),
    ]
}
