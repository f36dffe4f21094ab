import Testing

@testable import Sealing

struct Base32Tests {
    /// RFC 4648, section 10, without its padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func `The examples of RFC 4648`(plain: String, text: String) {
        #expect(Base32.text(Array(plain.utf8)) == text)
        #expect(Base32.bytes(text) == Array(plain.utf8))
    }

    @Test(arguments: 0...40) func `What is written is read back`(count: Int) {
        for _ in 0..<20 {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max) }
            #expect(Base32.bytes(Base32.text(bytes)) == bytes)
        }
    }

    @Test func `Reading takes what a hand writes`() {
        #expect(Base32.bytes("mzxw-6ytb oi") == Array("foobar".utf8))
        #expect(Base32.bytes("MZXW6YTB01") == Base32.bytes("MZXW6YTBOI"))
        #expect(Base32.bytes("8A") == Base32.bytes("BA"))
    }

    @Test(arguments: ["M", "MZX", "MZXW6Y", "MZ", "MZXW6YTBOJ", "MY======", "9A", "MY!", "ÄÄ"])
    func `What no bytes are written as is refused`(text: String) {
        #expect(Base32.bytes(text) == nil)
    }
}
