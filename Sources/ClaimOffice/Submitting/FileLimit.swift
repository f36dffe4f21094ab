import Glibc

/// The limit of open files of the process.
enum FileLimit {
    /// Raises it as far as the system allows: on a disk whose files have one name each, every claim that is submitted has a file open.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
