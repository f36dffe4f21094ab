import ClaimModel
import TerminalKit
import TextKit

/// The maps of columns that there are for a CSV file, one of which it is read by.
struct MapChoice: Overlay, Hashable, Sendable {
    private let offer: MapsOffer
    private var selection = 0

    init(_ offer: MapsOffer) { self.offer = offer }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        guard command == .confirm else { return choose(command, &selection, of: offer.maps.count + 1) }
        guard offer.maps.indices.contains(selection) else { return .request(.pick(nil, .columnMap(of: offer.path))) }
        return .request(.offerImport(path: offer.path, name: offer.name, map: offer.maps[selection].path))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let labels = offer.maps.map { "\($0.name.padded(to: 28, gap: 2))\($0.columns)" } + ["Another file …"]
        let text =
            offer.maps.isEmpty
            ? "No map is next to it or in the folder of maps." : "Enter shows what its claims would become."
        frame.drawChoices(
            labels, selection: selection, title: "Map of columns for \(offer.name)",
            text: [offer.reason, text].filter { !$0.isEmpty }.joined(separator: " "), message: message, view)
    }
}

extension MapsOffer.Map {
    fileprivate var columns: String {
        if wanted == 0 { return "cannot be read" }
        return found == wanted ? "all \(counted(wanted, "column"))" : "\(found) of \(counted(wanted, "column"))"
    }
}
