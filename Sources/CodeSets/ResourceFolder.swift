public import Foundation

/// The folders of data that the program needs at run time: code tables, payer policies, themes.
///
/// They are found next to the running program, so that a copy of it works wherever it is put.
public enum ResourceFolder {
    /// Where the folder `name` of a target is: in `cleanclaim_<target>.resources` next to the real executable, as the
    /// build leaves it, else in `../share/cleanclaim`, as an installation has it.
    public static func url(of name: String, in target: String) throws(MissingResource) -> URL {
        try url(of: name, in: target, besides: executable)
    }

    static func url(of name: String, in target: String, besides executable: URL) throws(MissingResource) -> URL {
        let folder = executable.deletingLastPathComponent()
        let places = [
            folder.appendingPathComponent("cleanclaim_\(target).resources"),
            folder.deletingLastPathComponent().appendingPathComponent("share/cleanclaim"),
        ].map { $0.appendingPathComponent(name, isDirectory: true) }
        for place in places where FileManager.default.fileExists(atPath: place.path) {
            return place
        }
        throw MissingResource(name: name, places: places.map(\.path))
    }

    /// The program's own file, with every symbolic link on the way followed.
    private static var executable: URL {
        let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: own ?? CommandLine.arguments.first ?? ".").resolvingSymlinksInPath()
    }
}

/// A folder of data that is in none of the places where the program looks.
public struct MissingResource: Error, Hashable, Sendable, CustomStringConvertible {
    /// The folder's name: `Tables`, `Policies`, `themes`.
    public let name: String
    /// The paths that were tried.
    public let places: [String]

    /// - Parameter places: the paths that were tried.
    public init(name: String, places: [String]) {
        self.name = name
        self.places = places
    }

    public var description: String {
        """
        The folder "\(name)", which CleanClaim needs, is missing. Looked for: \(places.joined(separator: " and ")). \
        Copy the folder there, or install CleanClaim again.
        """
    }
}
