/// A large value that its copies share until one of them changes: handed on and kept at the price of one reference.
///
/// It lies at an address of its own, so that a part of it is read and changed there without a copy of the whole.
package struct Shared<Value: Hashable & Sendable>: Sendable {
    @usableFromInline
    final class Storage: @unchecked Sendable {
        @usableFromInline let value: UnsafeMutablePointer<Value>

        @usableFromInline
        init(_ value: Value) {
            self.value = .allocate(capacity: 1)
            self.value.initialize(to: value)
        }

        deinit {
            value.deinitialize(count: 1)
            value.deallocate()
        }
    }

    @usableFromInline var storage: Storage

    @inlinable
    package init(_ value: Value) { storage = Storage(value) }

    /// Where the value lies, to be read while this copy is kept.
    @inlinable
    package var address: UnsafePointer<Value> { UnsafePointer(storage.value) }

    /// Where the value lies, to be changed: shared with no other copy.
    @inlinable
    package var ownAddress: UnsafeMutablePointer<Value> {
        mutating get {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value.pointee) }
            return storage.value
        }
    }
}

extension Shared: Hashable {
    package static func == (left: Shared, right: Shared) -> Bool {
        left.storage === right.storage || left.address.pointee == right.address.pointee
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(address.pointee) }
}
