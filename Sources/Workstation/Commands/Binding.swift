import TerminalKit

/// Where keys are pressed: the screens, and what lies over them.
struct Area: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let worklist = Area(rawValue: 1 << 0)
    /// The submitted files, or the claims of one.
    static let submissions = Area(rawValue: 1 << 1)
    /// The pages of fields of a claim.
    static let form = Area(rawValue: 1 << 2)
    static let review = Area(rawValue: 1 << 3)
    static let practice = Area(rawValue: 1 << 4)
    /// A look-up, or another list of choices.
    static let choices = Area(rawValue: 1 << 5)
    static let text = Area(rawValue: 1 << 6)
    static let prompt = Area(rawValue: 1 << 7)
    /// A reference file, listed.
    static let references = Area(rawValue: 1 << 8)
    /// One entry of a reference file.
    static let entry = Area(rawValue: 1 << 9)
    /// An EOB that is posted.
    static let posting = Area(rawValue: 1 << 10)
    /// The files that came in.
    static let inbox = Area(rawValue: 1 << 11)
    /// The second page of the practice's setup.
    static let clearinghouse = Area(rawValue: 1 << 12)

    static let lists: Area = [.worklist, .submissions, .references, .inbox]
    static let fields: Area = [.form, .practice, .entry]
    static let claim: Area = [.form, .review]
    static let screens: Area = [.lists, .fields, .claim, .posting, .clearinghouse]
}

/// Everything there is to say of one command: its keys, and for each area its label, its help and its place in the footer.
///
/// The footer, F1, the command palette, `Keys.md`, the configuration file and the check for clashes read these lines and
/// nothing else.
struct Binding: Sendable {
    let command: Command
    let keys: [Key]
    let uses: [Use]

    /// What the command does in some areas.
    struct Use: Sendable {
        let label: String
        let help: String
        let areas: Area
        /// How soon the footer does without it, 0 the last; `nil` for a key that no footer names.
        let footer: Int?

        init(_ label: String, _ help: String, in areas: Area, footer: Int? = nil) {
            self.label = label
            self.help = help
            self.areas = areas
            self.footer = footer
        }
    }

    init(
        _ command: Command, _ keys: [Key], _ label: String, _ help: String, in areas: Area, footer: Int? = nil,
        _ others: Use...
    ) {
        self.command = command
        self.keys = keys
        uses = [Use(label, help, in: areas, footer: footer)] + others
    }

    func use(in area: Area) -> Use? { uses.first { !$0.areas.isDisjoint(with: area) } }

    static func use(of command: Command, in area: Area) -> Use? { byCommand[command]?.use(in: area) }

    /// Every binding, in the order of footers and lists.
    static let all = moving + acting
    private static let byCommand = Dictionary(uniqueKeysWithValues: all.map { ($0.command, $0) })
}
