/// What a reader comes to next in a file: a value, or what is wrong at that place.
public enum Reading<Value, Fault> {
    case value(Value)
    case fault(Fault)

    /// The same fault, or what is made of the value.
    public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Reading<Other, Fault> {
        switch self {
        case .value(let value): .value(try transform(value))
        case .fault(let fault): .fault(fault)
        }
    }
}

extension Reading: Equatable where Value: Equatable, Fault: Equatable {}
extension Reading: Hashable where Value: Hashable, Fault: Hashable {}
extension Reading: Sendable where Value: Sendable, Fault: Sendable {}
