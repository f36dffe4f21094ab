/// A large value that its copies share until one of them changes: a copy is one retain, whatever lies in it.
///
/// A member of the contents is read and changed in place: `draft.patient.lastName`.
@dynamicMemberLookup
public struct Boxed<Contents: Equatable & Sendable>: Sendable {
    @usableFromInline var storage: Storage

    /// Changed only while one box refers to it.
    @usableFromInline
    final class Storage: @unchecked Sendable {
        // A box checks that nobody shares the storage before it changes it, and the box itself is under the law of
        // exclusivity, so that tracking each access here would find nothing.
        @exclusivity(unchecked) @usableFromInline var contents: Contents

        @inlinable
        init(_ contents: Contents) { self.contents = contents }
    }

    @inlinable
    package init(_ contents: Contents) { storage = Storage(contents) }

    @inlinable package var contents: Contents {
        @inline(__always) _read { yield storage.contents }
        @inline(__always) _modify {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.contents) }
            yield &storage.contents
        }
    }

    /// One member of the contents; changing it copies the contents first if another box shares them.
    @inlinable
    public subscript<Member>(dynamicMember path: WritableKeyPath<Contents, Member>) -> Member {
        @inline(__always) _read { yield storage.contents[keyPath: path] }
        @inline(__always) _modify { yield &contents[keyPath: path] }
    }

    /// Whether both boxes hold the very same contents, which says that they are equal without a look at them.
    @inlinable
    package func isShared(with other: Boxed) -> Bool { storage === other.storage }
}

extension Boxed: Equatable {
    public static func == (left: Boxed, right: Boxed) -> Bool {
        left.isShared(with: right) || left.contents == right.contents
    }
}

extension Boxed: CustomReflectable {
    /// The contents, as a debugger shows them.
    public var customMirror: Mirror { Mirror(self, children: Mirror(reflecting: storage.contents).children) }
}

extension Boxed where Contents: ClaimPart {
    /// A blank part: all of them share one storage.
    public init() { self = Contents.blank }
}
