/// The article's improved example as a biller keys it, and the practice that bills it.
enum ArticleExample {
    static let practice: KeyValuePairs = [
        "Entity type": "2", "Billing name": "Lakeside Behavioral Health LLC", "Billing NPI": "1122233343",
        "Taxonomy": "261QM0801X", "Phone": "2165550100", "Tax ID": "34-5550101", "EIN/SSN": "EI",
        "Street": "200 Superior Ave", "City": "Cleveland", "State": "OH", "ZIP+4": "44114-1234",
        "Rendering last name": "Okafor", "First name": "Ann", "Rendering NPI": "1234567893", "Taxonomy": "2084P0800X",
        "Place of service": "11", "Financial class": "insurance",
        "Release of information": "Y", "Benefits assigned": "Y", "Accepts assignment": "A", "Provider signed": "Y",
    ]

    static let claim: KeyValuePairs = [
        "Last name": "Rivera", "First name": "Dana", "Birth date": "04171981", "Sex": "F", "Street": "12 Elm St",
        "City": "Cleveland", "State": "OH", "ZIP": "44113",
        "Payer": "Medical Mutual", "Payer ID": "29076", "Policy": "medmutual", "Filing indicator": "CI",
        "Payer order": "P", "Member ID": "123456789012", "Relationship to insured": "18",
        "Drug given": "ketamine", "Route": "IVI", "Dose": "35", "Weight": "70 kg", "Supplied by": "practice",
        "Indication": "psychiatric", "Stage": "induction",
        "Work related": "N", "Auto accident": "N", "Other accident": "N", "Other insurance": "N",
        "Authorization no.": "MM2611045", "Valid from": "11/1/26", "Through": "12/15/26", "Sessions approved": "8",
        "Sessions used": "2", "Requested on": "10/22/26", "Benefits checked on": "11/2/26", "Reference": "B7781",
    ]

    static let infusion: KeyValuePairs = [
        "|From": "11/10/26", "|Code": "96365", "|Ptr": "A", "|Charge": "210", "|Units": "1",
        "Route": "IVI", "Start": "1000", "Stop": "1040",
    ]

    static let drug: KeyValuePairs = [
        "|From": "11/10/26", "|Code": "J3490", "|Ptr": "A", "|Charge": "45", "|Units": "1",
        "Drug name": "KETAMINE HCL", "Dose given": "35", "Given on line": "1", "Narrative": "KETAMINE HCL 35 MG IV",
    ]

    static let identification: KeyValuePairs = ["NDC": "0143-9508-01", "Unit": "ML", "Quantity": "0.7"]

    static let documentation: KeyValuePairs = [
        "|Drug or therapy": "sertraline", "|Class": "SSRI", "|Dose": "150 mg", "|Wks": "10", "|Outcome": "failed",
        "|Drug or therapy": "venlafaxine", "|Class": "SNRI", "|Dose": "225 mg", "|Wks": "12", "|Outcome": "failed",
        "|Drug or therapy": "bupropion", "|Class": "NDRI", "|Dose": "300 mg", "|Wks": "8", "|Outcome": "failed",
        "|Drug or therapy": "nortriptyline", "|Class": "TCA", "|Dose": "100 mg", "|Wks": "8", "|Outcome": "failed",
        "|Drug or therapy": "aripiprazole", "|Class": "AAP", "|Dose": "5 mg", "|Wks": "6", "|Outcome": "failed",
        "|Aug": "Y",
        "|Scale": "PHQ9", "|Date": "10/28/26", "|Items": "333322321",
        "Current symptoms": "Depressed mood, no pleasure, poor sleep, most of every day.\t",
        "Clinical rationale": "Four antidepressants of four classes and an augmentation have failed.\t",
        "Psychiatric evaluation by": "Ann Okafor", "On": "10/15/26",
        "Blood pressure screened": "Y", "Psychosis screened": "Y", "Pregnancy screened": "Y",
        "Substance use screened": "Y", "Vitals monitored": "Y", "Discharge recorded": "Y", "Off-label consent": "Y",
        "|Type": "M1", "|By": "FX", "|Control number": "LBH-0001",
    ]
}
