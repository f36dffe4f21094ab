import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import Foundation
import TextKit

struct PolicyLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Check policy files; list every mistake with file, line and fix.",
        discussion: """
            Exit status: 0 no errors or warnings, 1 errors or warnings, 2 a file could not be read. A file with an error is \
            not used; if a line has a warning, that line is not used.
            """)

    @Argument(help: "Files, or ids of the office's policies; by default all of the office's.")
    var policies: [String] = []

    @Option(help: "The output format.")
    var format = PolicyFormat.text

    @OptionGroup var options: CommonOptions

    func run() throws {
        let library = try Environment(options, namesPolicyFaults: false).library
        var status = Status.done
        var count = 0
        var all: [PolicyFault] = []
        for (file, policies) in try files(library) {
            let faults = policies.lint(file, on: library.day)
            all += faults
            if faults.contains(where: { $0.severity != .note }) { status = max(status, Status.errorsFound) }
            count += 1
            guard format == .text else { continue }
            for fault in faults { Console.print(fault.description) }
            if faults.isEmpty { Console.print("\(file.name.printable()): no mistakes.") }
        }
        if format == .json { Console.print(PolicyReport.json(of: all, files: count)) }
        if count == 0 { Console.say("The office has no policy file yet. policy new ID writes one.") }
        if status != Status.done { throw Refusal(status: status) }
    }

    /// The files, each with its library.
    private func files(_ office: OfficeLibrary) throws -> [(PolicyFile, PolicyLibrary)] {
        let own = PolicyLibrary.files(in: office.folders.policies)
        guard !policies.isEmpty else { return own.map { ($0, office.policies) } }
        return try policies.flatMap { name -> [(PolicyFile, PolicyLibrary)] in
            if PolicyFinder.isFile(name) { return [try PolicyFinder(office).library(with: name)] }
            // The id of a file that cannot be read is its name.
            let named = own.filter { $0.id == name || $0.name == "\(name).yaml" || $0.name == "\(name).yml" }
            guard named.isEmpty else { return named.map { ($0, office.policies) } }
            let shipped = office.policies.shipped(name) == nil ? "" : " It comes with the program and is tested there."
            throw Refusal("The office has no policy \"\(name)\" in \(office.folders.policies.path).\(shipped)")
        }
    }
}
