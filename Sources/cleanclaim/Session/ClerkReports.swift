import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import TextKit
import Workstation

/// Reports are counted off the loop: on a long list they take seconds.
extension Clerk {
    /// A year of dates of service.
    private var period: ReportPeriod { ReportPeriod(from: today.adding(months: -12), to: today) }

    func show(_ report: OfficeReport) -> [Action] {
        let (office, writer, period, glyphs) = (self.office, self.writer, period, glyphs)
        gathering.start {
            defer { writer.wakeUp.signal() }
            do throws(StoreFault) {
                let table = try office.report(report, period)
                return [.reported(report, lines: { table.lines(width: $0, period: period.text, glyphs) })]
            } catch {
                return [.said(error.deskMessage)]
            }
        }
        return [.said("Counting …")]
    }

    func print(_ report: OfficeReport, on target: PrintTarget) -> [Action] {
        let (office, writer, period) = (self.office, self.writer, period)
        let path: String? = if case .file(let file, _) = target { office.library.folders.path(file) } else { nil }
        printing.start {
            defer { writer.wakeUp.signal() }
            do {
                let table = try office.report(report, period)
                let text = table.lines(width: 80, period: period.text, .unicode).joined(separator: "\n") + "\n"
                guard let path else {
                    guard case .printer(let name, _) = target else { return nil }
                    return Printer(name: name).print(Array(text.utf8)).message
                }
                try writeFile(Array((path.hasSuffix(".csv") ? table.csv : text).utf8), to: path)
                return "Wrote the report to \(path)."
            } catch let fault as OutputFault {
                return fault.message
            } catch {
                return "\(error)"
            }
        }
        return []
    }
}
