/// Why a file could not be read; the message follows the file's name.
public struct InputFault: Error, Sendable {
    public let message: String

    public init(_ message: String) { self.message = message }
}

/// The maximum size of a file with claims in bytes: some hundred thousand claims.
let largestInput = 1 << 30

/// All bytes of a file; `-` is standard input.
public func inputBytes(of name: String) throws(InputFault) -> [UInt8] { try FileChunks(name).rest() }
