/// One word of a query, folded, and how it may be met.
struct QueryWord {
    let letters: [UInt8]
    /// Beginnings of words that say the same.
    let kin: [[UInt8]]
    /// Whether only a whole word answers: a short form means nothing as the beginning of another word.
    let isWhole: Bool
    /// Whether a typing error is looked for: only where none of the tables that are searched has the word as it is.
    var mayBeMisspelled = true

    init(_ word: String, isWhole: Bool = false) {
        letters = Array(word.utf8)
        kin = (Kin.of[word] ?? []).map { Array($0.utf8) }
        self.isWhole = isWhole
    }

    /// The words of an index that answer, and whether they are just those that begin with the letters.
    ///
    /// `alzheimers` and `stones` mean the word without its s where there is none with it.
    func places(in index: SearchIndex) -> (words: [Range<Int>], isBeginning: Bool) {
        let own = isWhole ? index.words(equalTo: letters) : index.words(beginningWith: letters)
        let others = kin.map { index.words(beginningWith: $0) }.filter { !$0.isEmpty }
        if !own.isEmpty || !others.isEmpty {
            return ((own.isEmpty ? [] : [own]) + others, others.isEmpty && !isWhole)
        }
        guard !isWhole else { return ([], false) }
        if letters.count > 4, letters.last == UInt8(ascii: "s") {
            let singular = index.words(beginningWith: Array(letters.dropLast()))
            if !singular.isEmpty { return ([singular], false) }
        }
        return (mayBeMisspelled ? index.words(nearly: letters) : [], false)
    }

    /// Whether an index has the word as it is typed, or one of its kin.
    func isKnown(to index: SearchIndex) -> Bool {
        var word = self
        word.mayBeMisspelled = false
        return !word.places(in: index).words.isEmpty
    }
}

/// Words that people use for one another, as beginnings of the words that a description may have instead.
enum Kin {
    static let of: [String: [String]] = [
        "allergy": ["allerg"], "allergies": ["allerg"], "allergic": ["allerg"],
        "anxious": ["anxiety"],
        "arthritic": ["arthritis", "arthropathy"],
        "asthmatic": ["asthma"],
        "bladder": ["vesic", "cyst"],
        "bleeding": ["hemorrhage", "hemorrhagic"],
        "blocked": ["obstruct", "occlu"],
        "broken": ["fracture"],
        "cancer": ["malignant", "carcinoma"], "cancerous": ["malignant"],
        "clot": ["thromb", "embol"], "clots": ["thromb", "embol"],
        "depressed": ["depress"], "depression": ["depressive"], "depressive": ["depression"],
        "diabetic": ["diabetes"],
        "dizzy": ["dizziness"],
        "drunk": ["alcohol"],
        "earache": ["otalgia"],
        "fractured": ["fracture"],
        "heart": ["cardi", "myocardi"],
        "hypertensive": ["hypertension"],
        "infected": ["infect"], "infection": ["infect"],
        "itching": ["prurit"], "itchy": ["prurit"],
        "joint": ["arthr"],
        "kidney": ["renal"], "renal": ["kidney"],
        "knees": ["knee"],
        "liver": ["hepat"],
        "lung": ["pulmonary", "bronch"], "lungs": ["pulmonary", "lung"],
        "nerve": ["neur"],
        "obese": ["obesity"],
        "overdose": ["poisoning"],
        "pregnant": ["pregnan"], "pregnancy": ["pregnan"],
        "rash": ["dermatitis", "eruption"],
        "schizophrenic": ["schizophrenia"],
        "shot": ["injection", "immunization"],
        "skin": ["cutaneous", "derm"],
        "stomach": ["gastr"],
        "stone": ["calcul", "lith"], "stones": ["calcul", "lith"],
        "suicide": ["suicid"],
        "swelling": ["edema", "swell"], "swollen": ["edema", "swell"],
        "tumor": ["neoplasm"],
        "vaccination": ["immunization", "vaccin"], "vaccine": ["immunization"],
        "weakness": ["weak", "paresis"],
    ]
}
