import Glibc

/// How many files the process may have open at once.
enum FileLimit {
    /// As many as the system lets it: a claim that is being sent holds a lock, which is a file.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
