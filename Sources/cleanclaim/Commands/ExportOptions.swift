import ArgumentParser
import ClaimOffice
import ClaimStore

/// Where exported records go: sealed unless somebody asks for clear text.
struct ExportOptions: ParsableArguments {
    @Option(help: "Write to this file, which must not exist yet.", completion: .file())
    var to: String?

    @Flag(help: "Write names and everything else in clear, which anybody can read who gets the file.")
    var clear = false

    /// - Parameter keyring: is asked for only where something is sealed.
    func put(_ text: String, sealedBy keyring: @autoclosure () throws -> Keyring) throws {
        if clear { return try putInClear(text) }
        guard let to, to != "-" else {
            throw Refusal("This prints patients in clear. Add --clear to do it, or --to FILE for a sealed file.")
        }
        try write(try keyring().sealedFile(Array(text.utf8)), to: to)
        Console.say("\(to) is sealed: cleanclaim import of this office opens it.")
    }

    func putInClear(_ text: String) throws {
        guard let to, to != "-" else { return Console.write(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n") }
        try write(Array(text.utf8), to: to)
    }

    private func write(_ bytes: [UInt8], to file: String) throws {
        do throws(OutputFault) {
            try writeFile(bytes, to: file)
        } catch {
            throw Refusal(error.message)
        }
    }
}
