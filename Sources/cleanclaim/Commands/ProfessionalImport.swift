import ClaimExchange
import ClaimModel
import ClaimStore

/// Takes the claims of an 837P file into the store one by one.
struct ProfessionalImport {
    private let around: Surroundings
    private let wish: ClaimIntake.Wish
    private let name: String
    private var left = 0
    private var faults = 0

    init(_ around: Surroundings, _ wish: ClaimIntake.Wish, named name: String) {
        self.around = around
        self.wish = wish
        self.name = name
    }

    /// - Returns: whether nothing was wrong with the file.
    mutating func take(_ chunks: FileChunks) throws(InputFault) -> Bool {
        do {
            var intake = try ClaimIntake(around, wish)
            // What was taken is told also where the file cannot be read to its end.
            defer { report(intake) }
            var reader = ProfessionalReader(chunks: chunks.next)
            while let item = try reader.next() {
                switch item {
                case .fault(let fault): say(fault)
                case .claim(let claim): try take(claim, &intake)
                }
            }
        } catch let fault as InputFault {
            throw fault
        } catch {
            throw InputFault(words: "was not taken any further: \((error as? StoreFault)?.description ?? "\(error)")")
        }
        return left == 0 && faults == 0
    }

    private mutating func take(_ claim: ProfessionalClaim, _ intake: inout ClaimIntake) throws(StoreFault) {
        for fault in claim.faults { say(fault) }
        guard claim.isWhole else { return left += 1 }
        let title = "\(name), segment \(claim.segment)"
        try intake.take(ClaimIntake.Arrival(draft: claim.draft(id: "837P", in: around.parsing), title: title))
    }

    private mutating func say(_ fault: X12Fault) {
        faults += 1
        Console.say("\(name): \(fault).")
    }

    private func report(_ intake: ClaimIntake) {
        intake.say(name)
        if left > 0 { Console.say("\(counted(left, "claim")) of it left out, not whole.") }
        if faults > 0 { Console.say("\(counted(faults, "fault")) said above.") }
    }
}
