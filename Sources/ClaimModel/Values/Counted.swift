/// A number of things in words: `1 digit`, `7 digits`.
///
/// - Parameter nouns: the word for several where it is not the noun with an s.
package func counted(_ count: Int, _ noun: String, _ nouns: String? = nil) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(nouns ?? noun + "s")"
}
