import TerminalKit

extension Binding {
    /// Keys that do something: what the palette lists.
    static let acting: [Binding] = [
        Binding(
            .explain, [.function(1), .alt("1")], "Help", "help for the field, or why this finding; twice: all keys",
            in: .fields, footer: 0, Use("Why", "details of the line", in: .review, footer: 0),
            Use("Keys", "list the keys", in: .worklist),
            Use("Keys", "list the keys", in: [.submissions, .references, .inbox, .clearinghouse], footer: 1),
            Use("Keys", "list the keys", in: .posting, footer: 2),
            Use("Details", "details of the code", in: .choices, footer: 5)),
        Binding(
            .lookUp, [.function(2), .alt("2"), .control("l")], "Look up",
            "look up a code, payer, provider, patient or NDC: typing filters, Enter selects", in: .fields, footer: 3,
            Use(
                "Filter", "filter by status, payer, finding, biller, tag, code: the choices with their counts",
                in: .worklist),
            Use("Any file", "pick any other file by typing", in: .inbox, footer: 3),
            Use("Pick", "pick the file by typing, where one is asked for", in: .prompt)),
        Binding(
            .copyField, [.alt("c")], "Copy field",
            "copy the field to the clipboard, if the terminal allows it (OSC 52)", in: .fields),
        Binding(
            .group, [.function(3), .alt("3")], "Group", "group the claims by what has to be fixed", in: .worklist,
            footer: 7,
            Use("Plans", "the patient's coverages, then the authorizations", in: .references, footer: 2)),
        Binding(
            .same, [.function(4), .alt("4")], "Same",
            "copy from the line above or the last claim; on the insured's address, from the patient", in: .fields,
            footer: 9, Use("Sort", "sort by the next column", in: .worklist, footer: 9),
            Use("Same", "the reason that was given last", in: .prompt),
            Use("Same", "copy from the EOB posted last", in: .posting, footer: 1)),
        Binding(.reverse, [.alt("z")], "Reverse", "sort the other way round", in: .worklist),
        Binding(
            .mark, [.insert, .control("@")], "Mark", "mark the claim, or take the mark off, and go to the next line",
            in: .worklist, Use("Show/hide", "show or hide the column", in: .choices)),
        Binding(
            .bulk, [.alt("m")], "Marked", "do something with all marked claims, or mark more of them", in: .worklist,
            footer: 5),
        Binding(
            .views, [.alt("v")], "Views", "choose a saved view: filter, order and columns; or save this one",
            in: .worklist),
        Binding(.columns, [.alt("l")], "Columns", "choose the columns and what the list is sorted by", in: .worklist),
        Binding(
            .reports, [.alt("u")], "Reports", "aging, denials, first-pass rate, days in A/R, claims keyed",
            in: .worklist),
        Binding(
            .nextClaim, [.alt("j")], "Next claim",
            "open the next listed claim that nobody else works on; it is assigned to you", in: .worklist,
            Use("Next claim", "leave this claim and open the next one of the list or group", in: .claim)),
        Binding(
            .duplicate, [.function(5), .alt("5")], "Duplicate", "duplicate this line", in: .form,
            Use("Copy", "copy the claim as a new one", in: .worklist, footer: 1),
            Use("Merge", "merge: first the entry that goes, then the one that stays", in: .references, footer: 4)),
        Binding(
            .nextSession, [.alt("n")], "Next session",
            "start the next session of the course: the date by its rhythm, one more session of the authorization",
            in: [.worklist, .claim]),
        Binding(
            .nextPatient, [.alt("p")], "Next patient",
            "start the same visit for another patient: date, codes and charges stay, everything personal is blank",
            in: [.worklist, .claim]),
        Binding(
            .template, [.alt("t")], "Template", "start a claim from a template", in: .worklist,
            Use(
                "Save template", "keep the codes, diagnoses, charges and providers of this claim as a template",
                in: .claim)),
        Binding(
            .nextFinding, [.function(6), .alt("6"), .control("n")], "Next finding",
            "next error, then warning, then note, on any screen", in: .fields, footer: 4,
            Use("Next", "next line", in: .review),
            Use("Flagged", "next flagged or rejected claim", in: .worklist, footer: 4)),
        Binding(
            .previousFinding, [.function(6, shift: true), .control("r")], "Previous finding", "previous finding",
            in: .fields, Use("Previous", "previous line", in: .review),
            Use("Previous flagged", "previous flagged or rejected claim", in: .worklist)),
        Binding(
            .deleteLine, [.function(7), .alt("7")], "Delete", "delete this line; undo restores it", in: .form,
            footer: 8,
            Use(
                "Delete", "delete the claim; on a deleted one (type del to list them), restore it", in: .worklist,
                footer: 8),
            Use("Discard", "discard what is keyed; undo brings it back", in: .posting, footer: 3),
            Use("On/off", "offer the entry no longer, or again", in: .references, footer: 5)),
        Binding(
            .nextLine, [.function(8), .alt("8")], "Next line", "next line or a new one; elsewhere the next group",
            in: .fields, footer: 6, Use("New", "new claim", in: .worklist, footer: 0),
            Use("New", "new entry", in: .references, footer: 0),
            Use(
                "Import", "show what the claims of the file would become; then Enter imports them", in: .inbox,
                footer: 2),
            Use("Save", "of two versions, save what was chosen", in: .choices)),
        Binding(
            .takeFix, [.function(9), .alt("9")], "Fix", "apply the suggested fix, choose one, or ask the provider",
            in: [.fields, .review], footer: 1, Use("Hold", "hold the claim, or release it", in: .worklist),
            Use("Suggest", "enter charge less allowed as CO-45", in: .posting, footer: 1),
            Use("Take all", "take every new response", in: .inbox, footer: 0)),
        Binding(
            .undo, [.control("z")], "Undo", "undo", in: [.fields, .review],
            Use("Undo", "undo the last change of a reference file", in: .references, footer: 6),
            Use("Undelete", "restore the claim deleted last", in: .worklist),
            Use("Undo", "undo the last field", in: .posting, footer: 4)),
        Binding(.redo, [.control("y")], "Redo", "redo", in: [.fields, .review, .references]),
        Binding(
            .overrideWarning, [.control("g")], "Override", "override a warning, with a reason and a name",
            in: [.fields, .review], footer: 5, Use("Comment", "comment on the claim", in: .worklist)),
        Binding(
            .payerAnswer, [.control("b")], "Response", "enter the codes of a payer's paper or portal response",
            in: .claim, footer: 11,
            Use("Read 271", "read a payer's eligibility answer (271) into the coverages", in: .references)),
        Binding(
            .resubmit, [.control("k")], "Resubmit", "start a corrected claim (7), void (8) or new claim (1)",
            in: .claim, footer: 2),
        Binding(
            .changes, [.control("w")], "Changes", "show what changed since the claim was submitted", in: .claim,
            footer: 10),
        Binding(
            .history, [.alt("h")], "History",
            "show all that happened to the claim: keyed, submitted, answered, posted, arranged, by whom and when",
            in: [.worklist, .claim]),
        Binding(
            .askForClaim, [.alt("a")], "Ask for claim", "ask whoever has this claim open for it, with a reason",
            in: .claim,
            footer: 0),
        Binding(
            .giveClaim, [.alt("g")], "Give claim", "give the claim to who asks for it; it is saved first", in: .claim),
        Binding(.keepClaim, [.alt("k")], "Keep claim", "keep the claim that somebody asks for", in: .claim),
        Binding(
            .takeOver, [.alt("o")], "Take over",
            "take the claim that was asked for and not answered; the reason is recorded",
            in: .claim),
        Binding(
            .ready, [.function(12), .alt("r")], "Ready", "mark the claim ready to submit, or show what is missing",
            in: .claim, footer: 0),
        Binding(
            .secondary, [.alt("0")], "Secondary", "start the secondary claim from the primary's remittance",
            in: .worklist),
        Binding(
            .preview, [.control("t")], "Preview", "show what will be submitted; again: CMS-1500, 837P, summary",
            in: .claim, footer: 12),
        Binding(
            .print, [.control("p")], "Print",
            "print the summary, the CMS-1500, a packet or the query; in a preview, what it shows", in: .claim,
            footer: 13,
            Use("Print", "print this claim, or all that are listed, in one run", in: .worklist),
            Use("Print", "print what is shown", in: .text, footer: 1)),
        Binding(
            .submissions, [.control("q"), .alt("b")], "Submitted", "the submitted files and their responses",
            in: .worklist, footer: 3),
        Binding(
            .inbox, [.alt("i")], "Inbox", "the files of the clearinghouse: responses to take, claims to import",
            in: .worklist, footer: 10, Use("Back", "back", in: .inbox)),
        Binding(
            .references, [.alt("f")], "Files", "the reference files: patients, payers, charges, drugs",
            in: .worklist, footer: 6,
            Use("Files", "the reference file of the field; Esc comes back to it", in: [.claim, .practice], footer: 15),
            Use("Edit list", "the reference file that the list is from", in: .choices, footer: 3),
            Use("Back", "back", in: [.references, .entry])),
        Binding(
            .submit, [.control("v"), .alt("s")], "Submit", "submit every ready claim in one file; asks first",
            in: .worklist, footer: 2),
        Binding(
            .nextStep, [.alt("w")], "Next step",
            "what can be done now: resubmit, appeal, write off, bill the next payer or the patient, follow up",
            in: [.worklist, .claim]),
        Binding(
            .postEOB, [.alt("e")], "Post EOB", "post an EOB that came on paper, line by line", in: [.worklist, .claim]),
        Binding(
            .due, [.alt("y")], "Due",
            "the claims to follow up, to appeal, to bill on, or without an answer; and the daily close",
            in: .worklist),
        Binding(.save, [.control("s")], "Saved?", "show when the claim was saved; saving needs no key", in: .screens),
        Binding(
            .goToScreen, [.control("o")], "Go to",
            "and a digit: that screen, at its first required blank or finding; the digit again: where you were; "
                + "8: the reference files; 9: Practice setup",
            in: [.claim, .worklist]),
        Binding(.palette, [.alt("x")], "Commands", "find a command by typing", in: .screens, footer: 14),
        Binding(
            .leave, [.control("\\"), .alt("q")], "Quit", "quit CleanClaim, after Esc on the worklist",
            in: .worklist),
        Binding(
            .back, [.escape, .control("x")], "Back", "back; everything is already saved",
            in: [.claim, .submissions, .inbox],
            footer: 0, Use("Done", "back to the worklist; everything is already saved", in: .practice, footer: 0),
            Use("Done", "save, and back to the worklist", in: .clearinghouse, footer: 0),
            Use("Save", "save the entry and go back to the list", in: .entry, footer: 0),
            Use("Back", "back to where the files were opened", in: .references, footer: 0),
            Use("Quit", "clear the filter; on an empty one, ask whether to quit", in: .worklist, footer: 0),
            Use("Cancel", "close without a change", in: [.choices, .prompt], footer: 0),
            Use("Back", "back without posting; what is keyed is kept for this claim", in: .posting, footer: 0),
            Use("Back", "close", in: .text, footer: 0)),
        Binding(.leaveHint, [.control("c")], "How to quit", "show how to quit", in: .screens),
    ]
}
