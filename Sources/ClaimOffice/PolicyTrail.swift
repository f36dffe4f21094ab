import ClaimExchange
public import ClaimStore
import Foundation

extension Office {
    /// Records in the audit trail that the office's policies are others than when that was recorded last. The files may be changed
    /// by any program, so the record has who works by them first.
    public func notePolicies() throws(StoreFault) {
        guard !store.isReadOnly else { return }
        let files = policyFiles
        let state = Fingerprint.of(files.flatMap { Array("\($0.name)\n\($0.checksum)\n".utf8) })
        let known = try store.preference(Office.policiesName)
        guard known != state, known != nil || !files.isEmpty else { return }
        let names = files.map { "\($0.name) \($0.checksum.prefix(8))" }.joined(separator: ", ")
        try store.note(.policy, saying: names.isEmpty ? "none" : names)
        try store.setPreference(Office.policiesName, to: state)
    }

    private static let policiesName = "policies"

    private var policyFiles: [(name: String, checksum: String)] {
        let folder = library.folders.policies
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.compactMap { name in
            let path = folder.appendingPathComponent(name).path
            // A named pipe would never end.
            let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
            guard type == .typeRegular, let file = try? FileChunks(path),
                let checksum = try? Fingerprint.of(chunks: file.next)
            else { return nil }
            return (name, checksum)
        }
    }
}
