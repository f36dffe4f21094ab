import TerminalKit

/// What is printed of the claim.
struct PaperworkChoice: Overlay, Hashable, Sendable {
    private let claims: Int
    private var selection = 0

    /// - Parameter claims: of how many claims.
    init(claims: Int = 1) { self.claims = claims }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        guard command == .confirm else { return choose(command, &selection, of: Paperwork.allCases.count) }
        return .request(.askPrint(Paperwork.allCases[selection]))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        frame.drawChoices(
            Paperwork.allCases.map { $0.title.prefix(1).uppercased() + $0.title.dropFirst() }, selection: selection,
            title: claims == 1 ? "Print" : "Print \(claims) claims",
            text: "A packet has a cover sheet, the summary, the CMS-1500 and the documentation.",
            message: message, view)
    }
}

/// Where it is printed: one of the system's printers, the one that was used last first, or a file.
struct PrinterChoice: Overlay, Hashable, Sendable {
    let paperwork: Paperwork
    private let claims: Int
    /// Whether a printer gets drawn pages.
    private var isDrawn: Bool
    /// By what it means, since printers may be found while it is open.
    private var selected: Place

    private enum Place: Hashable {
        /// `nil` for the system's default.
        case printer(String?)
        case file

        var label: String {
            switch self {
            case .printer(let name?): name
            case .printer(nil): "Default printer"
            case .file: "To a file"
            }
        }
    }

    /// - Parameter claims: of how many claims.
    init(_ paperwork: Paperwork, claims: Int = 1, _ printers: Printers) {
        self.paperwork = paperwork
        self.claims = claims
        isDrawn = printers.isDrawn
        selected = .printer(printers.chosen)
    }

    private func places(_ printers: Printers) -> [Place] {
        let others = [nil] + (printers.names ?? [])
        return ([printers.chosen] + others.filter { $0 != printers.chosen }).map { .printer($0) } + [.file]
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        let places = places(view.inputs.printers)
        if command == .back { return .close("Not printed.") }
        if command == .left || command == .right {
            isDrawn.toggle()
            return .stay()
        }
        guard command == .confirm else {
            var index = places.firstIndex(of: selected) ?? 0
            defer { selected = places[index] }
            return choose(command, &index, of: places.count)
        }
        guard case .printer(let name) = selected else {
            return .become(
                Prompt(
                    "Write \(name) to a file. A name that ends in .pdf makes a PDF.",
                    [.init(label: "File")], for: .print(paperwork)))
        }
        return .request(.print(paperwork, .printer(name, isDrawn: isDrawn)))
    }

    private var name: String { claims == 1 ? "the \(paperwork.title)" : "\(claims) claims (\(paperwork.title))" }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let printers = view.inputs.printers
        let places = places(printers)
        let state = printers.fault ?? (printers.names == nil ? "Looking for printers." : "Choose a printer or a file.")
        let way =
            isDrawn
            ? "Prints drawn pages (PDF). \(view.key(.left)): text."
            : "Prints text. \(view.key(.right)): drawn pages (PDF)."
        frame.drawChoices(
            places.map(\.label), selection: places.firstIndex(of: selected) ?? 0,
            title: "Print \(name)", text: "\(state) \(way)", message: message, view)
    }
}
