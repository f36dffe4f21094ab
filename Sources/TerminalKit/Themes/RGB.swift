import Foundation
import TextKit

/// A color of the sRGB space, 8 bits a channel.
public struct RGB: Hashable, Sendable {
    public let red: UInt8
    public let green: UInt8
    public let blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    init(_ value: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
            blue: UInt8(truncatingIfNeeded: value))
    }

    /// Reads `1d1f21`, `#1d1f21` or `#fff`; `nil` for anything else.
    public init?(hex: String) {
        let digits = hex.hasPrefix("#") ? String(hex.dropFirst()) : hex
        let full = digits.count == 3 ? String(digits.flatMap { [$0, $0] }) : digits
        guard full.utf8.count == 6, full.allSatisfy(\.isHexDigit), let value = UInt32(full, radix: 16)
        else { return nil }
        self.init(value)
    }

    static let black = RGB(0x000000)
    static let white = RGB(0xFFFFFF)

    /// Relative luminance from 0 to 1 (WCAG 2.2).
    public var luminance: Double {
        func linear(_ channel: UInt8) -> Double { RGB.linear[Int(channel)] }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// Contrast ratio from 1 to 21 (WCAG 2.2).
    public func contrast(with other: RGB) -> Double {
        let pair = [luminance, other.luminance]
        return ((pair.max() ?? 0) + 0.05) / ((pair.min() ?? 0) + 0.05)
    }

    /// The shade a part (0 to 1) of the way to another color.
    func mixed(with other: RGB, part: Double) -> RGB {
        func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
            UInt8(clamping: Int((Double(from) + (Double(to) - Double(from)) * part).rounded()))
        }
        return RGB(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// How unlike two colors look, by the weighted distance known as redmean.
    func distance(to other: RGB) -> Int {
        let mean = (Int(red) + Int(other.red)) / 2
        let (r, g, b) = (
            Int(red) - Int(other.red), Int(green) - Int(other.green), Int(blue) - Int(other.blue)
        )
        return (((512 + mean) * r * r) >> 8) + 4 * g * g + (((767 - mean) * b * b) >> 8)
    }

    /// `#1d1f21`.
    public var hex: String {
        let digits = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16)
        return "#" + digits.aligned(to: 6, with: "0")
    }

    private static let linear: [Double] = (0...255).map { channel in
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
