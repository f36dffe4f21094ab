import ClaimStore
import Foundation

/// Where files of the clearinghouse come in and go out, and what is done with them by themselves.
public struct ExchangeFolders: Hashable, Sendable {
    /// As a person writes them; `nil` for the folders that the program makes.
    public var inbox: String?
    public var archive: String?
    /// `nil` for the folder that the program runs in.
    public var outbox: String?
    /// Whether new responses are taken as soon as they are complete.
    public var takesByItself = false
    /// Days until a file of the archive, or of the outbox, is deleted; `nil` for never.
    public var archiveDays: Int?
    public var outboxDays: Int?

    public init() {}
}

extension Office {
    /// The folder that the clearinghouse's program fills.
    public var inboxFolder: String { folder(exchange.inbox) ?? "\(store.path)/inbox" }
    /// Where files go that were taken.
    public var archiveFolder: String { folder(exchange.archive) ?? "\(store.path)/archive" }
    /// Where submissions go; `nil` for the folder that the program runs in.
    public var outboxFolder: String? { folder(exchange.outbox) }

    private func folder(_ typed: String?) -> String? {
        typed.map { URL(fileURLWithPath: library.folders.path($0)).path }
    }
}
