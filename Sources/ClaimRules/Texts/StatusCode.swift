/// Claim status codes (X12 external code list 508) of front-end rejections, in our own words.
public enum StatusCode {
    /// What each code named by a rule is about.
    public static let labels: [String: String] = [
        "21": "information missing or wrong", "35": "claim not found", "48": "authorization",
        "54": "duplicate of a claim or line", "88": "not eligible on the service date", "116": "wrong payer",
        "121": "more lines than the payer accepts", "125": "name", "126": "address", "127": "telephone or contact",
        "128": "tax ID", "145": "specialty, taxonomy", "153": "identifier of a payer or provider",
        "156": "relationship to the patient", "157": "sex", "158": "birth date", "159": "date of death",
        "164": "member ID", "178": "submitted charges", "187": "service date",
        "189": "admission date", "190": "discharge date",
        "217": "name, strength and form of a drug",
        "218": "NDC", "248": "accident: date, state, cause", "249": "place of service", "252": "authorization number",
        "400": "claim out of balance", "428": "reason for the transport by ambulance",
        "254": "principal diagnosis", "255": "diagnosis", "453": "modifier", "454": "procedure code",
        "464": "payer's claim control number", "467": "date of a signature", "469": "purchased service charge",
        "475": "code not valid for the patient's age", "476": "units", "477": "diagnosis pointer",
        "478": "account number", "479": "other payer's ID", "480": "claim filing indicator",
        "481": "format of the file", "489": "attachment control number", "500": "ZIP code", "501": "state",
        "503": "street", "505": "first name", "508": "ICD-9", "509": "external cause of injury",
        "510": "date in the future", "511": "character not allowed", "512": "too long for the receiver",
        "514": "middle name", "516": "other payer's payment date", "535": "claim frequency", "544": "CLIA number",
        "562": "NPI", "578": "insurance type code", "583": "line charge", "589": "assignment code",
        "648": "date of the illness", "659": "unit of measure",
        "672": "other payer's payment out of balance",
    ]
}

extension Finding {
    /// Category and status as a 277CA would report them: A6 where something is missing, A7 where it is wrong in itself, A8
    /// where two parts of the claim disagree. Empty where such a claim is denied, not rejected at the front end.
    public var rejections: [String] {
        let category =
            switch concern {
            case .absence: "A6"
            case .entry: "A7"
            case .relation: "A8"
            }
        return rejectedAs.map { "\(category):\($0)" }
    }
}
