internal import CPostgres

extension PostgresConnection {
    package var isInTransaction: Bool {
        isOpen && [PQTRANS_INTRANS, PQTRANS_INERROR].contains(PQtransactionStatus(connection))
    }

    /// Whether it is closed, or was lost as far as libpq has noticed.
    package var isBroken: Bool { !isOpen || PQstatus(connection) == CONNECTION_BAD }

    /// Whether it is under TLS.
    package var isEncrypted: Bool { isOpen && PQsslInUse(connection) != 0 }

    /// Whether it is a Unix socket.
    package var isLocal: Bool { PostgresAddress.isSocket(host) }

    package var host: String { isOpen ? PQhost(connection).map { String(cString: $0) } ?? "" : "" }

    /// What the server reports of itself, such as `server_encoding` or `in_hot_standby`.
    package func parameter(_ name: String) -> String? {
        isOpen ? PQparameterStatus(connection, name).map { String(cString: $0) } : nil
    }

    /// The socket, which can be read once a notification has come; -1 without a connection.
    package var descriptor: Int32 { isOpen ? PQsocket(connection) : -1 }

    /// The number of the server's process for this session.
    package var processID: Int32 { isOpen ? PQbackendPID(connection) : 0 }

    /// What has come over the channels that this session listens to since the last call, without waiting.
    ///
    /// A statement may read notifications too, so look after each statement as well as when the socket can be read.
    package func notifications() -> [(channel: String, payload: String, process: Int32)] {
        guard isOpen else { return [] }
        PQconsumeInput(connection)
        var came: [(channel: String, payload: String, process: Int32)] = []
        while let notification = PQnotifies(connection) {
            let content = notification.pointee
            came.append((String(cString: content.relname), String(cString: content.extra), content.be_pid))
            PQfreemem(notification)
        }
        return came
    }
}
