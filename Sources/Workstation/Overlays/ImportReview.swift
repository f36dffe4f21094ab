import ClaimModel
import TerminalKit
import TextKit

/// What the claims of a file would become, before they are imported.
struct ImportReview: Overlay, Hashable, Sendable {
    private let offer: ClaimsOffer
    private var pager: Pager

    init(_ offer: ClaimsOffer, columns: Int) {
        self.offer = offer
        let errors = offer.errors > 0 ? " with \(counted(offer.errors, "error"))" : ""
        pager = Pager(
            .explanation, title: "\(offer.name): \(counted(offer.claims, "claim"))\(errors), nothing is imported yet",
            lines: offer.lines, columns: columns)
    }

    /// Never the key that asked.
    private var confirming: Command { offer.isPicked ? .nextLine : .confirm }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        switch command {
        case confirming where offer.claims > 0:
            return .request(.importClaims(path: offer.path, name: offer.name, map: offer.map))
        case .lookUp where offer.map != nil: return .request(.chooseMap(path: offer.path))
        case .back: return .close("Nothing was imported.")
        case .up, .down, .previousScreen, .nextScreen, .home, .end: return pager.press(key, command, view)
        default:
            return .stay(
                offer.claims > 0
                    ? "\(view.key(confirming)) imports \(counted(offer.claims, "claim")), Esc imports nothing."
                    : "Nothing to import. Esc closes.")
        }
    }

    func noticeRow(_ parts: FrameParts) -> Int { pager.noticeRow(parts) }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        pager.draw(on: &frame, message: message, view)
        let imports: [(Command, String)] = offer.claims > 0 ? [(confirming, "Import")] : []
        let maps: [(Command, String)] = offer.map == nil ? [] : [(.lookUp, "Other map")]
        frame.drawFooter(Footer(imports + maps + [(.nextScreen, "Next page"), (.back, "Cancel")]), view)
    }
}
