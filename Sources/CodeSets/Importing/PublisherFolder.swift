public import Foundation

/// A folder with the publishers' files of several releases, as an office keeps what it has downloaded.
public struct PublisherFolder {
    /// The files of each release, in the order to load them.
    public private(set) var releases: [[URL]] = []
    /// The files that cannot be used, and why.
    public private(set) var refused: [ImportFault] = []

    /// Reads the beginning of every file in the folder; subfolders and hidden files are skipped.
    public init(_ folder: URL) throws(ImportFault) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        } catch {
            throw ImportFault(folder.lastPathComponent, "it is not a folder that can be read.")
        }
        var (pairs, directory): ([String: [URL]], [URL]) = ([:], [])
        for name in names where !name.hasPrefix(".") {
            let url = folder.appendingPathComponent(name)
            guard !PublisherFolder.isFolder(url) else { continue }
            do throws(ImportFault) {
                switch try PublisherFormat(PublisherFile(url)) {
                case .drugProducts, .drugPackages: directory.append(url)
                case .procedurePairs: pairs[PublisherFolder.edition(of: name), default: []].append(url)
                case .list(nil) where PublisherFolder.set(of: url) == nil:
                    throw ImportFault(name, "it is a list of codes, but of which set? Load it with codes import --set.")
                default: releases.append([url])
                }
            } catch {
                refused.append(error)
            }
        }
        if !directory.isEmpty { releases.append(directory) }
        releases += pairs.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The parts of one quarter's NCCI pairs differ in their part's number only: `ccipra-v322r0-f1.txt`.
    private static func edition(of name: String) -> String {
        name.lowercased().replacing(#/[-_ ]?f[0-9]+(?=\.)/#, with: "")
    }

    /// The set that a list's name tells, if its header does not.
    public static func set(of file: URL) -> CodeSetName? {
        let words = Set(file.lastPathComponent.lowercased().split { !$0.isLetter }.map(String.init))
        return named.first { !$0.words.isDisjoint(with: words) }?.set
    }

    private static let named: [(words: Set<String>, set: CodeSetName)] = [
        (["carc"], .carc), (["rarc"], .rarc), (["status"], .claimStatus), (["cpt"], .cpt),
        (["nucc", "taxonomy"], .taxonomy),
        (["revenue"], .revenue), (["pos"], .placeOfService), (["modifier", "modifiers"], .modifier),
    ]
}
