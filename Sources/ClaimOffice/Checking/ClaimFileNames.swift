import ClaimExchange
import Foundation
import Glibc

/// The names of files with claims: those that a person gives, and those in the folders that they give.
public struct ClaimFileNames: IteratorProtocol {
    private var named: ArraySlice<String>
    private var inFolder: ArraySlice<String> = []
    private(set) var skipped = 0

    init(_ names: [String]) { named = names[...] }

    public mutating func next() -> String? {
        while true {
            while let file = inFolder.popFirst() {
                if ClaimFileNames.mayHoldClaims(file) { return file }
                skipped += 1
            }
            guard let name = named.popFirst() else { return nil }
            guard ClaimFileNames.isFolder(name) else { return name }
            inFolder = ClaimFileNames.files(in: name)[...]
        }
    }

    private static func isFolder(_ name: String) -> Bool {
        var isFolder: ObjCBool = false
        return name != "-" && FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Every file below a folder by its path, hidden ones left out.
    private static func files(in folder: String) -> [String] {
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return paths.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
            .map { "\(folder)/\($0)".replacing("//", with: "/") }.filter(isRegular)
    }

    /// A pipe or a device in a folder might never end.
    private static func isRegular(_ name: String) -> Bool {
        var status = stat()
        return stat(name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// By its name, else by its first characters.
    private static func mayHoldClaims(_ file: String) -> Bool {
        if ["json", "jsonl", "ndjson"].contains(NSString(string: file).pathExtension.lowercased()) { return true }
        guard let start = try? FileChunks(file).first else { return false }
        if ProfessionalReader.mayRead(start) { return true }
        let bytes = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
        let first = bytes.filter { !Character(Unicode.Scalar($0)).isWhitespace }.prefix(2)
        return first.first == UInt8(ascii: "{") || first == Array("[{".utf8)[...]
    }

    /// The size of all files in bytes; `nil` if one is not known.
    public static func size(of names: [String]) -> Int? {
        var size = 0
        for name in names {
            let files = isFolder(name) ? files(in: name) : [name]
            for file in files {
                var status = stat()
                guard file != "-", stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
                size += Int(status.st_size)
            }
        }
        return size
    }
}
