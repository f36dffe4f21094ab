/// The numbers of the levels (HL) of a transaction, and whether each has the levels below it that it announces.
struct Hierarchy {
    private var last = 0
    private var billing: Int?
    private var subscriber: Int?
    /// The last subscriber, and whether a patient has come below.
    private var open: (segment: X12Segment, hasPatient: Bool)?

    mutating func take(_ segment: X12Segment) -> [X12Fault] {
        let number = segment[1].number
        let level = X12SegmentID(segment[3].bytes)
        let parent = segment[2].number
        var faults = level == "23" ? [] : finish()
        var text: String?
        if number != last + 1 { text = "HL01 is \(segment[1].printable), but the level before was \(last)" }
        last = min(number ?? last + 1, 1_000_000_000)
        switch level {
        case "20":
            if !segment[2].isEmpty { text = "a billing provider (20) belongs under no other level (HL02)" }
            (billing, subscriber) = (number, nil)
        case "22":
            if parent == nil || parent != billing { text = "HL02 does not name the billing provider (20) before it" }
            subscriber = number
            open = (segment, false)
        case "23":
            if parent == nil || parent != subscriber { text = "HL02 does not name the subscriber (22) before it" }
            open?.hasPatient = true
        default: text = "HL03 is \(segment[3].printable), but the professional claim has the levels 20, 22 and 23"
        }
        if let text {
            faults.append(
                X12Fault(
                    .hierarchy, at: segment, "The levels of the file do not fit together: \(text); it is read anyway"))
        }
        return faults
    }

    /// Whether the last subscriber has what its HL04 says.
    mutating func finish() -> [X12Fault] {
        guard let open else { return [] }
        self.open = nil
        let announces = open.segment[4] == "1"
        guard announces != open.hasPatient, open.segment[4] == "0" || announces else { return [] }
        return [
            X12Fault(
                .hierarchy, at: open.segment,
                announces
                    ? "HL04 is 1, but no patient (level 23) comes below this subscriber: change HL04, its last element, to 0"
                    : "HL04 is 0, but a patient (level 23) comes below this subscriber: change HL04, its last element, to 1"
            )
        ]
    }
}
