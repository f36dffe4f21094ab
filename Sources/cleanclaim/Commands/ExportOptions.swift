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
        try put(sealedBy: try keyring()) { try $0(text) }
    }

    /// Puts what comes piece by piece; a file is there whole or not at all.
    ///
    /// - Parameter make: is given what takes the next piece.
    func put(
        sealedBy keyring: @autoclosure () throws -> Keyring,
        _ make: (_ add: @escaping (String) throws -> Void) throws -> Void
    ) throws {
        if clear { return try putInClear(make) }
        guard let to, to != "-" else {
            throw Refusal("This prints patients in clear. Add --clear to do it, or --to FILE for a sealed file.")
        }
        var sealed = try keyring().sealedFileWriter()
        try write(to: to) { add in
            try make { try add(sealed.take(Array($0.utf8))) }
            try add(sealed.end())
        }
        Console.say("\(to) is sealed: cleanclaim import of this office opens it.")
    }

    func putInClear(_ text: String) throws { try putInClear { try $0(text) } }

    private func putInClear(_ make: (_ add: @escaping (String) throws -> Void) throws -> Void) throws {
        guard let to, to != "-" else { return try make { Console.print($0) } }
        try write(to: to) { add in try make { try add(Array($0.utf8)) } }
    }

    private func write(to file: String, _ make: (_ add: @escaping ([UInt8]) throws -> Void) throws -> Void) throws {
        do {
            try writeFile(to: file, making: make)
        } catch let fault as OutputFault {
            throw Refusal(fault.message)
        }
    }
}
