/// The objects of one array of a large JSON file, one after the other, so that the whole never is in memory.
struct JSONObjects {
    private let file: PublisherFile
    private let input: InputFile
    private let progress: ImportProgress
    private var piece: [UInt8] = []
    private var position = 0
    private var taken = 0
    /// Which object was given last, counted from 1.
    private(set) var number = 0

    private static let pieceLength = 1 << 18
    private static let longestObject = 1 << 22

    /// - Parameter array: the name of the array, which no text before it may name.
    init(_ file: PublisherFile, in array: String, progress: @escaping ImportProgress) throws(ImportFault) {
        self.file = file
        self.progress = progress
        input = try InputFile(file.url)
        let name = Array("\"\(array)\"".utf8)
        var matched = 0
        while matched < name.count || piece[position - 1] != UInt8(ascii: "[") {
            guard let byte = try byte() else { throw file.fault("it has no list \"\(array)\".") }
            guard matched < name.count else { continue }
            matched = byte == name[matched] ? matched + 1 : byte == name[0] ? 1 : 0
        }
    }

    /// The bytes of the next object; `nil` at the end of the array.
    mutating func next() throws(ImportFault) -> [UInt8]? {
        var object: [UInt8] = []
        var (depth, isText, isEscaped) = (0, false, false)
        while let byte = try byte() {
            if depth == 0, byte == UInt8(ascii: "]") { return nil }
            if depth == 0, byte != UInt8(ascii: "{") {
                guard " \t\r\n,".utf8.contains(byte) else { throw damage }
                continue
            }
            object.append(byte)
            guard object.count <= JSONObjects.longestObject else { throw damage }
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else {
                    isText = byte != UInt8(ascii: "\"")
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            if depth == 0 {
                number += 1
                return object
            }
        }
        throw file.fault("it ends within its list, behind record \(number): it is cut off; fetch it again.")
    }

    private var damage: ImportFault { file.fault("behind record \(number) it is damaged.") }

    private mutating func byte() throws(ImportFault) -> UInt8? {
        if position == piece.count {
            piece = try input.read(JSONObjects.pieceLength)
            position = 0
            taken += piece.count
            progress(file.name, file.size == 0 ? 1 : Double(taken) / Double(file.size))
        }
        guard position < piece.count else { return nil }
        position += 1
        return piece[position - 1]
    }
}
