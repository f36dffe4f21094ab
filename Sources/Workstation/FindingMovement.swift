import ClaimModel
import ClaimRules
import TerminalKit

/// From finding to finding, across all screens.
extension Workstation {
    /// F6 and Shift-F6.
    mutating func goToFinding(_ step: Int) -> [Effect] {
        guard var open = editor else { return [] }
        let shown = Shown(of: open, findings: open.validated(at: desk), books: desk.books).findings
        editor = open
        let here = Stop(screen: open.work.screen, place: open.focusedPlace)
        guard let finding = neighbour(of: here, step, in: shown) else {
            return say("Nothing is wrong as far as it shows.")
        }
        if landing(of: finding.place) == here { return say("No other field has a finding. \(finding.message)") }
        return jump(to: finding)
    }

    /// Puts the cursor into the field of a finding; where no screen shows that field, the finding speaks in words.
    mutating func jump(to finding: Finding) -> [Effect] {
        jump(to: finding.place, saying: "\(finding.message) \(finding.remedy)")
    }

    /// Puts the cursor into a field; where no screen shows it, the words are said.
    mutating func jump(to place: Place, saying words: String) -> [Effect] {
        let stop = landing(of: place)
        editor?.move(to: stop.place, screen: stop.screen, in: desk.parsing)
        if stop.place != place { message = words }
        return save()
    }

    /// The first finding of the next (`1`) or previous (`-1`) stop, around the end.
    private func neighbour(of here: Stop, _ step: Int, in findings: [Finding]) -> Finding? {
        let stops = findings.map { (stop: landing(of: $0.place), finding: $0) }.sorted { $0.stop < $1.stop }
        if step > 0 { return (stops.first { here < $0.stop } ?? stops.first)?.finding }
        let before = stops.last { $0.stop < here } ?? stops.last
        return stops.first { $0.stop == before?.stop }?.finding
    }

    /// Where the cursor goes for a place: there, or, where the claim as it stands shows it nowhere, to the code of its
    /// line, or to the first field.
    private func landing(of place: Place) -> Stop {
        let screen = editor?.isPractice == true ? Screen.practice : Screen(of: place.field)
        if layout(of: screen, openAt: place).shows(place) { return Stop(screen: screen, place: place) }
        let code = Place(.lineProcedure, row: place.row)
        let others: [Screen] = screen == .procedure ? [.procedure] : [.hcpcs, .procedure]
        if place.field.part == .line, let other = others.first(where: { layout(of: $0, openAt: nil).shows(code) }) {
            return Stop(screen: other, place: code)
        }
        let first = screen == .practice ? screen : .claim
        return Stop(screen: first, place: layout(of: first, openAt: nil).first ?? Place(.account))
    }
}

/// A field on its screen. Screens first, then rows, then fields: the way the eye goes from finding to finding.
struct Stop: Hashable, Comparable {
    let screen: Screen
    let place: Place

    private var key: (Int, Int, Int) { (screen.rawValue, place.row, place.field.position) }

    static func < (left: Stop, right: Stop) -> Bool { left.key < right.key }
}
