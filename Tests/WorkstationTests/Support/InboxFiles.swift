@testable import Workstation

/// What an invented clearinghouse has put into the inbox.
enum InboxFiles {
    static func row(
        _ name: String, _ kind: String, _ state: InboxRow.State, _ message: String, size: Int = 2_140
    ) -> InboxRow {
        InboxRow(
            path: "in/\(name)", name: name, kind: kind, size: size, came: "11/23 09:30", state: state, message: message)
    }

    static let contents = InboxContents(
        folder: "~/clearinghouse/in",
        rows: [
            row("era-1124.835", "835", .response, "4 claims: 3 paid, 1 denied; EFT-1 $450.00", size: 48_213),
            row("ack-17.999", "999", .response, "999 accepted for group 17"),
            row("visits.csv", "CSV", .claims, "claims", size: 812),
            row("era-1125.835", "835", .waiting, "Not complete yet: it has no end (IEA).", size: 3_000_000),
            row("copy.835", "835", .repeated, "The same file as era-1123.835, taken 11/23/2026 (2 paid)."),
            row(
                "resent.835", "835", .sameInterchange,
                "The same interchange as era-1123.835, taken 11/23/2026 (2 paid)."),
            row("eob.pdf", "unreadable", .unreadable, "This file is a PDF, not a file of claims."),
        ])

    static func news(_ name: String = "era-1124.835", _ state: InboxRow.State = .taken) -> FileNews {
        FileNews(
            row: row(name, "835", state, "\(name) (835): 3 paid, 1 denied."),
            lines: ["\(name) (835): 3 paid, 1 denied.", "Moved to the archive as \(name).", "", "C-1001  paid $190.00"])
    }

    static let folder = FolderListing(
        path: "~/clearinghouse",
        entries: [
            .init(name: "in", isFolder: true), .init(name: "old", isFolder: true),
            .init(name: "era-1101.835", isFolder: false), .init(name: "visits.csv", isFolder: false),
        ])
}
