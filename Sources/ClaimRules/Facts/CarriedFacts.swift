import ClaimModel

extension ServiceLine {
    /// The numbers of this kind that a file brought for the line (2400 REF), without those for another payer (REF04).
    func numbers(qualified qualifier: String) -> [String] {
        self.carried.compactMap { item in
            guard item.loop == "2400", item.text.hasPrefix("REF*\(qualifier)*") else { return nil }
            let elements = item.text.split(separator: "*", omittingEmptySubsequences: false)
            guard elements.count < 5 || elements[4].isEmpty, !elements[2].isEmpty else { return nil }
            return String(elements[2])
        }
    }
}

extension ClaimExample {
    /// The same with a segment that a file brought on a line, or on the claim in this loop.
    func carrying(_ segment: String, onLine row: Int = 0, in loop: String = "2400") -> ClaimExample {
        var copy = self
        let item = CarriedSegment(loop: loop, text: segment)
        if loop == "2400" { copy.draft.lines[row].carried.append(item) } else { copy.draft.carried.append(item) }
        return copy
    }
}
