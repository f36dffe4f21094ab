import struct Workstation.ReferenceEntry

/// The store has an entry of the same name.
typealias DirectoryEntry = ReferenceEntry
