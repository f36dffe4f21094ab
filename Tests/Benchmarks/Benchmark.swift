import Glibc
import TextKit

/// Does one piece of the desk's work again and again, and says what one time takes.
///
/// `swift run -c release benchmark WORK [TIMES]`; without arguments everything is done. Times are of the processor and
/// go up and down with the machine: to compare two versions count instructions, running one piece of work under
/// `valgrind --tool=callgrind`. `benchmark claims|drafts|checked|carried FILE` reads an 837P file once.
@main
enum Benchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if let depth = arguments.first.flatMap(ClaimFileRun.Depth.init), let path = arguments.dropFirst().first {
            return print(try ClaimFileRun(path: path, depth: depth).run())
        }
        let desk = try SampleDesk()
        let works = desk.works.filter { arguments.isEmpty || $0.name == arguments.first }
        guard !works.isEmpty else {
            print("There is: \(desk.works.map(\.name).joined(separator: ", ")).")
            exit(2)
        }
        for work in works {
            let times = arguments.dropFirst().first.flatMap { Int($0) } ?? 200
            print(Benchmark.measured(work, times: max(1, times)))
        }
    }

    /// Median and worst, a line for each work.
    private static func measured(_ work: Work, times: Int) -> String {
        let steps = (0..<times).map { time in
            let start = processorTime()
            work.run(time)
            return processorTime() - start
        }.sorted()
        let name = work.name.padded(to: 16)
        let (median, worst) = (microseconds(steps[steps.count / 2]), microseconds(steps[steps.count - 1]))
        return "\(name) median \(median) us, worst \(worst) us"
    }

    private static func microseconds(_ nanoseconds: Int) -> String {
        "\(nanoseconds / 1000).\(nanoseconds % 1000 / 100)"
    }

    private static func processorTime() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}

/// One thing to be done over and over.
struct Work {
    let name: String
    /// - Parameter time: how often it was done before.
    let run: (_ time: Int) -> Void
}
