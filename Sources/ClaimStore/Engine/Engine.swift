/// What keeps the records: a SQLite database of this machine, or a PostgreSQL server.
protocol Engine: AnyObject, Sendable {
    /// As of one moment, without waiting for who writes.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value
    /// All of it or nothing; on the disk once it returns. One writes at a time, over every desk.
    func write<Value>(_ body: (Database) throws -> Value) throws -> Value
    /// A part of the transaction that this thread is in.
    func within<Value>(_ body: (Database) throws -> Value) throws -> Value
    /// Without a transaction, for records of which some are damaged.
    func look<Value>(_ body: (Database) throws -> Value) throws -> Value
    /// From now on what is deleted is overwritten, as far as the engine can.
    func overwriteDeleted() throws
    /// Does what can wait until nobody saves.
    ///
    /// - Parameter thoroughly: whether nothing that was deleted may be left in a log.
    func tidy(thoroughly: Bool) throws
    /// Gives back the space of what was deleted.
    func shrink() throws
    /// - Throws: `moved`, where what was opened is not what is there now.
    func checkPlace() throws(StoreFault)
    /// By how much the clock that dates the records is ahead of this machine's, in milliseconds.
    var clockOffset: Int64 { get }
    /// What a failure of this engine means.
    func fault(_ error: any Error) -> StoreFault
    func close()
}

extension Engine {
    var clockOffset: Int64 { 0 }

    /// What `body` throws, as it is said.
    func saying<Value>(_ body: () throws -> Value) throws(StoreFault) -> Value {
        do { return try body() } catch { throw fault(error) }
    }
}
