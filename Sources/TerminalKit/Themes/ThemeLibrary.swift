public import Foundation
import TextKit

/// The folders that hold theme files, in the order in which they are searched.
public struct ThemeLibrary: Sendable {
    public let folders: [URL]

    public init(folders: [URL]) {
        self.folders = folders
    }

    /// The names of all themes that can be asked for, sorted; a theme's name is its file's, without `.yaml`.
    public var names: [String] {
        let files = folders.flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        }
        let names = files.filter { ["yaml", "yml"].contains($0.pathExtension) }
            .map { $0.deletingPathExtension().lastPathComponent }
        return Set(names.filter(ThemeLibrary.isName)).sorted()
    }

    /// Loads a theme by its name, with everything that it inherits.
    public func load(_ name: String) throws(ThemeError) -> Theme {
        Theme(try scheme(name, askedBy: nil, descendants: []))
    }

    private func scheme(
        _ name: String, askedBy child: (file: String, line: Int?)?, descendants: [String]
    ) throws(ThemeError) -> Scheme {
        guard !descendants.contains(name) else {
            let circle = (descendants + [name]).joined(separator: ", ")
            throw ThemeError(
                child?.file ?? name, line: child?.line, "the themes inherit each other in a circle: \(circle)",
                remedy: "Take one inherits line out")
        }
        guard let url = url(of: name) else {
            let known = names.isEmpty ? "No theme folder has any" : "There are \(names.joined(separator: ", "))"
            let shown = name.printable().clipped(to: 40, ellipsis: "…")
            throw ThemeError(child?.file ?? "theme", line: child?.line, "there is no theme \(shown)", remedy: known)
        }
        let file = try ThemeFile(parsing: ThemeLibrary.text(of: url), file: url.path)
        var parent: Scheme?
        if let inherited = file.inherits {
            parent = try scheme(
                inherited.name, askedBy: (url.path, inherited.line), descendants: descendants + [name])
        }
        return try file.scheme(over: parent, name: name)
    }

    private func url(of name: String) -> URL? {
        guard ThemeLibrary.isName(name) else { return nil }
        let candidates = folders.flatMap { folder in
            ["yaml", "yml"].map { folder.appendingPathComponent("\(name).\($0)") }
        }
        return candidates.first { FileManager.default.fileExists(atPath: $0.path) }
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 100 && !name.hasPrefix(".") && !name.contains("/")
            && name == name.printable()
    }

    private static func text(of url: URL) throws(ThemeError) -> String {
        let real = url.resolvingSymlinksInPath()
        let attributes = try? FileManager.default.attributesOfItem(atPath: real.path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let handle = try? FileHandle(forReadingFrom: real)
        else {
            throw ThemeError(url.path, "it cannot be read", remedy: "Check that it is a file and that you may read it")
        }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: YAMLBounds.size + 1) ?? Data() else {
            throw ThemeError(url.path, "reading it failed", remedy: "Check the disk and try again")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ThemeError(url.path, "it is not UTF-8 text", remedy: "Save it as UTF-8")
        }
        return text
    }
}

extension Theme {
    /// Reads a theme file's text that inherits nothing; `file` is the name used in messages.
    public init(parsing text: String, file: String) throws(ThemeError) {
        let parsed = try ThemeFile(parsing: text, file: file)
        if let inherited = parsed.inherits {
            throw ThemeError(
                file, line: inherited.line, "it inherits another theme",
                remedy: "Put it into a themes folder and ask for it by name")
        }
        self.init(try parsed.scheme(over: nil, name: file))
    }
}
