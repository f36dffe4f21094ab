/// The short forms that billers type, and the words of the code sets that they represent.
enum Abbreviations {
    /// The query with its short forms spelled out; `nil` where it has none.
    static func expanded(_ words: [String]) -> [QueryWord]? {
        guard words.contains(where: { meanings[$0] != nil }) else { return nil }
        return words.flatMap { word in
            meanings[word].map { Folding.words(of: $0).map { QueryWord($0) } } ?? [QueryWord(word)]
        }
    }

    /// The query as it was typed; a short form is not the beginning of another word, unless of its meaning.
    static func typed(_ words: [String]) -> [QueryWord] {
        words.map { QueryWord($0, isWhole: isShortForm($0)) }
    }

    private static func isShortForm(_ word: String) -> Bool {
        guard word.utf8.count <= longest, let meaning = meanings[word] else { return false }
        return !meaning.hasPrefix(word)
    }

    /// What is longer is the name of a drug.
    private static let longest = 5

    private static let meanings = [
        "abd": "abdominal",
        "acl": "anterior cruciate ligament",
        "add": "attention-deficit",
        "adhd": "attention-deficit hyperactivity disorder",
        "afib": "atrial fibrillation",
        "aki": "acute kidney failure",
        "als": "amyotrophic lateral sclerosis",
        "asd": "autistic disorder",
        "aud": "alcohol dependence",
        "bmi": "body mass index",
        "bipolar2": "bipolar ii disorder",
        "bph": "benign prostatic hyperplasia",
        "bpd": "borderline personality disorder",
        "cad": "atherosclerotic heart disease",
        "chf": "heart failure",
        "ckd": "chronic kidney disease",
        "copd": "chronic obstructive pulmonary disease",
        "crps": "complex regional pain syndrome",
        "cts": "carpal tunnel syndrome",
        "cva": "cerebral infarction",
        "ddd": "disc degeneration",
        "dka": "diabetes ketoacidosis",
        "dm": "diabetes mellitus",
        "dm1": "type 1 diabetes mellitus",
        "dm2": "type 2 diabetes mellitus",
        "dvt": "deep vein thrombosis",
        "ed": "erectile dysfunction",
        "ect": "electroconvulsive",
        "esrd": "end stage renal disease",
        "eval": "evaluation",
        "flu": "influenza",
        "gad": "generalized anxiety disorder",
        "gerd": "gastro-esophageal reflux disease",
        "hld": "hyperlipidemia",
        "htn": "essential hypertension",
        "hx": "history",
        "ibs": "irritable bowel syndrome",
        "ida": "iron deficiency anemia",
        "im": "injection muscle",
        "inf": "infusion",
        "inj": "injection",
        "ketalar": "unclassified drugs",
        "ketamine": "unclassified drugs",
        "lbp": "low back pain",
        "mdd": "major depressive disorder",
        "mi": "myocardial infarction",
        "ms": "multiple sclerosis",
        "nash": "nonalcoholic steatohepatitis",
        "noc": "unclassified",
        "oa": "osteoarthritis",
        "ocd": "obsessive-compulsive disorder",
        "osa": "obstructive sleep apnea",
        "oud": "opioid dependence",
        "pad": "peripheral vascular disease",
        "pcos": "polycystic ovarian syndrome",
        "pe": "pulmonary embolism",
        "pmdd": "premenstrual dysphoric disorder",
        "pna": "pneumonia",
        "ppd": "postpartum depression",
        "psych": "psychiatric",
        "pt": "psychotherapy",
        "ptsd": "post-traumatic stress disorder",
        "pvd": "peripheral vascular disease",
        "ra": "rheumatoid arthritis",
        "rec": "recurrent",
        "rls": "restless legs syndrome",
        "rocephin": "ceftriaxone",
        "sad": "social phobia",
        "sev": "severe",
        "si": "suicidal ideations",
        "sle": "systemic lupus erythematosus",
        "sob": "shortness of breath",
        "sud": "dependence",
        "t1dm": "type 1 diabetes mellitus",
        "t2dm": "type 2 diabetes mellitus",
        "tbi": "traumatic brain injury",
        "tia": "transient cerebral ischemic attack",
        "tmj": "temporomandibular joint",
        "tms": "magnetic stimulation",
        "toradol": "ketorolac",
        "trd": "major depressive disorder severe without psychotic",
        "uds": "drug screen",
        "uri": "acute upper respiratory infection",
        "uti": "urinary tract infection",
        "wastage": "discarded",
        "waste": "discarded",
        "zofran": "ondansetron",
    ]
}
