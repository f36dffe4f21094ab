/// The lines of a file, one after the other, without their ends; none is longer than 64 KiB.
struct LineReader {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let file: PublisherFile
    private let input: InputFile
    private let progress: ImportProgress
    private var piece: [UInt8] = []
    private var position = 0
    private var taken = 0
    private var isOver = false
    /// The number of the line that was given last, counted from 1.
    private(set) var number = 0

    private static let pieceLength = 1 << 18
    private static let longestLine = 1 << 16

    init(_ file: PublisherFile, progress: @escaping ImportProgress) throws(ImportFault) {
        self.file = file
        self.progress = progress
        input = try InputFile(file.url)
    }

    /// The next line; `nil` at the end.
    mutating func next() throws(ImportFault) -> ArraySlice<UInt8>? {
        var end = piece[position...].firstIndex(of: UInt8(ascii: "\n"))
        while end == nil, !isOver {
            try fill()
            end = piece.firstIndex(of: UInt8(ascii: "\n"))
        }
        guard end != nil || position < piece.count else { return nil }
        var line = piece[position..<(end ?? piece.count)]
        position = end.map { $0 + 1 } ?? piece.count
        number += 1
        guard line.count <= LineReader.longestLine else { throw tooLong(number) }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        if number == 1, line.starts(with: LineReader.byteOrderMark) {
            line = line.dropFirst(LineReader.byteOrderMark.count)
        }
        guard !line.contains(0) else {
            throw file.fault(line: number, "it has bytes that no text file has.")
        }
        return line
    }

    /// What follows a line that is not over yet.
    private mutating func fill() throws(ImportFault) {
        piece.removeFirst(position)
        position = 0
        guard piece.count <= LineReader.longestLine else { throw tooLong(number + 1) }
        let more = try input.read(LineReader.pieceLength)
        taken += more.count
        isOver = more.count < LineReader.pieceLength
        piece += more
        progress(file.name, file.size == 0 ? 1 : Double(taken) / Double(file.size))
    }

    private func tooLong(_ line: Int) -> ImportFault {
        file.fault(line: line, "it is longer than 65,536 characters, so this is none of the publishers' text files.")
    }
}
