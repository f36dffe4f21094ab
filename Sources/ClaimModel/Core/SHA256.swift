/// The SHA-256 of bytes (FIPS 180-4), by which a table or a file is known again.
///
/// Written here since it is all that was used of a package whose C++ took a sixth of every build.
package enum SHA256 {
    private static let blockLength = 64

    /// The digest, 32 bytes.
    package static func digest(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var state: [UInt32] = [
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
        ]
        let whole = bytes.count / blockLength * blockLength
        take(UnsafeRawBufferPointer(rebasing: bytes[..<whole]), into: &state)
        // A one, zeros up to the end of a block, and in its last eight bytes how many bits there are.
        var tail = bytes[whole...] + [0x80]
        tail += repeatElement(0, count: (2 * blockLength - 8 - tail.count) % blockLength)
        tail += (UInt64(bytes.count) * 8).bytes
        tail.withUnsafeBytes { take($0, into: &state) }
        return state.flatMap(\.bytes)
    }

    package static func digest(of bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes { digest(of: $0) } }

    /// - Parameter blocks: bytes of whole blocks.
    private static func take(_ blocks: UnsafeRawBufferPointer, into state: inout [UInt32]) {
        let constants = constants
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: constants.count) { words in
            words.initialize(repeating: 0)
            for start in stride(from: 0, to: blocks.count, by: blockLength) {
                for at in 0..<16 {
                    words[at] = UInt32(
                        bigEndian: blocks.loadUnaligned(fromByteOffset: start + at * 4, as: UInt32.self))
                }
                for at in 16..<constants.count {
                    let (early, late) = (words[at - 15], words[at - 2])
                    let earlyMix = early.turned(7) ^ early.turned(18) ^ (early &>> 3)
                    let lateMix = late.turned(17) ^ late.turned(19) ^ (late &>> 10)
                    words[at] = words[at - 16] &+ earlyMix &+ words[at - 7] &+ lateMix
                }
                mix(words, constants, into: &state)
            }
        }
    }

    private static func mix(
        _ words: UnsafeMutableBufferPointer<UInt32>, _ constants: [UInt32], into state: inout [UInt32]
    ) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for at in constants.indices {
            let choice = (e & f) ^ (~e & g)
            let first = h &+ (e.turned(6) ^ e.turned(11) ^ e.turned(25)) &+ choice &+ constants[at] &+ words[at]
            let majority = (a & b) ^ (a & c) ^ (b & c)
            let second = (a.turned(2) ^ a.turned(13) ^ a.turned(22)) &+ majority
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ second)
        }
        for (at, value) in [a, b, c, d, e, f, g, h].enumerated() { state[at] &+= value }
    }

    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}

extension UInt32 {
    @inline(__always)
    fileprivate func turned(_ bits: UInt32) -> UInt32 { (self &>> bits) | (self &<< (32 &- bits)) }
}

extension FixedWidthInteger {
    /// The highest byte first.
    fileprivate var bytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
