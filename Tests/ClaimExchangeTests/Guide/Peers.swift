import Foundation

/// What two programs of others say of a file.
struct PeerReport: Decodable, Sendable {
    let file: String
    /// What pyx12 reports, a sentence each; none where it finds nothing.
    let pyx12: [String]
    /// Where linuxforhealth-x12 stumbles; none where it reads the file.
    let linuxforhealth: [String]
}

extension Validators {
    /// What the others say of each file, in one process, since it takes pyx12 longer to read its map than a file.
    static func peers(of files: [URL]) throws -> [PeerReport] {
        let output = try python(peerScript, files.map(\.path))
        return try output.split(separator: "\n").filter { $0.hasPrefix("{\"file\"") }
            .map { try JSONDecoder().decode(PeerReport.self, from: Data($0.utf8)) }
    }

    private static let peerScript = #"""
        import json, logging, sys
        logging.disable(logging.CRITICAL)
        import pyx12.error_handler, pyx12.map_if, pyx12.params, pyx12.x12n_document
        from linuxforhealth.x12.io import X12ModelReader

        said, maps, load = [], {}, pyx12.map_if.load_map_file


        def cached(file, *rest):
            if file not in maps:
                maps[file] = load(file, *rest)
            return maps[file]

        pyx12.map_if.load_map_file = cached
        for name in ("isa_error", "gs_error", "st_error", "seg_error", "ele_error"):
            def record(self, code, text, *rest, own=getattr(pyx12.error_handler.err_handler, name)):
                said.append(text)
                own(self, code, text, *rest)
            setattr(pyx12.error_handler.err_handler, name, record)


        def pyx12_says(file):
            said.clear()
            try:
                ok = pyx12.x12n_document.x12n_document(pyx12.params.params(), file, None, None, None)
                return list(said) or ([] if ok else ["refused"])
            except Exception as error:
                return said + [f"stops: {error}"]


        def linuxforhealth_says(file):
            try:
                with X12ModelReader(file) as reader:
                    return [] if sum(1 for _ in reader.models()) else ["no model"]
            except Exception as error:
                return [str(error)]

        for file in sys.argv[1:]:
            print(json.dumps({"file": file, "pyx12": pyx12_says(file), "linuxforhealth": linuxforhealth_says(file)}), flush=True)
        """#
}
