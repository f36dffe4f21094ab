extension X12Segment {
    /// The amount of an element in cents; `nil` where the element is empty, and where it is unreadable, which is a fault of
    /// the file: an amount is never guessed.
    func amount(_ place: Int, _ items: inout [AnswerReader.Item]) -> Int? {
        let element = self[place]
        if element.isEmpty { return nil }
        if let cents = element.cents { return cents }
        items.append(
            .fault(
                X12Fault(
                    .amount, at: self,
                    "\(id)\(place < 10 ? "0" : "")\(place) is not an amount of at most ten digits, cents included: ask the "
                        + "sender for the file again")))
        return nil
    }
}
