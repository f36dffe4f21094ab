import Foundation
import Glibc
public import PaperSheet

/// The program that makes a PDF of sheets, if it was built: in the folder of this one, or in the PATH.
public enum PDFProgram {
    private static let name = "cleanclaim-pdf"

    /// Whether a file of this name is a PDF, so that a paper that is written to it is drawn.
    public static func isNamed(by file: String) -> Bool { file.lowercased().hasSuffix(".pdf") }

    /// - Throws: if there is no such program, or it failed.
    public static func pdf(of sheets: [Sheet]) throws(OfficeFault) -> [UInt8] {
        guard let program = path else {
            throw OfficeFault(
                "A PDF needs the program \(name) in the folder of cleanclaim or in the PATH. It is built with cairo and "
                    + "pango: see the page Printing of the documentation.")
        }
        guard let data = try? JSONEncoder().encode(sheets) else {
            throw OfficeFault("\(program) could not be started.")
        }
        let made: (answer: [UInt8], status: Int32)
        do throws(OutsideProgram.Failure) {
            made = try OutsideProgram(path: program, limit: 120).run(Array(data))
        } catch {
            throw OfficeFault("\(program) could not be started, or did not end within two minutes.")
        }
        guard made.status == 0, !made.answer.isEmpty else { throw OfficeFault("\(program) made no PDF.") }
        return made.answer
    }

    private static var path: String? {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let neighbor = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name).path
        return access(neighbor, X_OK) == 0 ? neighbor : executable(name)
    }
}

/// The path of a program in the PATH.
func executable(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
}
