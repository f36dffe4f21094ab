/// A page as it is drawn, for a program that knows nothing of claims: points of 1/72 inch from the top left corner.
public struct Sheet: Codable, Hashable, Sendable {
    public var width: Double
    public var height: Double
    /// In the order in which they are drawn: areas first, then texts, then strokes.
    public var areas: [Area] = []
    public var texts: [Text] = []
    public var strokes: [Stroke] = []

    /// A letter page, 8.5 by 11 inches.
    public init(width: Double = 612, height: Double = 792) {
        self.width = width
        self.height = height
    }

    /// A filled rectangle.
    public struct Area: Codable, Hashable, Sendable {
        public var x, y, width, height: Double
        /// 0 is black, 1 is white.
        public var gray: Double

        public init(x: Double, y: Double, width: Double, height: Double, gray: Double) {
            (self.x, self.y, self.width, self.height, self.gray) = (x, y, width, height, gray)
        }
    }

    /// A straight line.
    public struct Stroke: Codable, Hashable, Sendable {
        public var x1, y1, x2, y2: Double
        public var thickness: Double

        public init(x1: Double, y1: Double, x2: Double, y2: Double, thickness: Double = 0.5) {
            (self.x1, self.y1, self.x2, self.y2, self.thickness) = (x1, y1, x2, y2, thickness)
        }
    }

    /// One line of text on its baseline.
    public struct Text: Codable, Hashable, Sendable {
        public var text: String
        public var x: Double
        /// The baseline.
        public var y: Double
        /// The size of the letters.
        public var size: Double
        /// What the text is stretched or narrowed to, so that columns line up; `nil` leaves it as it is.
        public var width: Double?
        public var isMonospaced: Bool
        /// 0 is black, 1 is white.
        public var gray: Double

        public init(
            _ text: String, x: Double, y: Double, size: Double, width: Double? = nil, isMonospaced: Bool = true,
            gray: Double = 0
        ) {
            (self.text, self.x, self.y, self.size) = (text, x, y, size)
            (self.width, self.isMonospaced, self.gray) = (width, isMonospaced, gray)
        }
    }
}
