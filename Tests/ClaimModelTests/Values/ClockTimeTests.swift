import ClaimModel
import Testing

struct ClockTimeTests {
    @Test(arguments: [
        ("1000", "10:00"), ("10:00", "10:00"), ("930", "09:30"), ("9:30", "09:30"), ("9:30a", "09:30"),
        ("9:30 AM", "09:30"), ("2:15 pm", "14:15"), ("2:15p", "14:15"), ("14:15", "14:15"), ("1415", "14:15"),
        ("12:00a", "00:00"), ("12:00p", "12:00"), ("1230a", "00:30"), ("0:05", "00:05"), ("000", "00:00"),
        ("9a", "09:00"), ("10 pm", "22:00"), ("2359", "23:59"),
    ])
    func `a time is read on either clock`(text: String, time: String) {
        #expect(Reading(text, as: ClockTime.self) == .value(time))
    }

    @Test(arguments: [
        "1", "10", "10:", "10:0", "9:", "160", "99:", "96", "24:00", "2400", "10:60", "960", "14:15p",
        "0:30a", "10:00x", "a", ":30", "10:0a", "10:00:00", "12345", "10:000", "13p", "95",
    ])
    func `a time is incomplete only while it can become one`(text: String) {
        let incomplete = ["1", "10", "10:", "10:0", "9:", "160", "95"]
        #expect(Reading(text, as: ClockTime.self) == (incomplete.contains(text) ? .incomplete : .malformed))
    }

    @Test func `minutes are counted from midnight`() {
        #expect(Entry<ClockTime>("10:40", in: .test).value?.minutes == 640)
        #expect(ClockTime(minutes: 1439)?.description == "23:59")
        #expect(ClockTime(minutes: 1440) == nil && ClockTime(minutes: -1) == nil)
    }
}
