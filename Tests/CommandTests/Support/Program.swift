import ClaimStore
import Foundation

/// The built program, run as a process the way a person or a script runs it.
struct Program {
    /// The folder with everything that the build made: the test bundle stands there, and the program beside it.
    static let products = URL(fileURLWithPath: (try? link("/proc/self/exe")) ?? ".").deletingLastPathComponent()

    var file = Program.products.appendingPathComponent("cleanclaim")
    var environment: [String: String]

    /// Copies what the build made to a folder, which is made where it is not there.
    ///
    /// By a process of its own: what another test starts meanwhile would keep a program open that this process writes, and
    /// the kernel runs no program that is open for writing.
    static func copy(_ names: [String], to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let sources = names.map { products.appendingPathComponent($0).path }
        let outcome = try Program(file: URL(fileURLWithPath: "/bin/cp"), environment: [:])
            .run(["-R"] + sources + [folder.path])
        guard outcome.status == 0 else { throw NotStarted(number: outcome.status) }
    }

    struct Outcome {
        let status: Int32
        /// Whether a signal ended it.
        let isSignaled: Bool
        let output: String
        let messages: String

        /// The output as JSON.
        var json: [String: Any] {
            get throws { try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:] }
        }
    }

    /// Runs it to its end, with files for input and output so that no pipe can fill up.
    func run(_ arguments: [String], input: [UInt8] = []) throws -> Outcome {
        let folder = try Sandbox(isNew: true)
        defer { withExtendedLifetime(folder) {} }
        let (inFile, outFile, errorFile) = (folder.file("in"), folder.file("out"), folder.file("error"))
        try Data(input).write(to: inFile)
        for file in [outFile, errorFile] { try Data().write(to: file) }
        let ended = try wait(for: try start(arguments, from: inFile, to: outFile, errorFile))
        return Outcome(
            status: ended & 0x7F == 0 ? ended >> 8 & 0xFF : ended & 0x7F, isSignaled: ended & 0x7F != 0,
            output: String(decoding: try Data(contentsOf: outFile), as: UTF8.self),
            messages: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
    }

    struct NotStarted: Error {
        let number: Int32
    }

    /// `Process` would wait for the socket that a server started by the command keeps open, so this does without.
    private func start(_ arguments: [String], from input: URL, to output: URL, _ messages: URL) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input.path, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, messages.path, O_WRONLY, 0)
        var words = ([file.path] + arguments).map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + settings { free(text) } }
        // The threads of the tests block signals, and a process inherits that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var process: pid_t = 0
        var number: Int32 = 0
        // A copy just made is busy while another test's process still has it open for writing.
        for _ in 0..<1_000 {
            number = posix_spawn(&process, file.path, &actions, &attributes, &words, &settings)
            guard number == ETXTBSY else { break }
            usleep(20_000)
        }
        guard number == 0 else { throw NotStarted(number: number) }
        return process
    }

    private func wait(for process: pid_t) throws -> Int32 {
        var ended: Int32 = 0
        while waitpid(process, &ended, 0) < 0 {
            guard errno == EINTR else { throw NotStarted(number: errno) }
        }
        return ended
    }

    private static func link(_ path: String) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: path)
    }
}

/// A throw-away home: nothing of the user's is read or written.
final class Sandbox {
    let folder: URL

    /// - Parameter isNew: whether the program meets it for the first time, and asks how the records are to be opened.
    init(isNew: Bool = false) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("cc-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if !isNew { _ = try Keyring.ofThisMachine(forData: file("data/cleanclaim")) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Writes a file, with the folders on its way.
    @discardableResult
    func write(_ text: String, to name: String) throws -> URL {
        let file = file(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file
    }

    var environment: [String: String] {
        [
            "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data", "XDG_CONFIG_HOME": folder.path + "/config",
            "CLEANCLAIM_TODAY": "2026-11-23", "LANG": "C.UTF-8", "TERM": "xterm-256color", "TMPDIR": folder.path,
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        ]
    }

    func run(_ arguments: String..., input: [UInt8] = [], with changes: [String: String] = [:]) throws
        -> Program.Outcome
    {
        try Program(environment: environment.merging(changes) { $1 }).run(arguments, input: input)
    }
}
