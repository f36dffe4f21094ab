import Foundation

/// A file's bytes for a parser that reads by itself, with word of how far it is.
final class MeteredStream: InputStream {
    private let source: InputStream
    private let file: PublisherFile
    private let progress: ImportProgress
    private var taken = 0

    init?(_ file: PublisherFile, progress: @escaping ImportProgress) {
        guard let source = InputStream(url: file.url) else { return nil }
        self.source = source
        self.file = file
        self.progress = progress
        super.init(data: Data())
    }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength length: Int) -> Int {
        let count = source.read(buffer, maxLength: length)
        taken += max(0, count)
        progress(file.name, file.size == 0 ? 1 : Double(taken) / Double(file.size))
        return count
    }

    override func open() { source.open() }
    override func close() { source.close() }
    override var hasBytesAvailable: Bool { source.hasBytesAvailable }
    override var streamStatus: Stream.Status { source.streamStatus }
    override var streamError: (any Error)? { source.streamError }
}
