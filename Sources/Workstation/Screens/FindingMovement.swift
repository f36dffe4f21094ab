import ClaimModel
import ClaimRules
import TerminalKit

/// From finding to finding, across all screens.
extension ClaimEditor {
    /// F6 and Shift-F6: errors first, then open warnings, then notes, none of them overridden, each in the order of the
    /// screens. The text is not selected, so that a stray character never replaces it.
    mutating func goToFinding(_ step: Int, _ view: DeskView) -> Outcome {
        // What was overridden is done with.
        let findings = shown(view.inputs).findings.filter { $0.override(in: draft) == nil }
        var way = FindingWay(self, view)
        let refusals = refusals(view.inputs)
        let targets = way.stops(of: findings, refusals)
        defer { visits.startsOver = false }
        guard let gravest = targets.first?.rank else { return .say("No findings so far.") }
        let here = way.order(of: Stop(screen: work.screen, place: focusedPlace))
        let next: FindingWay.Target
        if visits.startsOver, step > 0, let first = targets.first {
            // What was named as the first is shown where it is.
            guard first.stop != here.stop else { return .nothing }
            next = first
        } else if let index = targets.firstIndex(where: { $0.stop == here.stop }) {
            next = targets[(index + step + targets.count) % targets.count]
        } else {
            let group = targets.filter { $0.rank == gravest }
            next =
                step > 0
                ? group.first { here < $0 } ?? group[0] : group.last { $0 < here } ?? targets[targets.count - 1]
        }
        if next.stop == here.stop {
            return .say("No other field has a finding. \(next.finding?.message ?? "")")
        }
        let outcome =
            next.finding.map { jump(to: $0.place, orSay: "\($0.message) \($0.remedy)", view) }
            ?? jump(to: next.stop.place, orSay: "", view)
        work.focus.isSelected = false
        return outcome
    }

    /// Puts the cursor into the field of a rule's first finding, where it has one.
    mutating func go(toFindingOf rule: String, _ view: DeskView) {
        let findings = validated(at: view.inputs).filter { $0.rule.id == rule && $0.override(in: draft) == nil }
        guard let finding = findings.first else { return }
        visits.leftScreens = Set(Screen.claimScreens)
        _ = jump(to: finding.place, orSay: "", view)
        work.focus.isSelected = false
    }

    /// Puts the cursor into a field; where no screen shows it, the text is said.
    mutating func jump(to place: Place, orSay text: String, _ view: DeskView) -> Outcome {
        var way = FindingWay(self, view)
        let stop = way.landing(of: place)
        move(to: stop.place, screen: stop.screen, in: view.parsing)
        return Outcome(effects: save(view.inputs), message: stop.place == place ? nil : text)
    }
}

/// Where the findings of a claim are, in the order in which they are gone to.
struct FindingWay {
    private let editor: ClaimEditor
    private let view: DeskView
    private var layouts: [Screen: FormLayout] = [:]

    /// A field to stop at, with the first of its findings.
    struct Target {
        let stop: Stop
        let finding: Finding?
        /// Errors 2, open warnings 1, the rest 0.
        let rank: Int
        /// Its place on its screen.
        let index: Int

        /// Whether it comes first on the screens, whatever its rank.
        static func < (left: Target, right: Target) -> Bool {
            (left.stop.screen.rawValue, left.index) < (right.stop.screen.rawValue, right.index)
        }
    }

    init(_ editor: ClaimEditor, _ view: DeskView) {
        self.editor = editor
        self.view = view
    }

    /// Errors, then open warnings, then the rest, each in the order of the screens.
    mutating func ordered(_ findings: [Finding]) -> [Target] {
        findings.map { target(of: landing(of: $0.place), $0) }
            .sorted { $0.rank == $1.rank ? $0 < $1 : $0.rank > $1.rank }
    }

    /// The same, each field once; after the errors the fields that a receiver would reject.
    mutating func stops(of findings: [Finding], _ refusals: [FileRefusal]) -> [Target] {
        var seen: Set<Stop> = []
        let found = ordered(findings)
        let refused = refusals.compactMap(\.place).map { place in
            let target = target(of: landing(of: place), nil)
            return Target(stop: target.stop, finding: nil, rank: 2, index: target.index)
        }
        let errors = found.prefix { $0.rank == 2 }
        return (errors + refused + found[errors.endIndex...]).filter { seen.insert($0.stop).inserted }
    }

    mutating func order(of stop: Stop) -> Target { target(of: stop, nil) }

    /// Where the cursor goes for a place: there, or, where no screen shows it now, to the code of its line, or to the
    /// first field.
    mutating func landing(of place: Place) -> Stop {
        let screen = editor.isClaim ? Screen(of: place.field) : editor.work.screen
        if layout(of: screen, at: place).shows(place) { return Stop(screen: screen, place: place) }
        let code = Place(.lineProcedure, row: place.row)
        let others: [Screen] = screen == .procedure ? [.procedure] : [.hcpcs, .procedure]
        if place.field.part == .line, let other = others.first(where: { layout(of: $0).shows(code) }) {
            return Stop(screen: other, place: code)
        }
        let first = editor.isClaim ? .claim : screen
        return Stop(screen: first, place: layout(of: first).first ?? Place(.account))
    }

    private mutating func target(of stop: Stop, _ finding: Finding?) -> Target {
        let index = layout(of: stop.screen, at: stop.place).slots.firstIndex { $0.place == stop.place }
        let rank =
            switch finding?.severity {
            case .error: 2
            case .warning where finding?.override(in: editor.draft) == nil: 1
            default: 0
            }
        return Target(stop: stop, finding: finding, rank: rank, index: index ?? -1)
    }

    /// The screen, with the place on it where that takes the cursor.
    private mutating func layout(of screen: Screen, at place: Place) -> FormLayout {
        let plain = layout(of: screen)
        return plain.shows(place) ? plain : editor.layout(of: screen, openAt: place, view)
    }

    private mutating func layout(of screen: Screen) -> FormLayout {
        if let layout = layouts[screen] { return layout }
        let made = editor.layout(of: screen, openAt: nil, view)
        layouts[screen] = made
        return made
    }
}
