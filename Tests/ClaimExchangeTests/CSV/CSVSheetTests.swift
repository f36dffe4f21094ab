import Testing

@testable import ClaimExchange

@Suite struct CSVSheetTests {
    @Test func `what a spreadsheet would calculate is text, a figure stays a figure`() {
        let cells = ["=1+2", "+A1", "@SUM(A1)", "-2+3", "-50.00", "-1,234.56", "C-2001", ""]
        #expect(CSVSheet.text([cells]) == "'=1+2,'+A1,'@SUM(A1),'-2+3,-50.00,\"-1,234.56\",C-2001,\r\n")
    }

    @Test func `a file that is read again has what was typed`() {
        #expect(CSVSheet.exactly([["=A", "-b"]]) == "=A,-b\r\n")
    }
}
