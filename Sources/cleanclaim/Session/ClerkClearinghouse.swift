import ClaimExchange
import ClaimOffice
import Workstation

/// The clearinghouse's part of the configuration file.
extension Clerk {
    /// What the file says now: somebody may have written into it since the desk was opened.
    func readClearinghouse() -> [Action] {
        guard let settings else { return [] }
        return ask { _ in
            guard let read = try? Configuration.read(from: settings) else { return { _ in [] } }
            return { clerk in clerk.use(ClearinghouseSetup(read.interchange, read.exchange)) }
        }
    }

    /// Writes the file; the next submission goes by it.
    func save(_ setup: ClearinghouseSetup) -> [Action] {
        guard let settings else { return use(setup) + [.said("Demo: the setup is not kept.")] }
        return ask { _ in
            do throws(OfficeFault) {
                try setup.write(to: settings)
                let usage = setup.parties.map {
                    $0.usage == .test ? "Files go out as TEST." : "Files go out as PRODUCTION."
                }
                let message = "Clearinghouse saved. \(usage ?? "Claims cannot be submitted yet.")"
                return { clerk in clerk.use(setup) + [.said(message)] }
            } catch {
                return { clerk in
                    [
                        .clearinghouse(ClearinghouseSetup(clerk.office.parties, clerk.office.exchange)),
                        .said(error.message),
                    ]
                }
            }
        }
    }

    private func use(_ setup: ClearinghouseSetup) -> [Action] {
        (office.parties, office.exchange) = (setup.parties, setup.exchange)
        inboxDesk.lookTime = .now
        return [.clearinghouse(setup)]
    }
}
