import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import TextKit
import Workstation

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List claims as the worklist does, filtered, sorted, as text or CSV.",
        discussion: """
            The filter is what is typed on the worklist: words, and terms such as status:denied, payer:"medical mutual", \
            age>30, is:due, dos:11/1-11/30, amount>500, rule:ND-004, denial:CO-50, cpt:96365, biller:LEE, tag:…. The list names \
            patients: keep the output where others cannot read it.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, csv
    }

    @Argument(help: "The filter; its words may be given one by one.")
    var filter: [String] = []

    @Option(help: "The column to sort by; -COLUMN sorts the other way round.")
    var sort: String?

    @Option(help: "The columns, by their names, separated by commas.")
    var columns: String?

    @Option(help: "The output format.")
    var format = Format.text

    @OptionGroup var options: CommonOptions

    func run() throws {
        let office = try Environment(options).recoveredOffice()
        let claims = try office.worklist().claims
        let rows = ListedRows(WorklistRow.all(of: claims, today: office.library.day))
        let table: WorklistTable
        do throws(WorklistTable.Fault) {
            table = try WorklistTable(
                rows, filter: filter.joined(separator: " "), sort: sort,
                columns: columns.map { $0.split(separator: ",").map(String.init) } ?? [], today: office.library.day)
        } catch {
            throw Refusal(error.message)
        }
        switch format {
        case .csv: table.writeCSV { Console.write($0) }
        case .text: table.writeText { Console.write($0) }
        }
        Console.say("\(counted(table.count, "claim")).")
    }
}

/// Written in pieces, so that a long list takes no more memory than a short one.
extension WorklistTable {
    /// As a spreadsheet takes it.
    func writeCSV<Fault>(_ write: (String) throws(Fault) -> Void) throws(Fault) {
        try write(CSVSheet.text([titles]))
        for piece in pieces { try write(CSVSheet.text(piece.map(cells))) }
    }

    /// Each column as wide as its widest text.
    fileprivate func writeText(_ write: (String) -> Void) {
        var widths = titles.map(\.columns)
        for row in 0..<count { widths = zip(widths, texts(row)).map { max($0, $1.columns) } }
        func line(_ texts: [String]) -> String {
            zip(texts, widths).map { $0.padded(to: $1, gap: 0) }.joined(separator: "  ").withoutBlanksAtEnd + "\n"
        }
        write(line(titles))
        for piece in pieces { write(piece.map { line(texts($0)) }.joined()) }
    }

    private var pieces: [Range<Int>] {
        stride(from: 0, to: count, by: 1_000).map { $0..<min($0 + 1_000, count) }
    }
}
