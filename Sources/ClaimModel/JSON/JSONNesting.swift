/// How deep a byte of JSON is in braces and brackets, for cutting a file without reading it.
struct JSONNesting {
    private(set) var depth = 0
    private var isInText = false
    private var isEscaped = false

    mutating func take(_ byte: UInt8) {
        if byte == .newline {
            // No text goes over a line: the document is broken.
            (isInText, isEscaped) = (false, false)
        } else if isEscaped {
            isEscaped = false
        } else if isInText {
            if byte == .backslash { isEscaped = true } else if byte == .quote { isInText = false }
        } else {
            switch byte {
            case .quote: isInText = true
            case .braceOpen, .bracketOpen: depth += 1
            case .braceClose, .bracketClose: depth -= 1
            default: break
            }
        }
    }
}
