import Crypto
import Foundation
import Testing

@testable import Sealing

@Suite("What is sealed opens at its place, by its key, and unchanged only")
struct SealingKeyTests {
    private let key = SealingKey()
    private let content = Data("RIVERA, DANA".utf8)

    private func place(_ number: Int64 = 1, _ revision: Int64? = 2) -> SealedPlace {
        var place = SealedPlace("draft")
        place.add(number)
        place.add(revision)
        return place
    }

    @Test func `it opens at its place`() throws {
        #expect(try key.open(key.seal(content, for: place()), for: place()) == content)
        #expect(key.seal(content, for: place()) != key.seal(content, for: place()))
    }

    @Test func `nowhere else, by no other key, and not once a bit is changed`() throws {
        let sealed = key.seal(content, for: place())
        var others = [place(2), place(1, 3), place(1, nil), SealedPlace("draft"), SealedPlace("answer")]
        var more = place()
        more.add("")
        others.append(more)
        for other in others { #expect(throws: SealFault.self) { try key.open(sealed, for: other) } }
        #expect(throws: SealFault.self) { try SealingKey().open(sealed, for: place()) }
        #expect(throws: SealFault.self) { try key.derived(for: "office").open(sealed, for: place()) }
        for bit in 0..<sealed.count * 8 {
            var changed = sealed
            changed[changed.startIndex + bit / 8] ^= 1 << (bit % 8)
            #expect(throws: SealFault.self) { try key.open(changed, for: place()) }
        }
        for length in 0..<sealed.count {
            #expect(throws: SealFault.self) { try key.open(sealed.prefix(length), for: place()) }
        }
    }

    /// RFC 5869 gives the function, and its purposes must never coincide.
    @Test func `derived keys are all different and always the same`() {
        let keys = [("a", ""), ("b", ""), ("a", "b"), ("ab", "")].map {
            key.derived(for: $0.0, salt: Data($0.1.utf8)).bytes
        }
        #expect(Set(keys).count == 4)
        #expect(keys[0] == key.derived(for: "a").bytes)
    }

    @Test(arguments: ["", "salt", String(repeating: "s", count: 200)])
    func `a derived key is the function's of RFC 5869`(salt: String) {
        let expanded = HKDF<SHA256>.expand(
            pseudoRandomKey: SymmetricKey(data: key.bytes), info: Data("item\0\(salt)".utf8), outputByteCount: 32)
        #expect(key.derived(for: "item", salt: Data(salt.utf8)).bytes == expanded.withUnsafeBytes { Data($0) })
    }

    @Test func `places that read alike differ`() {
        var (one, two) = (SealedPlace("p"), SealedPlace("p"))
        one.add("ab")
        one.add("c")
        two.add("a")
        two.add("bc")
        #expect(one.bytes != two.bytes)
    }
}

@Suite("Keys of people")
struct KeyPairTests {
    @Test func `what is sealed for somebody only they open`() throws {
        let (pair, other, key) = (KeyPair(), KeyPair(), SealingKey())
        let place = SealedPlace("generation")
        let sealed = try KeyPair.seal(key, for: pair.publicBytes, of: place)
        #expect(try pair.open(sealed, of: place).bytes == key.bytes)
        #expect(throws: SealFault.self) { try other.open(sealed, of: place) }
        #expect(throws: SealFault.self) { try pair.open(sealed, of: SealedPlace("other")) }
        #expect(throws: SealFault.self) { try pair.open(sealed.prefix(20), of: place) }
        #expect(KeyPair(privateBytes: pair.privateBytes)?.publicBytes == pair.publicBytes)
    }

    @Test func `a passphrase opens what it sealed, however its letters are composed`() throws {
        let place = SealedPlace("holder")
        let sealed = Passphrase.seal(Data("key".utf8), by: "caf\u{E9} au lait twice", for: place)
        #expect(try Passphrase.open(sealed, by: "cafe\u{301} au lait twice", for: place) == Data("key".utf8))
        #expect(throws: SealFault.self) { try Passphrase.open(sealed, by: "cafe au lait twice", for: place) }
        #expect(throws: SealFault.self) {
            try Passphrase.open(sealed, by: "caf\u{E9} au lait twice", for: SealedPlace("x"))
        }
        // A cost that nobody writes is not worked off.
        #expect(throws: SealFault.self) { try Passphrase.open([63] + sealed.dropFirst(), by: "x", for: place) }
    }

    @Test func `a recovery key is read as it is typed`() throws {
        let key = RecoveryKey()
        #expect(key.text.count == 39)
        let typed = key.text.lowercased().replacing("-", with: " ")
        #expect(try #require(RecoveryKey(typed: typed)).pair.publicBytes == key.pair.publicBytes)
        #expect(RecoveryKey().pair.publicBytes != key.pair.publicBytes)
        #expect(RecoveryKey(typed: String(key.text.dropLast())) == nil && RecoveryKey(typed: "") == nil)
    }

    @Test func `texts come back as they were packed`() {
        for texts in [[], [nil], [""], ["a", nil, "", "é李\u{0}", String(repeating: "x", count: 70_000)]] as [[String?]]
        {
            #expect(PackedTexts.unpack(PackedTexts.pack(texts)) == texts)
        }
        let packed = PackedTexts.pack(["abc", "def"])
        for length in 1..<packed.count where length != 7 { #expect(PackedTexts.unpack(packed.prefix(length)) == nil) }
    }
}
