import ClaimModel
import Randomness

/// What a person may type wherever it does not belong.
enum OddTexts {
    static func text(for field: Field, using random: inout Seeded) -> String {
        if Bool.random(using: &random), let option = field.shape.choices.randomElement(using: &random) {
            return option.code
        }
        let odd = [
            "", " ", "0", "-1", "999999999999999999999999", "99999999", "1e9", "0.0001", "١٢٣", "🧪🧪", "e\u{301}",
            "\u{0}\u{1b}[31m", "12/31/9999", "02/29/2027", "1/1/1", "t-99999", "t+1", "23:59", "24:00", "F33.2",
            "Z99.89",
            "J3490", "96365", "96366", "99215", "00000000000", "0143-9508-01", "KETAMINE", "KETAMINE 50MG/ML 35 MG",
            "ABCD",
            "LLLL", "25", "59", "JW", "Y", "N", "333333333", "27", "1234567893", "50", "51", "35 mg", "1000 lb",
            String(repeating: "x", count: 5000),
        ]
        return odd.randomElement(using: &random) ?? ""
    }
}
