import ClaimModel
import TerminalKit
import TextKit

/// What files came to, and which file was picked.
extension Workstation {
    /// A page only where nothing else is open: who types is not interrupted.
    mutating func show(_ sentences: [String], under title: String) {
        guard sentences.count > 1, overlay == nil else {
            if !sentences.isEmpty { status.message = sentences.joined(separator: " ") }
            return
        }
        overlay = Pager(.explanation, title: title, lines: sentences, columns: size.columns)
    }

    /// The most files whose results are kept to be read again.
    private static let mostNews = 100

    /// Shows what came of files that a key has taken; of others the lists say it.
    mutating func take(_ news: [FileNews], isAsked: Bool) {
        inputs.fileNews = Array(
            (news.reversed().filter { $0.row.state == .taken } + inputs.fileNews).prefix(Self.mostNews))
        guard screen is InboxScreen || screen is Worklist else { return }
        if let only = news.first, news.count == 1 {
            status.message = only.row.message
        } else if news.isEmpty {
            if isAsked { status.message = "No new response in the inbox." }
        } else {
            let taken = news.count { $0.row.state == .taken }
            status.message = "\(counted(taken, "file")) taken of \(news.count)."
        }
        guard isAsked, overlay == nil, screen is InboxScreen, !news.isEmpty else { return }
        if let only = news.first, news.count == 1, only.row.state == .sameInterchange {
            return overlay = Confirm.takeAgain(name: only.row.name, path: only.row.path)
        }
        let lines = news.map(\.lines).joined(separator: ["", ""])
        overlay = Pager(
            .explanation, title: news.count == 1 ? news[0].row.name : counted(news.count, "file"), lines: Array(lines),
            columns: size.columns)
    }

    func effects(ofPicking path: String, for purpose: FilePurpose) -> [Effect] {
        switch purpose {
        case .inbox: screen is InboxScreen ? [.takeFile(path, evenIfRepeated: false)] : []
        case .columnMap(let file): screen is InboxScreen ? [.offerImport(file, map: path)] : []
        case .eligibility: screen is ReferenceList ? [.readEligibility(path)] : []
        }
    }
}
