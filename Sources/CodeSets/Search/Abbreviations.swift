/// The short forms that billers type, and the words of the code sets that they represent.
enum Abbreviations {
    /// The query with its short forms spelled out; `nil` where it has none.
    static func expanded(_ words: [String]) -> [String]? {
        var found = false
        var expanded: [String] = []
        for word in words {
            if let meaning = meanings[word] {
                found = true
                expanded += Folding.words(of: meaning)
            } else {
                expanded.append(word)
            }
        }
        return found ? expanded : nil
    }

    private static let meanings = [
        "adhd": "attention-deficit hyperactivity disorder",
        "aud": "alcohol dependence",
        "bipolar2": "bipolar ii disorder",
        "bpd": "borderline personality disorder",
        "copd": "chronic obstructive pulmonary disease",
        "crps": "complex regional pain syndrome",
        "dm2": "type 2 diabetes mellitus",
        "ect": "electroconvulsive",
        "eval": "evaluation",
        "gad": "generalized anxiety disorder",
        "htn": "essential hypertension",
        "hx": "history",
        "im": "injection muscle",
        "inf": "infusion",
        "inj": "injection",
        "ketalar": "unclassified drugs",
        "ketamine": "unclassified drugs",
        "lbp": "low back pain",
        "mdd": "major depressive disorder",
        "noc": "unclassified",
        "ocd": "obsessive-compulsive disorder",
        "oud": "opioid dependence",
        "pmdd": "premenstrual dysphoric disorder",
        "ppd": "postpartum depression",
        "psych": "psychiatric",
        "pt": "psychotherapy",
        "ptsd": "post-traumatic stress disorder",
        "rec": "recurrent",
        "rocephin": "ceftriaxone",
        "sad": "social phobia",
        "sev": "severe",
        "si": "suicidal ideations",
        "sud": "dependence",
        "tms": "magnetic stimulation",
        "toradol": "ketorolac",
        "trd": "major depressive disorder severe without psychotic",
        "uds": "drug screen",
        "wastage": "discarded",
        "waste": "discarded",
        "zofran": "ondansetron",
    ]
}
