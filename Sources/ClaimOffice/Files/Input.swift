/// Why a file could not be read; the message goes behind its name.
public struct InputFault: Error, Sendable {
    public let message: String

    public init(_ message: String) { self.message = message }
}

/// The most bytes that a file of claims may have: some hundred thousand claims.
let largestInput = 1 << 30

/// All bytes of a file; `-` is standard input.
public func inputBytes(of name: String) throws(InputFault) -> [UInt8] { try FileChunks(name).rest() }
