import Foundation
import PaperSheet

/// `cleanclaim-pdf`: sheets as JSON on standard input, a PDF on standard output.
///
/// A program of its own, so that `cleanclaim` needs neither cairo nor pango and starts as fast without them.
@main
struct CleanClaimPDF {
    static func main() {
        do {
            let input = try FileHandle.standardInput.readToEnd() ?? Data()
            let sheets = try JSONDecoder().decode([Sheet].self, from: input)
            let document = PDFDocument()
            for sheet in sheets { document.draw(sheet) }
            try FileHandle.standardOutput.write(contentsOf: Data(document.finished()))
        } catch let fault as DrawingFault {
            end("The PDF could not be drawn: \(fault.words).")
        } catch is DecodingError {
            end("Standard input holds no sheets. This program is started by cleanclaim print --pdf.")
        } catch {
            end("The PDF could not be read in or written out.")
        }
    }

    private static func end(_ words: String) -> Never {
        try? FileHandle.standardError.write(contentsOf: Data((words + "\n").utf8))
        exit(2)
    }
}
